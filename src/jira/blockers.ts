import type { Blocker } from '../domain/gate/item';
import { array, isRecord, record, string } from './read';

/**
 * Link wordings that say "this item waits for that one". The side a link stands on differs between link types
 * (`Blocks` points the other way round than `Depends`), so only the words are read.
 */
const WAITS_FOR =
  /^(is blocked by|blocked by|depends on|depends upon|is dependent on|has to be done after)$/i;

/** The issues that Jira's links put in the way of this one. */
export function toBlockers(issueLinks: unknown): readonly Blocker[] {
  const blockers = array(issueLinks).flatMap((link): Blocker[] => {
    if (!isRecord(link)) return [];
    const type = record(link['type']);
    const [other, wording] = isRecord(link['inwardIssue'])
      ? [link['inwardIssue'], string(type['inward'])]
      : [record(link['outwardIssue']), string(type['outward'])];
    const issueKey = string(other['key']);
    if (issueKey === '' || !WAITS_FOR.test(wording.trim())) return [];
    const fields = record(other['fields']);
    return [
      {
        issueKey,
        summary: string(fields['summary']),
        done: string(record(record(fields['status'])['statusCategory'])['key']) === 'done',
      },
    ];
  });
  // Two links of different types to the same issue are one dependency.
  return [...new Map(blockers.map((blocker) => [blocker.issueKey, blocker])).values()];
}
