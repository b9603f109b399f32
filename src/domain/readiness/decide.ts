import { INDICATORS, type CharterIndicatorId } from '../report/indicators/indicators';
import { CHECKPOINTS, RULES } from '../policy/rules';
import { ok, refuse, type Result } from '../result';
import type { AccountId } from '../values';
import { isBefore, type Instant } from '../time/time';
import {
  AT_MOST,
  type Behaviour,
  type Decision,
  type Programme,
  type ProgrammeEvent,
  type TurnedOn,
} from './programme';

export type ProgrammeCommand =
  | { readonly type: 'start' }
  | { readonly type: 'choose'; readonly behaviours: readonly Behaviour[] }
  | { readonly type: 'watch'; readonly indicators: readonly CharterIndicatorId[] }
  | ({ readonly type: 'reinforce' } & TurnedOn)
  | { readonly type: 'decide'; readonly choice: Decision; readonly reason: string };

export type ProgrammeRejection =
  /** There is nothing to change: no programme, or one that has its decision. */
  | 'no-programme'
  /** A second one would forget the first. */
  | 'programme-running'
  | 'too-many'
  | 'nothing-chosen'
  /** To keep or to change something, something must have been turned on. */
  | 'nothing-turned-on'
  /** What was in force before the programme began cannot be what it tries. */
  | 'turned-on-before';

type Decided = Result<readonly ProgrammeEvent[], ProgrammeRejection>;

/**
 * What a command does to a programme. No step waits for its weeks: one may be late or early. What was chosen may be
 * chosen again until the decision.
 */
export function decide(
  programme: Programme | null,
  command: ProgrammeCommand,
  { at, by }: { readonly at: Instant; readonly by: AccountId },
): Decided {
  const running = programme !== null && programme.decision === null;
  if (command.type === 'start') {
    return running ? refuse('programme-running') : ok([{ type: 'programme-started', at, by }]);
  }
  if (!programme || !running) return refuse('no-programme');
  switch (command.type) {
    case 'choose': {
      const behaviours = inOrder(command.behaviours);
      return withinRound(behaviours, () => ({ type: 'behaviours-chosen', behaviours, at, by }));
    }
    case 'watch': {
      const indicators = INDICATORS.filter((id) => command.indicators.includes(id));
      return withinRound(indicators, () => ({ type: 'indicators-chosen', indicators, at, by }));
    }
    case 'reinforce': {
      const { change, policyVersion, since } = command;
      return isBefore(since, programme.startedAt)
        ? refuse('turned-on-before')
        : ok([{ type: 'reinforcement-recorded', change, policyVersion, since, at, by }]);
    }
    case 'decide': {
      const { choice, reason } = command;
      return choice !== 'stop' && !programme.reinforcement
        ? refuse('nothing-turned-on')
        : ok([{ type: 'programme-decided', choice, reason, at, by }]);
    }
  }
}

/** As the policy lists them, each once. */
const inOrder = (behaviours: readonly Behaviour[]): readonly Behaviour[] =>
  RULES.flatMap((rule) => CHECKPOINTS.map((checkpoint): Behaviour => ({ rule, checkpoint }))).filter((one) =>
    behaviours.some(({ rule, checkpoint }) => rule === one.rule && checkpoint === one.checkpoint),
  );

function withinRound(chosen: readonly unknown[], event: () => ProgrammeEvent): Decided {
  if (chosen.length === 0) return refuse('nothing-chosen');
  return chosen.length > AT_MOST ? refuse('too-many') : ok([event()]);
}
