import type { TransitionRule } from '../../domain/policy/policy';
import type { WorkItemType } from '../../domain/policy/scope';
import { CHECKPOINTS, MODES, RULES } from '../../domain/policy/rules';
import { array, record, string, type Unverified } from '../../platform/read';

/** A text that says something; undefined for any other value. */
export const textIn = (value: unknown): string | undefined => string(value) || undefined;

/** The texts of a list; whatever else it holds is left out. */
export const textsIn = (value: unknown): readonly string[] => array(value).map(string).filter(Boolean);

/** The texts of a record, by their keys; whatever else it holds is left out. */
export const textsByKey = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** A work item by id and key, alone in a list; an empty list for any other value. */
export function dueItemIn(
  value: unknown,
): readonly { readonly issueId: string; readonly issueKey: string }[] {
  const issueId = textIn(record(value)['issueId']);
  const issueKey = textIn(record(value)['issueKey']);
  return issueId === undefined || issueKey === undefined ? [] : [{ issueId, issueKey }];
}

/** The charter's version that an event follows, where it says one. */
export function versionIn(body: Unverified): { readonly version?: number } {
  const { version } = body;
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? { version } : {};
}

/** Letters that storage takes in a key. */
const STORABLE = /^[a-zA-Z0-9._#-]{1,300}$/;

/** A name that may become a part of a key in storage; undefined for any other value. */
export const storableIn = (value: unknown): string | undefined =>
  STORABLE.test(string(value)) ? string(value) : undefined;

const typeIn = (value: unknown): readonly WorkItemType[] => {
  const { level, id, name } = record(value);
  if (typeof level === 'number') return [{ level }];
  return textIn(id) === undefined ? [] : [{ id: string(id), name: string(name) }];
};

/** The rule of a transition as the gate read it; null for any other value. */
export function ruleIn(value: unknown): TransitionRule | null {
  const raw = record(value);
  const checkpoint = CHECKPOINTS.find((one) => one === raw['checkpoint']);
  if (!checkpoint) return null;
  const mode = MODES.find((one) => one === raw['mode']);
  const { types } = raw;
  return {
    checkpoint,
    ...(raw['unreadable'] === true && { unreadable: true }),
    ...(mode && { mode }),
    ...(Array.isArray(types) && { types: types.flatMap(typeIn) }),
    alsoBlock: textsIn(raw['alsoBlock']).flatMap((rule) => RULES.find((one) => one === rule) ?? []),
    onOutage: raw['onOutage'] === 'open' ? 'open' : 'closed',
  };
}
