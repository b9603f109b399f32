import { isolated } from './isolate';

/** What stands in a message in a place of its own: a name, a number, on a screen also an element. */
export type Value = string | number | object;

/** Puts what stands between two tags into something, such as bold type. */
export type Tag = (inside: readonly Value[]) => Value;

/** How a language counts, and a reader's locale writes numbers. */
export interface Language {
  readonly number: (value: number) => string;
  /** Which of a language's plural forms goes with a number. */
  readonly plural: (value: number) => Intl.LDMLPluralRule;
}

/** A message as the build makes it from ICU: a plain text, or the parts it is put together from. */
export type Message = string | ((values: never, language: Language) => readonly Value[]);

/** Messages by id. */
export type Messages = Readonly<Record<string, Message>>;

/** All of them at once: `A | B` becomes `A & B`. */
type Every<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer All) => void ? All : never;

/** The values of one message, where `V` may stand in its free places. */
type ValuesOf<M, V> = M extends (values: infer Values, language: Language) => unknown
  ? { readonly [Name in keyof Values]: Value extends Values[Name] ? V : Values[Name] }
  : Record<never, never>;

/** What has to be given for each of some messages. */
export type Values<M, V = string | number> = Every<ValuesOf<M, V>>;

/** The same as what comes after the id: nothing for plain texts. */
export type Given<M, V = string | number> = keyof Values<M, V> extends never ? [] : [values: Values<M, V>];

/** Ids of plain texts, which need no values. */
export type PlainId<T> = { [Id in keyof T]: T[Id] extends string ? Id : never }[keyof T] & string;

/**
 * How numbers and plurals go where the texts are in one language and the reader's numbers in a locale. What is needed
 * for it is made at the first use: a cold start would pay for it, and most texts count nothing.
 */
export function languageOf(textLanguage: string, locale: string): Language {
  let numbers: Intl.NumberFormat | undefined;
  let plurals: Intl.PluralRules | undefined;
  return {
    number: (value) => (numbers ??= new Intl.NumberFormat(locale)).format(value),
    plural: (value) => (plurals ??= new Intl.PluralRules(textLanguage)).select(value),
  };
}

/** Parts as one text, for a label or an announcement. */
export const wordsOf = (parts: readonly Value[]): string => parts.map(String).join('');

/** Values as they stand in a message: the one place where other people's words enter sentences of ours. */
const isolatedIn = (values: object, isolate: (words: string) => Value): object =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? isolate(value) : value,
    ]),
  );

/**
 * The parts of a message in order. Its type says which values it takes; whoever gives others gets `undefined` in the text.
 * `isolate`: how words that may turn the sentence round are kept apart.
 */
export const partsOf = (
  message: Message,
  values: unknown,
  language: Language,
  isolate: (words: string) => Value = isolated,
): readonly Value[] =>
  typeof message === 'string'
    ? [message]
    : message(isolatedIn(Object(values ?? {}) as object, isolate) as never, language);

/** How sentences are put together where no page says in which language: in English. */
export const speak =
  <T extends Messages>(texts: T, language: Language = languageOf('en', 'en')) =>
  <Id extends keyof T & string>(id: Id, ...values: Given<T[Id]>): string =>
    wordsOf(partsOf(texts[id] ?? id, values[0], language));
