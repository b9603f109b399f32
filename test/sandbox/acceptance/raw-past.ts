import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * The lives of an export's items, read from the raw lines by code of its own: nothing here is shared with the app or
 * with the import. Fields are timelines that run forward, where the app undoes changes from today back.
 */
export interface Life {
  readonly key: string;
  readonly project: string;
  readonly type: string;
  readonly created: number;
  readonly status: Timeline<string>;
  readonly owner: Timeline<string | null>;
  readonly waits: readonly Wait[];
  readonly moves: readonly RawMove[];
}

export interface RawMove {
  readonly at: number;
  readonly by: string | null;
  readonly from: string;
  readonly to: string;
}

/** What a field became, and when; the first entry is how it began. */
export type Timeline<T> = readonly { readonly at: number; readonly value: T }[];

/** As long as an item waited for another. */
interface Wait {
  readonly other: string;
  readonly since: number;
  readonly until: number;
}

interface RawPerson {
  readonly accountId: string;
  readonly active: boolean;
}

interface RawChange {
  readonly field: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: unknown;
}

interface RawLine {
  readonly key: string;
  readonly fields: {
    readonly issuetype: { readonly name: string };
    readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
    readonly assignee: RawPerson | null;
    readonly created: string;
    readonly issuelinks?: readonly {
      readonly type: { readonly inward: string; readonly outward: string };
      readonly inwardIssue?: { readonly key: string };
      readonly outwardIssue?: { readonly key: string };
    }[];
  };
  readonly changelog: {
    readonly histories: readonly {
      readonly author?: RawPerson;
      readonly created: string;
      readonly items: readonly RawChange[];
    }[];
  };
}

/** Offsets such as `-0600` lack the colon that ISO 8601 wants. */
const instant = (text: string): number => Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const BLOCKING = ['depends on', 'is blocked by'];

export function readLives(file: string): {
  readonly lives: ReadonlyMap<string, Life>;
  /** By status name. */
  readonly categories: ReadonlyMap<string, string>;
  /** Accounts that are deactivated, or that nothing but an old assignment speaks of. */
  readonly isInactive: (accountId: string) => boolean;
} {
  const rows = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RawLine);
  const active = new Set<string>();
  for (const row of rows) noteActive(row, active);
  const keys = new Set(rows.map(({ key }) => key));
  const waitsNow = new Map<string, Set<string>>();
  const note = (reader: string, reads: string, other: string): void => {
    if (!BLOCKING.includes(reads) || !keys.has(reader) || !keys.has(other)) return;
    waitsNow.set(reader, (waitsNow.get(reader) ?? new Set()).add(other));
  };
  for (const { key, fields } of rows) {
    for (const { type, outwardIssue, inwardIssue } of fields.issuelinks ?? []) {
      const [mine, theirs, other] = outwardIssue
        ? [type.outward, type.inward, outwardIssue.key]
        : [type.inward, type.outward, inwardIssue?.key ?? ''];
      note(key, mine, other);
      note(other, theirs, key);
    }
  }
  return {
    lives: new Map(rows.map((row) => [row.key, lifeOf(row, waitsNow.get(row.key) ?? new Set())])),
    categories: new Map(
      rows.map(({ fields }) => [fields.status.name, fields.status.statusCategory.key] as const),
    ),
    isInactive: (accountId) => !active.has(accountId),
  };
}

/** Whoever is described as active anywhere in a line, however deep. */
function noteActive(value: unknown, active: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { accountId, active: isActive } = value as { accountId?: unknown; active?: unknown };
  if (typeof accountId === 'string' && isActive === true) active.add(accountId);
  for (const part of Object.values(value)) noteActive(part, active);
}

function lifeOf({ key, fields, changelog }: RawLine, waitsNow: ReadonlySet<string>): Life {
  const lines = (field: string) =>
    changelog.histories
      .map((history) => ({ ...history, at: instant(history.created) }))
      .sort((a, b) => a.at - b.at)
      .flatMap(({ at, author, items }) =>
        items
          .filter((item) => item.field === field)
          .map((item) => ({ ...item, at, by: author?.accountId ?? null })),
      );
  const moves = lines('status').map(({ at, by, fromString, toString }) => ({
    at,
    by,
    from: words(fromString),
    to: words(toString),
  }));
  const assigned = lines('assignee');
  return {
    key,
    project: key.replace(/-\d+$/, ''),
    type: fields.issuetype.name,
    created: instant(fields.created),
    status: [
      { at: -Infinity, value: moves[0]?.from ?? fields.status.name },
      ...moves.map(({ at, to }) => ({ at, value: to })),
    ],
    owner: [
      { at: -Infinity, value: assigned[0] ? assigned[0].from : (fields.assignee?.accountId ?? null) },
      ...assigned.map(({ at, to }) => ({ at, value: to })),
    ],
    waits: waitsOf(lines('Link'), waitsNow),
    moves,
  };
}

/** "This issue depends on KEY", taken apart; null for links that keep nothing waiting. */
function blockerIn(text: string): string | null {
  const [, reads = '', other = ''] = /^This issue (.+) ([A-Z][A-Z0-9]*-\d+)$/.exec(text) ?? [];
  return BLOCKING.includes(reads) ? other : null;
}

function waitsOf(
  lines: readonly (RawChange & { readonly at: number })[],
  now: ReadonlySet<string>,
): readonly Wait[] {
  const steps = lines.flatMap(({ at, fromString, toString }) =>
    [
      { at, came: false, other: blockerIn(words(fromString)) },
      { at, came: true, other: blockerIn(words(toString)) },
    ].flatMap(({ other, ...step }) => (other === null ? [] : [{ ...step, other }])),
  );
  return [...new Set([...now, ...steps.map(({ other }) => other)])].flatMap((other) => {
    const own = steps.filter((step) => step.other === other);
    const waits: Wait[] = [];
    // Linked from the beginning where its first line takes it away, or where no line speaks of it.
    let since: number | null = own[0]?.came === true ? null : -Infinity;
    for (const { at, came } of own) {
      if (came) since ??= at;
      else if (since !== null) {
        waits.push({ other, since, until: at });
        since = null;
      }
    }
    // What came and is not linked today was never a whole link of two items that are still there.
    if (since !== null && now.has(other)) waits.push({ other, since, until: Infinity });
    return waits;
  });
}

/** A timeline's value once everything that happened by then has happened. */
export const valueAt = <T>(timeline: Timeline<T>, at: number): T => {
  const [first, ...later] = timeline;
  if (!first) throw new Error('a timeline without a beginning');
  return later.reduce((value, step) => (step.at <= at ? step.value : value), first.value);
};

/** Fields whose change is a decision, by their names in the changelogs of Jira Server. */
const DECISIONS = new Set([
  'status',
  'assignee',
  'priority',
  'duedate',
  'Fix Version',
  'Component',
  'Link',
  'resolution',
  'summary',
  'labels',
  // A field of a plugin before Jira had labels of its own.
  'Labels',
]);

/** Who decided something about an item, and when, by its key. */
export function readHands(
  file: string,
): ReadonlyMap<string, readonly { readonly at: number; readonly by: string }[]> {
  const rows = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RawLine);
  return new Map(
    rows.map(({ key, changelog }) => [
      key,
      changelog.histories
        .filter(({ items }) => items.some(({ field }) => DECISIONS.has(field)))
        .flatMap(({ created, author }) => (author ? [{ at: instant(created), by: author.accountId }] : [])),
    ]),
  );
}
