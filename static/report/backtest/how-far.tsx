import { useEffect } from 'react';
import Button from '@atlaskit/button/default/button';
import { useAnnounce } from '../../ui/announcer';
import { LoadProblem } from '../../ui/call-problem';
import { Notice } from '../../ui/notice';
import { Text, useText } from '../../ui/text';
import type { Run } from './model/run';

/** How far the replay is, and how to go on where it stopped. */
export function HowFar({
  run,
  isOutdated,
  onResume,
  onRetry,
}: {
  run: Run;
  /** Something else was chosen since. */
  isOutdated: boolean;
  onResume: () => void;
  onRetry: () => void;
}) {
  const t = useText();
  const announce = useAnnounce();
  const { state, figures, total } = run;
  const have = figures.items;
  const isDone = state === 'done';
  useEffect(() => {
    if (isDone) announce(t('backtest.replayed', { have }));
  }, [isDone, have, announce, t]);
  const failed = typeof state === 'object' ? state : null;
  // An estimate that proves too low is not shown as a part of less.
  const all = total === null ? null : Math.max(total, have);
  return (
    <div className="hf-asks">
      {state === 'running' && (
        <div className="hf-report-progress">
          <p className="hf-subtle hf-small">
            {all === null ? (
              <Text id="backtest.begun" />
            ) : (
              <Text id="backtest.soFar" values={{ have, all }} />
            )}
          </p>
          <div
            className="hf-report-bar"
            role="progressbar"
            aria-label={t('backtest.running')}
            aria-valuemin={0}
            {...(all !== null && { 'aria-valuemax': all, 'aria-valuenow': have })}
          >
            <div
              style={{ width: all === null ? '4%' : `${Math.min(100, (100 * have) / Math.max(all, 1))}%` }}
            />
          </div>
        </div>
      )}
      {state === 'stopped' && (
        <Notice
          title={t('backtest.stoppedTitle', { have, all: all ?? have })}
          actions={
            <Button spacing="compact" onClick={onResume}>
              {t('backtest.continue')}
            </Button>
          }
        >
          <Text id="backtest.stoppedBody" />
        </Notice>
      )}
      {failed !== null &&
        (have === 0 || failed.again ? (
          <LoadProblem problem={failed} onRetry={onRetry} />
        ) : (
          <Notice
            tone="warning"
            urgent
            title={t('backtest.stoppedTitle', { have, all: all ?? have })}
            actions={
              <Button spacing="compact" onClick={onResume}>
                {t('backtest.continue')}
              </Button>
            }
          >
            <Text id="backtest.failedBody" />
          </Notice>
        ))}
      {isOutdated && (
        <p className="hf-subtle hf-small">
          <Text id="backtest.outdated" />
        </p>
      )}
    </div>
  );
}
