import * as z from 'zod/mini';
import type { IsoDate, IssueKey, PersonFact } from '../../src/domain/values';
import { personFrom } from './person-from';
import { askJira } from './requests';

/** How somebody else's work item fares now, as the reader may see it. */
export interface IssueStatus {
  readonly summary: string;
  readonly status: string;
  readonly category: 'new' | 'indeterminate' | 'done';
  /** Absent where nobody is assigned. */
  readonly assignee?: PersonFact;
  /** The day the work item itself is due. */
  readonly due?: IsoDate;
}

const issues = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({
        summary: z.string(),
        status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
        assignee: z.unknown(),
        duedate: z.nullish(z.string()),
      }),
    }),
  ),
});

const categoryOf = (key: string): IssueStatus['category'] =>
  key === 'done' || key === 'new' ? key : 'indeterminate';

/** Jira takes so many at once. */
const AT_ONCE = 100;

/** One question for each hundred. What Jira does not show the reader is absent. Throws when Jira does not answer. */
export async function issueStatuses(
  keys: readonly IssueKey[],
): Promise<Readonly<Record<IssueKey, IssueStatus>>> {
  const batches: Promise<readonly (readonly [IssueKey, IssueStatus])[]>[] = [];
  for (let at = 0; at < keys.length; at += AT_ONCE) batches.push(batchOf(keys.slice(at, at + AT_ONCE)));
  return Object.fromEntries((await Promise.all(batches)).flat());
}

async function batchOf(keys: readonly IssueKey[]): Promise<readonly (readonly [IssueKey, IssueStatus])[]> {
  const answer = issues.parse(
    await askJira('/rest/api/3/issue/bulkfetch', {
      issueIdsOrKeys: keys,
      fields: ['summary', 'status', 'assignee', 'duedate'],
    }),
  );
  return answer.issues.map(({ key, fields }): readonly [IssueKey, IssueStatus] => {
    const { summary, status, duedate } = fields;
    const assignee = personFrom(fields.assignee, 'human');
    return [
      key,
      {
        summary,
        status: status.name,
        category: categoryOf(status.statusCategory.key),
        ...(assignee && { assignee }),
        ...(duedate && { due: duedate }),
      },
    ];
  });
}
