import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * An export as it lies on disk, read again from scratch: nothing here is shared with the app or with the import, so
 * that the two can be held against each other.
 */
export interface RawItem {
  readonly key: string;
  readonly project: string;
  readonly type: string;
  readonly category: string;
  readonly assignee: { readonly accountId: string; readonly active: boolean } | null;
  readonly updated: number;
  /** Every link in the words the item itself reads: "depends on" and the key at the other end. */
  readonly reads: readonly { readonly words: string; readonly other: string }[];
}

interface RawLink {
  readonly type: { readonly inward: string; readonly outward: string };
  readonly inwardIssue?: { readonly key: string };
  readonly outwardIssue?: { readonly key: string };
}

interface RawLine {
  readonly key: string;
  readonly fields: {
    readonly issuetype: { readonly name: string };
    readonly status: { readonly statusCategory: { readonly key: string } };
    readonly assignee: { readonly accountId: string; readonly active: boolean } | null;
    readonly updated: string;
    readonly issuelinks?: readonly RawLink[];
  };
}

/** Offsets such as `-0600` lack the colon that ISO 8601 wants. */
const instant = (text: string): number => Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

/** The same link as each of its two ends reads it. */
function bothEnds(key: string, { type, inwardIssue, outwardIssue }: RawLink): [string, string, string][] {
  if (outwardIssue) {
    return [
      [key, type.outward, outwardIssue.key],
      [outwardIssue.key, type.inward, key],
    ];
  }
  if (inwardIssue) {
    return [
      [key, type.inward, inwardIssue.key],
      [inwardIssue.key, type.outward, key],
    ];
  }
  return [];
}

export function readExport(file: string): readonly RawItem[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
  const rows = lines.map((line) => JSON.parse(line) as RawLine);
  const known = new Set(rows.map(({ key }) => key));
  const reads = new Map<string, { words: string; other: string }[]>();
  for (const { key, fields } of rows) {
    for (const link of fields.issuelinks ?? []) {
      for (const [reader, words, other] of bothEnds(key, link)) {
        // Exports often hold one end of a link only; what lies outside the export cannot be looked at.
        if (known.has(reader) && known.has(other)) {
          reads.set(reader, [...(reads.get(reader) ?? []), { words, other }]);
        }
      }
    }
  }
  return rows.map(({ key, fields }) => ({
    key,
    project: key.replace(/-\d+$/, ''),
    type: fields.issuetype.name,
    category: fields.status.statusCategory.key,
    assignee: fields.assignee,
    updated: instant(fields.updated),
    reads: reads.get(key) ?? [],
  }));
}

const WAITS = new Set(['is blocked by', 'depends on', 'has to be done after']);

/** Keys of the open items that an item's own links say it waits for, sorted. */
export function waitsFor(item: RawItem, all: ReadonlyMap<string, RawItem>): readonly string[] {
  const others = item.reads.filter(({ words }) => WAITS.has(words)).map(({ other }) => other);
  return [...new Set(others)].filter((key) => all.get(key)?.category !== 'done').sort();
}
