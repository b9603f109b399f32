import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { PolicyAnswer } from '../../src/contract/answers';
import { MODES } from '../../src/domain/policy/rules';
import type { PersonFact } from '../../src/domain/values';
import { useAnnounce } from '../ui/announcer';
import { TextField } from '../ui/fields';
import { Notice } from '../ui/notice';
import { flag } from '../ui/flags';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText, type TextId } from '../ui/text';
import { Part, RadioChoices } from '../ui/choices';
import { withSeverity } from './model/changes';
import { NUMBERS, type Draft, type NumberField } from './model/draft';
import { draftPreset, withPresetDraft } from './model/preset';
import { stillUnknown } from './model/unknown';
import { HabitsParts } from './habits-part';
import { JiraNamesProvider } from './names';
import type { OwnerKind } from './owner-kind';
import { OwnerSourceField } from './owner-source';
import { PresetPart } from './preset-part';
import { RulesMatrix } from './rules-matrix';
import { Standing } from './standing';
import { UnknownNotice } from './unknown-notice';
import { useEditor, type SaveOutcome } from './use-editor';
import { useOffers } from './use-jira';
import { usePlace } from './use-place';
import { useProposal } from './use-proposal';
import { VersionsPart } from './versions-part';
import { WaitsForPart } from './waits-for';
import { WorkItemTypes } from './work-item-types';

// Below the first screen, and with faces and search boxes that the first paint does not need.
const WaiversPart = lazy(() => import('./below').then((file) => ({ default: file.WaiversPart })));
const FirstSteps = lazy(() => import('./below').then((file) => ({ default: file.FirstSteps })));
const ClocksPart = lazy(() => import('./below').then((file) => ({ default: file.ClocksPart })));
const Review = lazy(() => import('./below').then((file) => ({ default: file.Review })));

/** What a project, or the site, holds firmly, to read and, for its administrators, to change. */
export function PolicyForm({
  loaded,
  projectKey,
  kind,
}: {
  loaded: PolicyAnswer;
  projectKey: string;
  kind: OwnerKind;
}) {
  const t = useText();
  const announce = useAnnounce();
  const form = useRef<HTMLDivElement>(null);
  const offers = useOffers(projectKey, kind);
  const editor = useEditor(loaded, kind === 'site' ? 'site-policy' : `policy:${projectKey}`, kind);
  const { draft, edit, base, errors, touched } = editor;
  const [people, setPeople] = useState(loaded.people);
  const mayChange = offers.mayChange !== false;
  const follows = kind === 'project' && editor.inherited && !editor.deciding;
  const isDisabled = !mayChange || follows;
  const fields = Array.isArray(offers.fields) ? offers.fields : [];
  const names = useMemo(
    () => ({
      types: Array.isArray(offers.types) ? offers.types : [],
      links: Array.isArray(offers.links) ? offers.links : [],
    }),
    [offers.types, offers.links],
  );
  const unknown = stillUnknown(editor.unknown, base, draft.policy, names.links);

  const change = (policy: Partial<Draft['policy']>) =>
    edit({ ...draft, policy: { ...draft.policy, ...policy } });
  const errorOf = (field: NumberField | 'workItemTypes' | 'ownerSource'): string | undefined =>
    errors.some((error) => error.field === field)
      ? t(`policy.error.${field}`, NUMBERS[field as NumberField])
      : undefined;

  const meet = (person: PersonFact) => setPeople((known) => ({ ...known, [person.accountId]: person }));

  useWarningBeforeLeaving(touched);
  usePlace();
  const proposed = useProposal(editor, offers.mayChange === true);

  const tell = (title: TextId, body: TextId) => {
    flag('success', t(title), t(body));
    announce(t(title));
  };
  const save = async (): Promise<SaveOutcome> => {
    const outcome = await editor.save();
    if (outcome === 'saved')
      tell('policy.savedTitle', kind === 'site' ? 'policy.siteSavedBody' : 'policy.savedBody');
    if (outcome === 'invalid') requestAnimationFrame(() => firstError(form.current)?.focus());
    return outcome;
  };
  const follow = async (): Promise<SaveOutcome> => {
    const outcome = await editor.follow();
    if (outcome === 'saved') tell('policy.followedTitle', 'policy.followsBody');
    return outcome;
  };

  return (
    <JiraNamesProvider value={names}>
      <div className="hf-policy" ref={form}>
        {proposed && touched && (
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
        )}
        <UnknownNotice unknown={unknown} isDisabled={isDisabled} />
        <Standing
          editor={editor}
          kind={kind}
          mayChange={mayChange}
          fields={fields}
          people={people}
          onFollow={follow}
        />
        {mayChange && (
          <PartBoundary>
            <Suspense fallback={base.version === 0 && editor.inherited ? <SkeletonLines lines={8} /> : null}>
              <FirstSteps editor={editor} kind={kind} projectKey={projectKey} />
            </Suspense>
          </PartBoundary>
        )}
        <Part legend={t('policy.mode')} help={<Text id="policy.modeHelp" />}>
          <RadioChoices
            name="mode"
            value={draft.policy.mode}
            isDisabled={isDisabled}
            options={MODES.map((mode) => ({
              value: mode,
              label: t(`policy.mode.${mode}`),
              help: t(`policy.modeHelp.${mode}`),
            }))}
            onChange={(mode) => change({ mode })}
          />
        </Part>
        <WorkItemTypes
          chosen={draft.policy.workItemTypes}
          offered={offers.types}
          lost={editor.unknown.types}
          ofSite={kind === 'site'}
          error={errorOf('workItemTypes')}
          isDisabled={isDisabled}
          onChange={(workItemTypes) => change({ workItemTypes })}
        />
        <WaitsForPart
          waitsFor={draft.policy.waitsFor}
          offered={offers.links}
          isDisabled={isDisabled}
          onChange={(waitsFor) => change({ waitsFor })}
        />
        <OwnerSourceField
          source={draft.policy.ownerSource}
          fields={offers.fields}
          error={errorOf('ownerSource')}
          isDisabled={isDisabled}
          onChange={(ownerSource) => change({ ownerSource })}
        />
        <PresetPart
          current={draftPreset(draft, base)}
          isDisabled={isDisabled}
          onChoose={(name) => edit(withPresetDraft(draft, name))}
        />
        <RulesMatrix
          rules={draft.policy.rules}
          saved={base.rules}
          isDisabled={isDisabled}
          onChange={(rule, checkpoint, severity) =>
            edit({ ...draft, policy: withSeverity(draft.policy, rule, checkpoint, severity) })
          }
        />
        <Part legend={t('policy.numbers')}>
          <div className="hf-number">
            <TextField
              label={t('policy.minimum')}
              help={t('policy.minimumHelp')}
              error={errorOf('minimumDependencies')}
              value={draft.minimumDependencies}
              maxLength={4}
              isRequired
              isDisabled={isDisabled}
              onChange={(minimumDependencies) => edit({ ...draft, minimumDependencies })}
            />
          </div>
        </Part>
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={6} />}>
            <ClocksPart
              editor={editor}
              people={people}
              acknowledgementError={errorOf('acknowledgementHours')}
              isDisabled={isDisabled}
              onMeet={meet}
            />
            <WaiversPart
              waivers={draft.policy.waivers}
              longestDays={draft.longestDays}
              people={people}
              error={errorOf('longestDays')}
              isDisabled={isDisabled}
              onChange={(waivers) => change({ waivers })}
              onDays={(longestDays) => edit({ ...draft, longestDays })}
              onMeet={meet}
            />
            <HabitsParts {...draft.policy} isDisabled={isDisabled} onChange={change} />
            {!isDisabled && (
              <Review editor={editor} kind={kind} fields={fields} people={people} onSave={save} />
            )}
          </Suspense>
        </PartBoundary>
        <VersionsPart kind={kind} version={base.version} fields={fields} />
      </div>
    </JiraNamesProvider>
  );
}

const firstError = (form: HTMLElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error]');

/** The browser asks before what was typed is left behind; the tab keeps it even so. */
function useWarningBeforeLeaving(touched: boolean): void {
  useEffect(() => {
    if (!touched) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [touched]);
}
