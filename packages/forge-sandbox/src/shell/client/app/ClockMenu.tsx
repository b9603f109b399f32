import { useState } from 'react';
import { useDates } from './dates';
import { ClockIcon } from './icons';
import { notifyFailure, reloadWith } from './live';
import { Popover } from './Popover';
import { advanceClock } from './sandbox';
import { Button } from './ui';
import { useNow } from './use-now';
import { useWorld } from './world';

const STEPS = [
  ['PT1H', '1 hour'],
  ['P1D', '1 day'],
  ['P7D', '1 week'],
] as const;

/** Shows simulated time and moves it. */
export const ClockMenu = () => {
  const { client, me, state } = useWorld();
  const now = useNow();
  const dates = useDates();
  const [busy, setBusy] = useState(false);
  const advance = async (duration: string, words: string) => {
    setBusy(true);
    try {
      await advanceClock(client, duration);
      reloadWith(`Time moved by ${words}`, 'Schedules that fell due have run.');
    } catch (error) {
      notifyFailure('Time did not move', error);
      setBusy(false);
    }
  };
  return (
    <Popover
      title="Simulated time"
      align="end"
      className="button button-subtle clock"
      name={`Simulated time: ${dates.long(now)}`}
      label={
        <>
          <ClockIcon /> <span className="wide-only">{dates.short(now)}</span>
        </>
      }
    >
      {() => (
        <div className="clock-panel">
          <p className="popover-title">Simulated time</p>
          <p className="clock-now">{dates.long(now)}</p>
          <p className="popover-note">
            Shown in {me.displayName}’s time zone. Jira and the app share this clock.{' '}
            {state.clock.ticking
              ? 'It runs on by itself and never back.'
              : 'It stands still until you move it.'}
          </p>
          <div className="button-row">
            {STEPS.map(([duration, words]) => (
              <Button key={duration} disabled={busy} onClick={() => void advance(duration, words)}>
                +{words}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Popover>
  );
};
