import { useMemo, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { WEEKS } from '../../../src/contract/indicators';
import { wordReinforcement } from '../../../src/contract/wording/drift';
import { beforeAfter, COMPARED, soFar, weeksToCompare } from '../../../src/domain/readiness/before-after';
import type { Programme } from '../../../src/domain/readiness/programme';
import { LoadProblem } from '../../ui/call-problem';
import { useNow } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { useEvidence } from '../indicators/use-evidence';
import { FiguresTable, type FigureRow } from './figures-table';
import { useDay } from './use-day';
import { behaviourText } from './words';

/** The page to print: what was held, what was turned on, and the figures on both sides of it. */
export function Sheet({ programme, projectKey }: { programme: Programme; projectKey: string }) {
  const t = useText();
  const now = useNow();
  const day = useDay({ onPaper: true });
  const [attempt, setAttempt] = useState(0);
  const { behaviours, indicators, reinforcement, decision } = programme;
  const until = reinforcement?.since ?? now;
  const { evidence, weeks, state } = useEvidence(
    'report/indicators',
    attempt,
    Math.min(WEEKS.most, weeksToCompare(until, now)),
  );
  const rows = useMemo(
    (): readonly FigureRow[] =>
      reinforcement
        ? beforeAfter(evidence, indicators, weeks, reinforcement.since)
        : soFar(evidence, indicators, weeks).map(({ indicator, side }) => ({ indicator, before: side })),
    [evidence, indicators, reinforcement, weeks],
  );
  return (
    <section className="hf-card hf-sheet" aria-labelledby="hf-ready-sheet">
      <Stack space="space.150">
        <Inline space="space.100" alignBlock="center" spread="space-between" shouldWrap>
          <h3 id="hf-ready-sheet" className="hf-heading">
            <Text id={reinforcement ? 'readiness.sheet' : 'readiness.sheetSoFar'} />
          </h3>
          <div className="hf-asks">
            <Button spacing="compact" onClick={() => window.print()}>
              {t('readiness.print')}
            </Button>
          </div>
        </Inline>
        <p className="hf-subtle">
          <Text id="readiness.printed" values={{ project: projectKey, date: day(now) }} />
        </p>
        <dl className="hf-sheet-facts">
          {behaviours.length > 0 && (
            <div>
              <dt className="hf-subtle hf-small">
                <Text id="readiness.held" />
              </dt>
              {behaviours.map((one) => (
                <dd key={`${one.rule} ${one.checkpoint}`}>{behaviourText(one, t)}</dd>
              ))}
            </div>
          )}
          {reinforcement && (
            <div>
              <dt className="hf-subtle hf-small">
                <Text id="readiness.turnedOn" />
              </dt>
              <dd>
                {wordReinforcement(reinforcement.change)},{' '}
                <Text
                  id="readiness.turnedOnSince"
                  values={{ date: day(reinforcement.since), version: reinforcement.policyVersion }}
                />
              </dd>
            </div>
          )}
          {decision && (
            <div>
              <dt className="hf-subtle hf-small">
                <Text id="readiness.decision" />
              </dt>
              <dd>
                <Text id={`readiness.choice.${decision.choice}`} />, {day(decision.at)}. {decision.reason}
              </dd>
            </div>
          )}
        </dl>
        {typeof state === 'object' && (
          <LoadProblem problem={state} onRetry={() => setAttempt((before) => before + 1)} />
        )}
        {state === 'loading' && (
          <p className="hf-subtle" role="status">
            <Text id="readiness.figuresLoading" />
          </p>
        )}
        {typeof state === 'string' && <FiguresTable rows={rows} />}
        <p className="hf-subtle hf-small">
          <Text id={reinforcement ? 'readiness.how' : 'readiness.howSoFar'} values={{ ...COMPARED }} />
        </p>
      </Stack>
    </section>
  );
}
