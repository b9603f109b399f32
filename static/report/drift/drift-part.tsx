import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { DriftView } from '../../../src/contract/drift';
import { LoadProblem } from '../../ui/call-problem';
import { EmptyState } from '../../ui/empty-state';
import { SkeletonLines } from '../../ui/skeleton';
import { Text, useText } from '../../ui/text';
import { useDrift } from '../../ui/use-drift';
import { useHidden } from '../../ui/use-hidden';
import { useLatest } from '../../ui/use-latest';
import '../indicators/texts';
import '../indicators/indicators.css';
import { lettered } from '../indicators/model/policy-changes';
import { SignalCard } from './signal-card';
import { signalName } from './signal-name';

/** Cards on the page: more would be a list, and a list is not read on a Monday. */
const MOST_CARDS = 3;

/** What drifts in a project; with its own words, which the first paint does without. */
export function DriftPart({
  projectKey,
  onAnswer,
}: {
  projectKey: string;
  /** Told once all items are read. */
  onAnswer: (answer: DriftView) => void;
}) {
  const t = useText();
  const [attempt, setAttempt] = useState(0);
  const { drift, state } = useDrift(attempt);
  const take = useLatest(onAnswer);
  useEffect(() => {
    if (drift && state === 'done') take.current?.(drift);
  }, [drift, state, take]);
  return (
    <section aria-labelledby="hf-drift">
      <Stack space="space.150">
        <h2 id="hf-drift" className="hf-heading" tabIndex={-1}>
          <Text id="drift.heading" />
        </h2>
        {drift === null && state === 'loading' && (
          <div role="status" aria-label={t('drift.loading')}>
            <SkeletonLines lines={3} />
          </div>
        )}
        {typeof state === 'object' && (
          <LoadProblem problem={state} onRetry={() => setAttempt((before) => before + 1)} />
        )}
        {drift !== null && state === 'loading' && (
          <p role="status" className="hf-subtle">
            <Text id="drift.loadedItems" values={{ items: drift.items }} />
          </p>
        )}
        {drift !== null && (state === 'done' || drift.withHistory > 0) && (
          <Signals answer={drift} isWhole={state === 'done'} projectKey={projectKey} />
        )}
      </Stack>
    </section>
  );
}

function Signals({
  answer,
  isWhole,
  projectKey,
}: {
  answer: DriftView;
  /** Else it is told of the items read so far, and that nothing changed is not told yet. */
  isWhole: boolean;
  projectKey: string;
}) {
  const t = useText();
  const { names, hide, showAll } = useHidden(projectKey);
  const { signals, measured, items, withHistory } = answer;
  if (withHistory === 0) {
    return (
      <EmptyState title={t('drift.noneTitle')}>
        <Text id="drift.noneBody" values={{ items, need: measured.need }} />
      </EmptyState>
    );
  }
  const policyChanges = lettered(answer.turns);
  const worth = signals.filter(({ change }) => change !== 'tightening');
  const visible = worth.filter((signal) => !names.includes(signalName(signal)));
  const cards = visible.slice(0, MOST_CARDS);
  const hidden = worth.length - visible.length;
  const quiet = !isWhole
    ? null
    : measured.have < measured.need
      ? 'soon'
      : hidden === 0 && cards.length === 0
        ? signals.length > 0
          ? 'improved'
          : 'steady'
        : null;
  return (
    <>
      {cards.length > 0 && (
        <div className="hf-signals">
          {cards.map((signal) => (
            <SignalCard
              key={signalName(signal)}
              signal={signal}
              policyChanges={policyChanges}
              projectKey={projectKey}
              mayChange={answer.mayChange}
              onHide={() => {
                hide(signalName(signal));
                // The button is gone with its card.
                document.getElementById('hf-drift')?.focus();
              }}
            />
          ))}
        </div>
      )}
      {quiet === 'soon' && cards.length === 0 && (
        <p>
          <b>
            <Text id="drift.soonTitle" />
          </b>{' '}
          <Text id="drift.soonBody" values={{ ...measured }} />
        </p>
      )}
      {(quiet === 'steady' || quiet === 'improved') && (
        <p>
          <Text id={`drift.${quiet}`} />
        </p>
      )}
      {visible.length > cards.length && (
        <p className="hf-subtle">
          <Text id="drift.moreSignals" values={{ count: visible.length - cards.length }} />
        </p>
      )}
      {hidden > 0 && (
        <p className="hf-subtle hf-actions">
          <Text id="drift.hidden" values={{ count: hidden }} />{' '}
          <Button appearance="subtle" spacing="compact" onClick={showAll}>
            {t('drift.showHidden')}
          </Button>
        </p>
      )}
    </>
  );
}
