import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { foremost, FEWEST_ITEMS, summaryOf, type Summary } from '../../../src/domain/report/backtest/summary';
import type { Checkpoint } from '../../../src/domain/policy/rules';
import { dayText } from '../../../src/contract/texts/dates';
import { EmptyState } from '../../ui/empty-state';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { Comparison } from './comparison';
import type { Choices } from './model/choices';
import type { Run } from './model/run';
import { RuleTable } from './rule-table';

/** What the policy would have done: the answer in sentences first, then its numbers, then what they leave out. */
export function Result({ run, choices, onUse }: { run: Run; choices: Choices; onUse?: () => void }) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const { figures, untold } = run;
  const summary = summaryOf(figures);
  const moves = summary.start.moves + summary.finish.moves;
  const day = (date: string) => (date === '' ? '' : dayText(date, today, locale));
  const period = t('backtest.period', { from: day(choices.from), to: day(choices.to) });

  if (moves === 0 && run.state === 'done') {
    return (
      <EmptyState title={t('backtest.noneTitle')}>
        <Text id="backtest.noneBody" values={{ items: figures.items, period }} />
      </EmptyState>
    );
  }
  return (
    <Stack space="space.300">
      <div className="hf-prose">
        <Stack space="space.100">
          <p className="hf-subtle hf-small">
            {t(run.state === 'done' ? 'backtest.basis' : 'backtest.basisSoFar', {
              period,
              items: figures.items,
              moved: figures.moved,
            })}
          </p>
          {(['start', 'finish'] as const).map((checkpoint) => (
            <Answer key={checkpoint} run={run} summary={summary} checkpoint={checkpoint} />
          ))}
          <Took summary={summary} />
        </Stack>
      </div>
      <RuleTable figures={figures} />
      <Comparison summary={summary} />
      <section>
        <h3 className="hf-title">
          <Text id="backtest.readThis" />
        </h3>
        <ul className="hf-notes">
          <li>
            <Text id="backtest.asEnforced" />
          </li>
          {untold.length > 0 && (
            <li>
              <Text
                id="backtest.untold"
                values={{ rules: untold.map((rule) => t(`report.rule.${rule}`)).join(' · ') }}
              />
            </li>
          )}
          <li>
            <Text id="backtest.today" />
          </li>
          {figures.moves.reopen > 0 && (
            <li>
              <Text id="backtest.reopened" values={{ count: figures.moves.reopen }} />
            </li>
          )}
          {summary.bulk.moves > 0 && (
            <li>
              <Text id="backtest.bulk" values={{ ...summary.bulk }} />
            </li>
          )}
          {figures.byCharter > 0 && (
            <li>
              <Text id="backtest.byCharter" values={{ count: figures.byCharter }} />
            </li>
          )}
          {figures.unclear > 0 && (
            <li>
              <Text id="backtest.unclear" values={{ count: figures.unclear }} />
            </li>
          )}
          {figures.cut > 0 && (
            <li>
              <Text id="backtest.cut" values={{ count: figures.cut }} />
            </li>
          )}
        </ul>
      </section>
      <div className="hf-actions hf-asks">
        {onUse && (
          <Button appearance="primary" onClick={onUse}>
            {t('backtest.use')}
          </Button>
        )}
        <Button onClick={() => window.print()}>{t('backtest.print')}</Button>
        {onUse && (
          <span className="hf-subtle hf-small">
            <Text id="backtest.useHelp" />
          </span>
        )}
      </div>
    </Stack>
  );
}

/** "Of 412 moves to Start, 96 would have been stopped, 88 of them because nobody owned the work." */
function Answer({ run, summary, checkpoint }: { run: Run; summary: Summary; checkpoint: Checkpoint }) {
  const { moves, blocked, warned } = summary[checkpoint];
  if (moves === 0) return null;
  const most = foremost(run.figures, checkpoint);
  return (
    <p className={checkpoint === 'start' ? 'hf-answer' : 'hf-large'}>
      <Text id={`backtest.stopped.${checkpoint}`} values={{ moves, blocked }} />
      {most && (
        <Text
          id={most.blocked === blocked ? 'backtest.allBecause' : 'backtest.because'}
          values={{ count: most.blocked, why: <Text id={`backtest.why.${most.rule}`} /> }}
        />
      )}
      {'. '}
      {warned > 0 && <Text id="backtest.warned" values={{ warned }} />}
    </p>
  );
}

function Took({ summary: { withGap, withoutGap } }: { summary: Summary }) {
  const days = (figure: number) => Math.round(figure * 10) / 10;
  return (
    <p className="hf-large">
      {withGap.days !== null && withoutGap.days !== null ? (
        <Text id="backtest.took" values={{ gap: days(withGap.days), clear: days(withoutGap.days) }} />
      ) : (
        <Text
          id="backtest.tookTooFew"
          values={{ gap: withGap.finished, clear: withoutGap.finished, fewest: FEWEST_ITEMS }}
        />
      )}
    </p>
  );
}
