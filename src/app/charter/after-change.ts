import type { ClockPolicy } from '../../domain/policy/clock-policy';
import { nextChangeAt, changeMoments } from '../../domain/fields/change-moments';
import { steps } from '../../domain/notices/clocks';
import { tellsAnybody, type Past } from '../../domain/notices/moves';
import { siteDefault } from '../../domain/policy/policy';
import { isBefore } from '../../domain/time/time';
import type { Instant, IssueKey } from '../../domain/values';
import type { FollowUp } from '../jobs/ports';
import type { StoredCharter } from './ports';

const earliest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && isBefore(b, a)) ? b : a;

/**
 * When the sweep is to look at a charter that is written now: at its first step, also where that lies behind, because
 * only the sweep knows what was told, or at the next moment that changes what the fields say. Where somebody is to be told promptly, at once: the push that has them told may be
 * lost. Without the policy at hand, at once: too early is never wrong, only work.
 */
export function dueAt(past: Past, policy: ClockPolicy | undefined, now: Instant): Instant | null {
  const { charter } = past;
  if (policy) {
    const first = earliest(steps(charter, policy)[0]?.at ?? null, nextChangeAt(charter, policy, now));
    if (!tellsAnybody(past, now)) return first;
    return first !== null && isBefore(first, now) ? first : now;
  }
  return changeMoments(charter, siteDefault).length > 0 || tellsAnybody(past, now) ? now : null;
}

/**
 * What follows a charter that is written at a moment: its shadows, and whoever is to be told of it. Each says which
 * version it follows, since it may come before that version does.
 */
export const followUpsOf = (issueKey: IssueKey, stored: StoredCharter, at: Instant): readonly FollowUp[] => [
  { kind: 'write-fields', issueKey, version: stored.version },
  ...(tellsAnybody(stored, at)
    ? [
        {
          kind: 'note-moves' as const,
          items: [{ issueId: stored.issueId, issueKey }],
          version: stored.version,
        },
      ]
    : []),
];
