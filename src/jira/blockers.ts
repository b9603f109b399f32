import type { Blocker } from '../domain/gate/item';
import { waitsFor } from '../domain/history/link-words';
import { array, isRecord, record, string } from './read';

/** Every link that Jira says puts another issue in the way of this one. */
export function toBlockingLinks(issueLinks: unknown): readonly Blocker[] {
  return array(issueLinks).flatMap((link): Blocker[] => {
    if (!isRecord(link)) return [];
    const type = record(link['type']);
    const [other, wording] = isRecord(link['inwardIssue'])
      ? [link['inwardIssue'], string(type['inward'])]
      : [record(link['outwardIssue']), string(type['outward'])];
    const issueKey = string(other['key']);
    if (issueKey === '' || !waitsFor(wording)) return [];
    const fields = record(other['fields']);
    return [
      {
        issueKey,
        summary: string(fields['summary']),
        done: string(record(record(fields['status'])['statusCategory'])['key']) === 'done',
      },
    ];
  });
}

/** The issues that Jira's links put in the way of this one. */
export const toBlockers = (issueLinks: unknown): readonly Blocker[] =>
  // Two links of different types to the same issue are one dependency.
  [...new Map(toBlockingLinks(issueLinks).map((blocker) => [blocker.issueKey, blocker])).values()];
