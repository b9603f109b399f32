import type { IssueKey } from '../../../values';
import { unmappedBlockers } from '../../blockers';
import { theDri, type Check, type Rule } from '../rule';

/** Every open blocking link has an agreement. */
export const rule = {
  id: 'dependency.unmapped',
  group: 'dependencies',
  row: 3,
  defaults: { start: 'block', finish: 'block' },
  asks: 'blockers-promised',
  inJira: 'links',
} as const satisfies Rule;

type Facts =
  | { readonly hidden?: undefined; readonly issueKey: IssueKey; readonly summary: string }
  /** Something the reader may not see. */
  | { readonly hidden: true };

export const check: Check<Facts> = {
  unmet: ({ charter, item }) =>
    unmappedBlockers(charter, item).map((blocker): Facts =>
      blocker.hidden ? { hidden: true } : { issueKey: blocker.issueKey, summary: blocker.summary },
    ),
  who: theDri,
};
