import type { Entry, Topic } from './history';

/** What a reader wants to see of a history; `all` and `''` leave a question open. */
export interface HistoryFilter {
  readonly topic: Topic | 'all';
  readonly agreementId: string;
  readonly person: string;
}

export const EVERYTHING: HistoryFilter = { topic: 'all', agreementId: '', person: '' };

/** Whether an entry is about a person: theirs, or naming them. */
const concerns = (entry: Entry, person: string): boolean =>
  entry.by === person ||
  entry.person === person ||
  (entry.change?.kind === 'person' && [entry.change.from, entry.change.to].includes(person));

export const matching = (entries: readonly Entry[], filter: HistoryFilter): readonly Entry[] =>
  entries.filter(
    (entry) =>
      (filter.topic === 'all' || entry.topic === filter.topic) &&
      (filter.agreementId === '' || entry.agreementId === filter.agreementId) &&
      (filter.person === '' || concerns(entry, filter.person)),
  );

/** The agreements and the people that entries speak of, each once. */
export function choicesIn(entries: readonly Entry[]): {
  readonly agreements: readonly { readonly id: string; readonly what: string }[];
  readonly people: readonly string[];
} {
  const agreements = new Map<string, string>();
  const people = new Set<string>();
  for (const { agreementId, by, person, what } of entries) {
    if (agreementId !== undefined) agreements.set(agreementId, what ?? agreementId);
    people.add(by);
    if (person !== undefined) people.add(person);
  }
  return {
    agreements: [...agreements].map(([id, what]) => ({ id, what })),
    people: [...people],
  };
}
