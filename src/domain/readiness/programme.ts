import type { Reinforcement } from '../report/drift/reinforcements';
import type { Checkpoint, RuleId } from '../policy/rules';
import type { CharterIndicatorId } from '../report/indicators/indicators';
import type { AccountId, Instant } from '../values';

/** Something people are to do, as the policy asks for it at one step. */
export interface Behaviour {
  readonly rule: RuleId;
  readonly checkpoint: Checkpoint;
}

/** Few things, held firmly: at most so many behaviours, and so many indicators. */
export const AT_MOST = 3;

/** What a programme ends with: the reinforcement stays, gives way to another, or goes. */
export const DECISIONS = ['keep', 'change', 'stop'] as const;
export type Decision = (typeof DECISIONS)[number];

/** One change of the policy, in force since that version was saved. */
export interface TurnedOn {
  readonly change: Reinforcement;
  readonly policyVersion: number;
  readonly since: Instant;
}

export type ProgrammeEvent = { readonly at: Instant; readonly by: AccountId } & (
  | { readonly type: 'programme-started' }
  | { readonly type: 'behaviours-chosen'; readonly behaviours: readonly Behaviour[] }
  | { readonly type: 'indicators-chosen'; readonly indicators: readonly CharterIndicatorId[] }
  | ({ readonly type: 'reinforcement-recorded' } & TurnedOn)
  | { readonly type: 'programme-decided'; readonly choice: Decision; readonly reason: string }
);

/** One round of the twelve weeks. What depends on the calendar is derived from `startedAt` and now. */
export interface Programme {
  readonly startedAt: Instant;
  readonly behaviours: readonly Behaviour[];
  readonly indicators: readonly CharterIndicatorId[];
  readonly reinforcement: TurnedOn | null;
  readonly decision: { readonly choice: Decision; readonly reason: string; readonly at: Instant } | null;
}

/** The programme after one more event; a start begins a new round. Null: none was ever started. */
export function evolve(programme: Programme | null, event: ProgrammeEvent): Programme | null {
  if (event.type === 'programme-started') {
    return { startedAt: event.at, behaviours: [], indicators: [], reinforcement: null, decision: null };
  }
  if (!programme) return null;
  switch (event.type) {
    case 'behaviours-chosen':
      return { ...programme, behaviours: event.behaviours };
    case 'indicators-chosen':
      return { ...programme, indicators: event.indicators };
    case 'reinforcement-recorded': {
      const { change, policyVersion, since } = event;
      return { ...programme, reinforcement: { change, policyVersion, since } };
    }
    case 'programme-decided': {
      const { choice, reason, at } = event;
      return { ...programme, decision: { choice, reason, at } };
    }
  }
}

export const programmeOf = (events: readonly ProgrammeEvent[]): Programme | null =>
  events.reduce(evolve, null);

/** The events of the latest round. */
export function latestRound(events: readonly ProgrammeEvent[]): readonly ProgrammeEvent[] {
  const from = events.map(({ type }) => type).lastIndexOf('programme-started');
  return from < 0 ? [] : events.slice(from);
}
