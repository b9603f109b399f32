import { useState, type ReactNode } from 'react';
import { router } from '@forge/bridge';
import Button from '@atlaskit/button/default/button';
import type { DriftView } from '../../src/contract/drift';
import type { DriftFigures } from '../../src/domain/report/drift/loosening';
import type { Summary } from '../../src/domain/report/accountability/summary';
import { LoadProblem } from '../ui/call-problem';
import { MomentText } from '../ui/date-text';
import { EmptyState } from '../ui/empty-state';
import { Bone } from '../ui/skeleton';
import { StateWord } from '../ui/state-word';
import { Text, useText } from '../ui/text';
import { GadgetSkeleton } from './skeleton';
import { useFigures, type GatheredFigures } from './use-figures';
import { Weakest } from './weakest';

/** The report in little: three numbers, the three weakest handoffs, and the way to the rest. */
export function Figures({ projectKey }: { projectKey: string }) {
  const t = useText();
  const [attempt, setAttempt] = useState(0);
  const { gathered, drift, askOwn } = useFigures(attempt);
  const { summary, state, kept } = gathered;
  const nothingYet = summary.items === 0;
  if (typeof state === 'object' && nothingYet) {
    return state.code === 'not-found' || state.code === 'invalid' ? (
      <EmptyState title={t('gadget.hiddenTitle')}>
        <Text id="gadget.hiddenBody" />
      </EmptyState>
    ) : (
      <LoadProblem problem={state} onRetry={() => setAttempt(attempt + 1)} />
    );
  }
  if (nothingYet && state === 'loading') return <GadgetSkeleton />;
  const open = () =>
    void router.navigate({ target: 'module', moduleKey: 'gap-report', projectKey }).catch(() => undefined);
  const link = (
    <Button appearance="subtle" spacing="compact" onClick={open}>
      {t('gadget.open', { project: projectKey })}
    </Button>
  );
  if (nothingYet) {
    return (
      <EmptyState title={t('gadget.emptyTitle', { project: projectKey })} actions={link}>
        <Text id="gadget.emptyBody" />
      </EmptyState>
    );
  }
  return (
    <div className="hf-gadget">
      <Numbers
        projectKey={projectKey}
        gathered={gathered}
        drift={drift === 'lost' ? drift : drift ? figuresOf(drift) : (kept?.drift ?? null)}
      />
      <OffTrack summary={summary} />
      <NotKnown summary={summary} />
      {typeof state === 'object' && <LoadProblem problem={state} onRetry={() => setAttempt(attempt + 1)} />}
      {/* Both answers decide who stands here: shown once, not moved about. */}
      {kept ? (
        <Shared at={kept.at} onAskOwn={askOwn} />
      ) : (
        <Weakest
          handoffs={state !== 'loading' && drift ? summary.handoffs : null}
          drift={drift === 'lost' ? null : drift}
        />
      )}
      {drift === 'lost' && (
        <p className="hf-subtle hf-small">
          <Text id="gadget.driftMissing" />
        </p>
      )}
      <div className="hf-gadget-open">{link}</div>
    </div>
  );
}

/** What the project shares names nobody: whom the weakest handoffs are with is told when the reader asks. */
function Shared({ at, onAskOwn }: { at: string; onAskOwn: () => void }) {
  const t = useText();
  return (
    <div className="hf-stack">
      <p className="hf-subtle hf-small">
        <Text id="gadget.shared" values={{ at: <MomentText at={at} /> }} />
      </p>
      <div>
        <Button spacing="compact" onClick={onAskOwn}>
          {t('gadget.askOwn')}
        </Button>
      </div>
    </div>
  );
}

/** Items whose owners say that they are off track, in one line; nothing where there are none. */
export function OffTrack({ summary: { offTrack, epics, items } }: { summary: Summary }) {
  const t = useText();
  if (offTrack === 0) return null;
  return (
    <p>
      <StateWord tone="problem">
        {t('gadget.offTrack', { count: offTrack, kind: epics === items ? 'epics' : 'items' })}
      </StateWord>
    </p>
  );
}

/** Items that Holdfast may not see, in one line; nothing where there are none. */
export function NotKnown({ summary: { notKnown, epics, items } }: { summary: Summary }) {
  if (notKnown === 0) return null;
  return (
    <p className="hf-subtle hf-small">
      <Text id="gadget.notKnown" values={{ count: notKnown, kind: epics === items ? 'epics' : 'items' }} />
    </p>
  );
}

export function Numbers({
  projectKey,
  gathered: { summary, enforced, answerWithin, state },
  drift,
}: {
  projectKey: string;
  gathered: GatheredFigures;
  drift: DriftFigures | 'lost' | null;
}) {
  const t = useText();
  const { items: all, notKnown, passing, promises, unanswered, heldBack, epics } = summary;
  // Of what Holdfast may not see it says neither that it passes nor that it does not.
  const items = all - notKnown;
  const kind = epics === all ? 'epics' : 'items';
  const isPartial = state !== 'done';
  const loosening = drift !== null && drift !== 'lost' && mayTell(drift) ? drift.loosening : null;
  return (
    <ul className="hf-gadget-numbers" aria-label={t('gadget.numbers', { project: projectKey })}>
      <Figure number={t('gadget.of', { part: passing, whole: items })} isPartial={isPartial}>
        <Text id="gadget.passing" values={{ kind, count: items }} />
      </Figure>
      <Figure
        number={
          promises === 0
            ? t('gadget.number', { count: 0 })
            : t('gadget.of', { part: unanswered, whole: promises })
        }
        isPartial={isPartial}
      >
        {promises === 0 || !answerWithin ? (
          <Text id="gadget.noPromises" />
        ) : (
          <Text id="gadget.unanswered" values={{ count: promises, ...answerWithin }} />
        )}
      </Figure>
      {drift === null ? (
        <li aria-hidden="true">
          <Bone width="48px" height="24px" />
          <Bone width="90%" />
        </li>
      ) : loosening !== null ? (
        <Figure number={t('gadget.number', { count: loosening })} isPartial={false}>
          <Text id="gadget.loosening" values={{ count: loosening }} />
        </Figure>
      ) : (
        <Figure number={t('gadget.number', { count: heldBack })} isPartial={isPartial}>
          <Text
            id={enforced ? 'gadget.blocked' : 'gadget.wouldBeBlocked'}
            values={{ kind, count: heldBack }}
          />
        </Figure>
      )}
    </ul>
  );
}

/** Whether a handoff has weeks enough for its drift to be told from chance. */
const mayTell = ({ all, have, need }: DriftFigures): boolean => all > 0 && have >= need;

const figuresOf = ({ handoffs, measured }: DriftView): DriftFigures => ({ ...handoffs, ...measured });

function Figure({
  number,
  isPartial,
  children,
}: {
  number: string;
  isPartial: boolean;
  children: ReactNode;
}) {
  return (
    <li>
      <span className="hf-gadget-number">{number}</span>{' '}
      {isPartial && (
        <span className="hf-subtle hf-small">
          <Text id="gadget.soFar" />{' '}
        </span>
      )}
      <span className="hf-gadget-text">{children}</span>
    </li>
  );
}
