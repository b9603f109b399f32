import type { Instant } from '../domain/values';

/**
 * Why a dependency gave nothing to go by. `no-answer`: it is down, slow or unreadable. `too-many`: it wants to be asked
 * later. `refused`: it answered, and the app may not have this. `broken-question`: it does not understand what we asked.
 */
export type Failure = 'no-answer' | 'too-many' | 'refused' | 'broken-question';

interface FailureDetails {
  /** What was to be written may have been. */
  readonly mayBeDone?: boolean;
  readonly failure?: Failure;
  /** When it may be asked again, where it said so. */
  readonly until?: Instant | undefined;
  /** What it said about a question it did not understand. */
  readonly messages?: readonly string[];
}

/** A dependency of ours gave nothing to go by. Nothing was decided on its account; `mayBeDone`: it may have been done. */
export class Unavailable extends Error {
  override readonly name: string = 'Unavailable';
  readonly failure: Failure;
  readonly until: Instant | undefined;
  readonly messages: readonly string[];
  readonly mayBeDone: boolean;
  constructor(
    readonly dependency: 'jira' | 'storage' | 'queue',
    detail: string,
    { failure = 'no-answer', until, messages = [], mayBeDone = false }: FailureDetails = {},
  ) {
    super(`${dependency}: ${detail}`);
    this.failure = failure;
    this.until = until;
    this.messages = messages;
    this.mayBeDone = mayBeDone;
  }
}

/** Jira refuses what was to be read or done. Nothing was; asking again soon would not help. */
export class Refused extends Unavailable {
  override readonly name = 'Refused';
  constructor(detail: string) {
    super('jira', detail, { failure: 'refused' });
  }
}

/** What a job follows is not written yet. It is within the minute, or else never. */
export class Unwritten extends Unavailable {
  override readonly name = 'Unwritten';
}
