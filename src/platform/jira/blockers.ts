import type { Reading } from '../../app/subject/ports';
import type { NamedBlocker } from '../../domain/gate/item';
import { knownLinksOf } from '../../domain/policy/known-links';
import { isWaiting, type LinkDirection } from '../../domain/policy/scope';
import { array, isRecord, record, string } from '../read';

const DIRECTIONS: readonly LinkDirection[] = ['inward', 'outward'];

/** Ids of the issues at the other end of an item's links, whatever the links are called: Jira leaves out hidden ones. */
export const toLinkedIds = (issueLinks: unknown): readonly string[] => [
  ...new Set(
    array(issueLinks)
      .flatMap((link) =>
        DIRECTIONS.map((direction) => string(record(record(link)[`${direction}Issue`])['id'])),
      )
      .filter((issueId) => issueId !== ''),
  ),
];

type Links = Omit<Reading, 'ownerSource'>;

/** Every link that a policy reads as putting another issue in the way of this one. */
export function toBlockingLinks(issueLinks: unknown, reading: Links): readonly NamedBlocker[] {
  const known = knownLinksOf(reading);
  return array(issueLinks).flatMap((link): NamedBlocker[] => {
    if (!isRecord(link)) return [];
    const type = record(link['type']);
    const direction: LinkDirection = isRecord(link['inwardIssue']) ? 'inward' : 'outward';
    const other = record(link[`${direction}Issue`]);
    const issueKey = string(other['key']);
    const read = { linkTypeId: string(type['id']), direction, words: string(type[direction]) };
    if (issueKey === '' || !isWaiting(reading.waitsFor, read, known)) return [];
    const fields = record(other['fields']);
    return [
      {
        issueId: string(other['id']),
        issueKey,
        summary: string(fields['summary']),
        done: string(record(record(fields['status'])['statusCategory'])['key']) === 'done',
      },
    ];
  });
}

/** The issues that Jira's links put in the way of this one. */
export const toBlockers = (issueLinks: unknown, reading: Links): readonly NamedBlocker[] =>
  // Two links of different types to the same issue are one dependency.
  [...new Map(toBlockingLinks(issueLinks, reading).map((blocker) => [blocker.issueKey, blocker])).values()];
