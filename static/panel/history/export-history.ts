import type { CharterEvent } from '../../../src/domain/charter/events';
import { toCsv } from '../../ui/csv';
import type { Translate } from '../../ui/text';
import type { NameOf } from '../../../src/contract/wording/names';
import type { Entry } from '../model/history';

/** Every entry as a line, oldest first: what happened in words, and the facts beside them for spreadsheets. */
export function historyCsv(
  entries: readonly Entry[],
  sentence: (entry: Entry) => string,
  nameOf: NameOf,
  t: Translate,
): string {
  const head = [
    t('history.number'),
    t('history.when'),
    t('history.who'),
    t('history.account'),
    t('history.happened'),
    t('history.agreement'),
    t('history.from'),
    t('history.to'),
    t('history.words'),
  ];
  const value = (entry: Entry, side: 'from' | 'to') =>
    entry.change === undefined
      ? ''
      : entry.change.kind === 'person'
        ? nameOf(entry.change[side])
        : entry.change[side];
  const lines = entries.map((entry) => [
    `${entry.number}`,
    entry.at,
    nameOf(entry.by),
    entry.by,
    sentence(entry),
    entry.agreementId ?? '',
    value(entry, 'from'),
    value(entry, 'to'),
    entry.quote ?? '',
  ]);
  return toCsv([head, ...lines]);
}

/** The events as they are stored, with names for the accounts they speak of. */
export const historyJson = (
  issueKey: string,
  events: readonly CharterEvent[],
  people: Readonly<Record<string, { readonly displayName: string }>>,
): string =>
  JSON.stringify(
    {
      issueKey,
      people: Object.fromEntries(Object.entries(people).map(([id, { displayName }]) => [id, displayName])),
      events,
    },
    null,
    2,
  );
