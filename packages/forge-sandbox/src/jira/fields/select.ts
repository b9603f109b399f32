import type { JiraStore } from '../model/store';
import type { Field } from './field';

/**
 * Jira's `fields` syntax: names, `*all`, `*navigable`, and `-name` to leave one out. Unknown names are ignored,
 * as Jira does. Starting with an exclusion means everything of `fallback` but that.
 *
 * @param wanted the parameter's entries, not yet split at commas
 * @param fallback what an empty list means for the resource
 */
export function selectFields(
  store: JiraStore,
  wanted: readonly string[],
  fallback: '*all' | '*navigable' | 'id',
  byKeys: boolean,
): readonly Field[] {
  const entries = wanted
    .flatMap((entry) => entry.split(','))
    .map((entry) => entry.trim())
    .filter(Boolean);
  const all = [...store.fields.values()];
  const chosen = new Set<Field>();
  const start = entries.length === 0 || entries[0]?.startsWith('-') ? [fallback, ...entries] : entries;
  for (const entry of start) {
    const name = entry.replace(/^-/, '');
    const matching =
      name === '*all'
        ? all
        : name === '*navigable'
          ? all.filter((field) => field.navigable)
          : all.filter((field) => field.id === name || (byKeys && field.key === name));
    for (const field of matching) {
      if (entry.startsWith('-')) chosen.delete(field);
      else chosen.add(field);
    }
  }
  return [...chosen];
}

/** True when a search asks for nothing but ids and keys, which Jira answers in pages of up to 5,000. */
export function idsOnly(wanted: readonly string[]): boolean {
  const entries = wanted
    .flatMap((entry) => entry.split(','))
    .map((entry) => entry.trim())
    .filter(Boolean);
  return entries.every((entry) => entry === 'id' || entry === 'key');
}
