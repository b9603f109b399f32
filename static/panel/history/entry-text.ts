import type { NameOf } from '../../../src/contract/wording/names';
import { dayText } from '../../../src/contract/texts/dates';
import type { Translate } from '../../ui/text';
import type { Change } from '../model/history-change';
import type { Entry } from '../model/history';

interface Words {
  readonly t: Translate;
  readonly nameOf: NameOf;
  readonly today: string;
  readonly locale: string;
}

/** What the sentence of an entry quotes; who acted is the caller's to show. */
export const valuesOf = (entry: Entry, { t, nameOf, today, locale }: Words) => ({
  person: entry.person === undefined ? '' : nameOf(entry.person),
  what: entry.what ?? '',
  date: entry.date === undefined ? '' : dayText(entry.date, today, locale),
  checkpoint: entry.checkpoint === undefined ? '' : t(`panel.${entry.checkpoint}`),
  count: entry.count ?? 0,
  rules: (entry.rules ?? []).map((rule) => t(`report.rule.${rule}`)).join(', '),
});

export const changed = ({ kind }: Change, value: string, { nameOf, today, locale }: Words): string =>
  kind === 'date' ? dayText(value, today, locale) : kind === 'person' ? nameOf(value) : value;
