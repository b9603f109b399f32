import type { Reinforcement } from '../domain/report/drift/reinforcements';
import type { Policy } from '../domain/policy/policy';
import type { Programme, ProgrammeEvent } from '../domain/readiness/programme';
import type { AccountId, Instant, PersonFact } from '../domain/values';

/** A save of the policy since the programme began, with what in it could be its reinforcement. */
export interface PolicySave {
  readonly policyVersion: number;
  readonly savedAt: Instant;
  readonly savedBy: AccountId;
  readonly changes: readonly Reinforcement[];
}

/** A project's readiness programme. Its step and its figures follow from this, the indicators and now. */
export interface ReadinessAnswer {
  readonly ok: true;
  /** Send it back with a change, so that nobody is overwritten. */
  readonly version: number;
  /** Null: none was ever started. */
  readonly programme: Programme | null;
  /** What was done in this round, oldest first. */
  readonly events: readonly ProgrammeEvent[];
  /** Rounds before this one. */
  readonly earlierRounds: number;
  readonly policy: Policy;
  /** Oldest first; only while a programme runs. */
  readonly saves: readonly PolicySave[];
  /** The viewer administers the project. */
  readonly mayChange: boolean;
  /** Those whom events and saves name. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  readonly now: Instant;
}
