import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicyAnswer } from '../../src/contract/answers';
import { BrakeNotice } from '../ui/brake-notice';
import { Notice } from '../ui/notice';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { NowProvider } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import type { AskedOffers } from './use-jira';
import { FirstSteps } from './first-steps';
import { HabitsParts } from './habits-part';
import { JiraNamesProvider } from './names';
import type { OwnerKind } from './owner-kind';
import { PolicySourceNotice } from './policy-source-notice';
import { ScopeParts } from './scope-parts';
import { leadsToRule, NothingStopped } from './nothing-stopped';
import { AttachPart } from './set-up/attach-part';
import { SiteCheckLink } from './site-check-link';
import { UnknownNotice } from './unknown-notice';
import { usePolicyForm, type PolicyFormState } from './use-policy-form';
import { useScrollToPart } from './use-scroll-to-part';
import { VersionsPart } from './versions-part';

// On its way while the policy is: the form is whole sooner.
void import('./lazy-parts').catch(() => undefined);
const BrakePart = lazy(() => import('./lazy-parts').then((file) => ({ default: file.BrakePart })));
const AuditPart = lazy(() => import('./lazy-parts').then((file) => ({ default: file.AuditPart })));
// Below the first screen, and with faces and search boxes that the first paint does not need.
const RightsParts = lazy(() => import('./lazy-parts').then((file) => ({ default: file.RightsParts })));
const ClocksPart = lazy(() => import('./lazy-parts').then((file) => ({ default: file.ClocksPart })));
const SetUp = lazy(() => import('./lazy-parts').then((file) => ({ default: file.SetUp })));
const SaveBar = lazy(() => import('./lazy-parts').then((file) => ({ default: file.SaveBar })));
const Review = lazy(() => import('./lazy-parts').then((file) => ({ default: file.Review })));

/** What a project, or the site, holds firmly, to read and, for its administrators, to change. */
export function PolicyForm({
  loaded,
  offers,
  projectKey,
  kind,
}: {
  loaded: PolicyAnswer;
  offers: AskedOffers;
  projectKey: string;
  kind: OwnerKind;
}) {
  const state = usePolicyForm(loaded, offers, projectKey, kind);
  const { editor, fields, people, mayChange, isDisabled } = state;
  useWarningBeforeLeaving(editor.touched);
  useScrollToPart();
  const [isSettingUp, setSettingUp] = useState(() => kind === 'project' && isUndecided(loaded));
  if (isSettingUp && mayChange && !state.isProposed) {
    return (
      <JiraNamesProvider value={state.names}>
        <div className="hf-policy" ref={state.form}>
          <Later lines={8}>
            <SetUp state={state} onLeave={() => setSettingUp(false)} />
          </Later>
        </div>
      </JiraNamesProvider>
    );
  }
  const known = { mode: editor.base.mode, attached: loaded.attached };
  const leads = mayChange && leadsToRule(loaded);
  return (
    <JiraNamesProvider value={state.names}>
      <div className="hf-policy" ref={state.form}>
        <Stack space="space.400">
          {state.isProposed && <ProposalNotice />}
          {!leads && <NothingStopped {...known} />}
          {kind === 'site' && <SiteCheckLink />}
          <BrakeNotice brake={loaded.brake} />
          <UnknownNotice unknown={state.unknown} isDisabled={isDisabled} />
          <PolicySourceNotice
            editor={editor}
            kind={kind}
            mayChange={mayChange}
            fields={fields}
            people={people}
            onFollow={state.follow}
          />
          {mayChange && <FirstSteps editor={editor} kind={kind} projectKey={projectKey} />}
          {leads && loaded.attached && (
            <AttachPart projectKey={projectKey} first={loaded.attached} mode={known.mode} />
          )}
          <ScopeParts {...state} />
          {/* In one go: what stands here already is never pushed down by what comes above it. */}
          <Later lines={6}>
            <LowerParts {...state} />
            <NowProvider value={loaded.now}>
              <BrakePart loaded={loaded} kind={kind} mayChange={mayChange} />
            </NowProvider>
            <VersionsPart kind={kind} version={editor.base.version} fields={fields} />
            {kind === 'site' && <AuditPart />}
            {!isDisabled && <SaveBar editor={editor} onSave={state.save} />}
          </Later>
        </Stack>
      </div>
    </JiraNamesProvider>
  );
}

/** Nobody chose a policy, for the project or for the site. */
const isUndecided = ({ policy, inherited }: PolicyAnswer): boolean =>
  inherited && policy.decidedBy === undefined;

/** What is fetched after the first paint: time, rights, habits, and the review that saves. */
function LowerParts({
  editor,
  projectKey,
  kind,
  fields,
  people,
  isDisabled,
  change,
  errorOf,
  meet,
}: PolicyFormState) {
  const { draft, edit } = editor;
  return (
    <>
      <ClocksPart
        editor={editor}
        people={people}
        acknowledgementError={errorOf('acknowledgementHours')}
        isDisabled={isDisabled}
        onMeet={meet}
      />
      <RightsParts
        policy={draft.policy}
        projectKey={projectKey}
        kind={kind}
        longestDays={draft.longestDays}
        people={people}
        error={errorOf('longestDays')}
        isDisabled={isDisabled}
        onChange={change}
        onDays={(longestDays) => edit({ ...draft, longestDays })}
        onMeet={meet}
      />
      <HabitsParts {...draft.policy} isDisabled={isDisabled} onChange={change} />
      {!isDisabled && <Review editor={editor} kind={kind} fields={fields} people={people} />}
    </>
  );
}

/** A part that comes later, with the room of so many lines until it is there. */
const Later = ({ lines, children }: { lines: number; children: ReactNode }) => (
  <PartBoundary>
    <Suspense fallback={lines > 0 ? <SkeletonLines lines={lines} /> : null}>{children}</Suspense>
  </PartBoundary>
);

function ProposalNotice() {
  const t = useText();
  return (
    <Notice
      title={t('policy.proposedTitle')}
      urgent
      actions={
        <Button spacing="compact" onClick={() => document.getElementById('hf-review')?.focus()}>
          {t('policy.proposedShow')}
        </Button>
      }
    >
      <Text id="policy.proposedBody" />
    </Notice>
  );
}

/** The browser asks before what was typed is left behind; the tab keeps it even so. */
function useWarningBeforeLeaving(touched: boolean): void {
  useEffect(() => {
    if (!touched) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [touched]);
}
