import * as z from 'zod/mini';
import type { ReportItem } from '../../../src/contract/answers';

const found = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({
        assignee: z.nullish(z.object({ accountId: z.string(), displayName: z.string() })),
      }),
    }),
  ),
});

/** Somebody Jira assigns, and the items of theirs that nobody answers for yet. */
export interface Assigned {
  readonly accountId: string;
  readonly name: string;
  readonly items: readonly Pick<ReportItem, 'issueKey' | 'seen'>[];
}

/** Items for which nobody is nominated. */
export const unowned = (items: readonly ReportItem[]): readonly ReportItem[] =>
  items.filter(({ dri, gate }) => dri === null && gate !== null);

/**
 * Who is assigned to items, person by person, those with most items first.
 *
 * @param answer Jira's search for the items
 * @throws Error where it is no such answer
 */
export function assignedTo(answer: unknown, items: readonly ReportItem[]): readonly Assigned[] {
  const byKey = new Map(items.map((item) => [item.issueKey, item]));
  const people = new Map<string, Assigned>();
  for (const { key, fields } of found.parse(answer).issues) {
    const item = byKey.get(key);
    if (!item || !fields.assignee) continue;
    const { accountId, displayName: name } = fields.assignee;
    const so = people.get(accountId)?.items ?? [];
    people.set(accountId, { accountId, name, items: [...so, { issueKey: item.issueKey, seen: item.seen }] });
  }
  return [...people.values()].sort((a, b) => b.items.length - a.items.length || a.name.localeCompare(b.name));
}
