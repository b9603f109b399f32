import type { Field } from './fields/field';
import { describe, isList } from './fields/write';
import type { Change, ChangeItem, Issue, Scalar, Stored } from './model/types';
import type { Site, Viewer } from './site';

/** Names under which Jira's changelog knows fields whose id reads differently. */
const changelogNames: Readonly<Record<string, string>> = {
  components: 'Component',
  fixVersions: 'Fix Version',
  versions: 'Version',
  parent: 'IssueParentAssociation',
  security: 'Security',
};

const bracketed = (parts: readonly string[]): string | null =>
  parts.length === 0 ? null : `[${parts.join(', ')}]`;

const scalars = (value: Stored): readonly Scalar[] => (value === null ? [] : isList(value) ? value : [value]);

const same = (left: Stored, right: Stored): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The changelog's lines for one field going from one value to another; none when nothing changed. */
export function changeItems(site: Site, field: Field, before: Stored, after: Stored): ChangeItem[] {
  if (same(before, after) || !field.value) return [];
  const base = field.value.base;
  const line = (
    from: string | null,
    fromString: string | null,
    to: string | null,
    toText: string | null,
  ): ChangeItem => ({
    field: field.custom ? field.name : (changelogNames[field.id] ?? field.id),
    fieldtype: field.custom ? 'custom' : 'jira',
    fieldId: field.id,
    from,
    fromString,
    to,
    toString: toText,
  });
  const was = scalars(before);
  const is = scalars(after);
  if (base === 'component' || base === 'version') {
    const removed = was.filter((one) => !is.includes(one)).map((one) => describe(site, base, one));
    const added = is.filter((one) => !was.includes(one)).map((one) => describe(site, base, one));
    return [
      ...removed.map((one) => line(one.id, one.text, null, null)),
      ...added.map((one) => line(null, null, one.id, one.text)),
    ];
  }
  const [from, to] = [was, is].map((values) => values.map((one) => describe(site, base, one)));
  if (!from || !to) return [];
  if (field.id === 'labels') {
    const words = (all: readonly { text: string }[]): string => all.map((one) => one.text).join(' ');
    return [line(null, words(from), null, words(to))];
  }
  if (field.value.list) {
    const ids = (all: typeof from): string | null => bracketed(all.flatMap((one) => one.id ?? []));
    return [
      line(ids(from), bracketed(from.map((one) => one.text)), ids(to), bracketed(to.map((one) => one.text))),
    ];
  }
  return [line(from[0]?.id ?? null, from[0]?.text ?? null, to[0]?.id ?? null, to[0]?.text ?? null)];
}

/** Stores new values and returns the changelog lines they amount to. Touches nothing when nothing changes. */
export function applyValues(site: Site, issue: Issue, values: ReadonlyMap<string, Stored>): ChangeItem[] {
  const items: ChangeItem[] = [];
  for (const [fieldId, value] of values) {
    const field = site.store.fields.get(fieldId);
    if (!field) continue;
    const lines = changeItems(site, field, issue.values.get(fieldId) ?? null, value);
    if (lines.length === 0) continue;
    items.push(...lines);
    site.store.setValue(issue, fieldId, value);
    if (fieldId === 'resolution') issue.resolved = value === null ? null : site.clock.now();
  }
  return items;
}

/** Moves the issue to another status. Entering a done status resolves it, leaving one clears the resolution. */
export function applyStatus(site: Site, issue: Issue, statusId: string): ChangeItem[] {
  const { store } = site;
  const [before, after] = [store.statuses.get(issue.statusId), store.statuses.get(statusId)];
  if (!before || !after || before.id === after.id) return [];
  store.touch(issue);
  issue.statusId = statusId;
  issue.statusChanged = site.clock.now();
  const moved: ChangeItem = {
    field: 'status',
    fieldtype: 'jira',
    fieldId: 'status',
    from: before.id,
    fromString: before.name,
    to: after.id,
    toString: after.name,
  };
  const done = [...store.resolutions.values()].find((resolution) => resolution.name === 'Done');
  const resolution = issue.values.get('resolution') ?? null;
  if (after.category === 'done' && resolution === null && done) {
    return [moved, ...applyValues(site, issue, new Map([['resolution', done.id]]))];
  }
  if (after.category !== 'done' && resolution !== null)
    return [moved, ...applyValues(site, issue, new Map([['resolution', null]]))];
  return [moved];
}

/** Adds a changelog entry and moves `updated`; returns undefined when there is nothing to record. */
export function record(
  site: Site,
  viewer: Viewer,
  issue: Issue,
  items: readonly ChangeItem[],
): Change | undefined {
  if (items.length === 0) return undefined;
  site.store.touch(issue);
  const now = site.clock.now();
  const change: Change = {
    id: site.store.nextId('change'),
    author: viewer.user?.accountId ?? null,
    created: now,
    items,
  };
  issue.changelog = [...issue.changelog, change];
  issue.updated = now;
  return change;
}
