import { isOpen } from '../../charter/agreement/agreement';
import type { Charter } from '../../charter/charter';
import type { CharterEvent } from '../../charter/events';
import { replay } from '../../charter/evolve';
import { isAnswerOverdue } from '../../notices/clocks';
import { withCharter } from '../../gate/build-subject';
import type { Subject } from '../../gate/subject';
import { WEEK_MS } from '../indicators/weeks';
import type { Instant } from '../../values';
import { accountabilityTest, isAtRisk } from './accountability-test';

/** One item in the figures of the headline. */
export interface Standing {
  /** Passes the accountability test. */
  readonly passes: boolean;
  /** Agreements asked for and not taken back. */
  readonly promises: number;
  /** Of those: without an answer for longer than the policy allows. */
  readonly unanswered: number;
}

export function standingOf(subject: Subject, now: Instant): Standing {
  const { charter, policy } = subject;
  return {
    passes: !isAtRisk(accountabilityTest(subject, now)),
    promises: charter.agreements.filter(isOpen).length,
    unanswered: charter.agreements.filter((agreement) => isAnswerOverdue(agreement, policy, now)).length,
  };
}

/** A charter with what led to it; `earlier` counts older entries that are not in `history`. */
export interface Recorded {
  readonly charter: Charter;
  readonly history: readonly CharterEvent[];
  readonly earlier: number;
}

/** The charter as it stood at a moment; null where the entries that would tell are not at hand. */
export function charterAt({ charter, history, earlier }: Recorded, moment: Instant): Charter | null {
  const until = Date.parse(moment);
  const then = history.filter(({ at }) => Date.parse(at) <= until);
  if (then.length === history.length) return charter;
  return earlier > 0 ? null : replay(then);
}

export const weekBefore = (now: Instant): Instant => new Date(Date.parse(now) - WEEK_MS).toISOString();

/**
 * How an item stood a week ago by its own charter, under today's policy and with what Jira says of it today; null where
 * that cannot be known.
 */
export function standingLastWeek(recorded: Recorded, subject: Subject, now: Instant): Standing | null {
  const then = weekBefore(now);
  const charter = charterAt(recorded, then);
  const before = charter && withCharter(subject, charter);
  return before && standingOf(before, then);
}
