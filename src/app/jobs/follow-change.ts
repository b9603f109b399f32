import { tellsAnybody } from '../../domain/notices/moves';
import type { Instant, IssueKey } from '../../domain/values';
import type { FollowUp } from './ports';
import type { StoredCharter } from '../ports';

/** What follows a charter that was written at a moment: its shadows, and whoever is to be told of it. */
export const followUpsOf = (issueKey: IssueKey, stored: StoredCharter, at: Instant): readonly FollowUp[] => [
  { kind: 'shadow', issueKey },
  ...(tellsAnybody(stored, at)
    ? [{ kind: 'moves' as const, items: [{ issueId: stored.issueId, issueKey }] }]
    : []),
];
