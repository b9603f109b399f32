import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { foremost, summaryOf } from '../../../src/domain/report/backtest/summary';
import { LoadProblem } from '../../ui/call-problem';
import { SkeletonLines } from '../../ui/skeleton';
import { Text, useText } from '../../ui/text';
import type { PastYear } from './use-past-year';

/** The project's own past year in three sentences: what was started, what would have waited, and how long it took. */
export function PastYearPart({
  past: { figures, state },
  onRetry,
  onOtherTypes,
}: {
  past: PastYear;
  onRetry: () => void;
  onOtherTypes: () => void;
}) {
  const t = useText();
  if (typeof state === 'object') return <LoadProblem problem={state} onRetry={onRetry} />;
  if (state === 'running' && figures.items === 0) return <SkeletonLines lines={3} />;
  const { start, withGap, withoutGap } = summaryOf(figures);
  const most = foremost(figures, 'start');
  const days = (value: number): number => Math.round(value * 10) / 10;
  if (start.moves === 0) {
    return (
      <Stack space="space.100">
        <p className="hf-large">
          <Text id="setup.pastNone" values={{ items: figures.items }} />
        </p>
        <div>
          <Button onClick={onOtherTypes}>{t('setup.otherTypes')}</Button>
        </div>
      </Stack>
    );
  }
  return (
    <Stack space="space.100">
      <p className="hf-large">
        <Text id="setup.pastStarted" values={{ moves: start.moves, items: figures.items }} />
      </p>
      <p className="hf-large">
        <Text id="setup.pastWaited" values={{ blocked: start.blocked, moves: start.moves }} />{' '}
        {most && (
          <Text id="setup.pastMost" values={{ rule: t(`report.rule.${most.rule}`), count: most.blocked }} />
        )}
      </p>
      {start.blocked > 0 && (
        <p className="hf-large">
          {withGap.days !== null && withoutGap.days !== null ? (
            <Text id="setup.pastTook" values={{ gap: days(withGap.days), clear: days(withoutGap.days) }} />
          ) : (
            <Text id="setup.pastTookFew" values={{ gap: withGap.finished, clear: withoutGap.finished }} />
          )}
        </p>
      )}
      <p className="hf-subtle hf-small">
        <Text id={state === 'running' ? 'setup.pastGoesOn' : 'setup.pastHow'} />
      </p>
    </Stack>
  );
}
