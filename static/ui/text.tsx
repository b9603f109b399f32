import { createContext, createElement, Fragment, useContext, useMemo, type ReactNode } from 'react';
import {
  languageOf,
  wordsOf,
  partsOf,
  type Given,
  type PlainId,
  type Value,
  type Values,
} from '../../src/contract/texts/message';
import { closed, turns } from '../../src/contract/texts/isolate';
import type { Texts } from '../../texts/compiled/en';
import type { PageLanguage } from './locale';

/** Every text by screen and name: `panel.retry`. A missing or misspelt one does not compile. */
export type TextId = keyof Texts & string;

/** Texts that take no values: what a table of texts may hold, whoever shows it. */
export type PlainTextId = PlainId<Texts>;

export type Translate = <Id extends TextId>(id: Id, ...values: Given<Texts[Id]>) => string;

interface Told {
  readonly t: Translate;
  /** For the screen, where words that may turn the sentence round are an element. */
  readonly parts: (id: string, values: unknown) => readonly Value[];
}

const apart = (words: string): Value =>
  turns(words) ? createElement('bdi', null, closed(words)) : closed(words);

function toldIn({ texts, language }: Pick<PageLanguage, 'texts' | 'language'>): Told {
  const messageOf = (id: string) => texts[id] ?? id;
  return {
    parts: (id, values) => partsOf(messageOf(id), values, language, apart),
    t: (id, ...values) => wordsOf(partsOf(messageOf(id), values[0], language)),
  };
}

const Texts = createContext<Told>(toldIn({ texts: {}, language: languageOf('en', 'en') }));

/** Has the screens below it speak a language. */
export function TextsProvider({ language, children }: { language: PageLanguage; children: ReactNode }) {
  const told = useMemo(() => toldIn(language), [language]);
  return <Texts.Provider value={told}>{children}</Texts.Provider>;
}

/** Texts as strings, for labels and announcements. The same function until the language changes: effects may name it. */
export const useText = (): Translate => useContext(Texts).t;

/** A text on the screen; values may be elements, and `<b>` and the like become them. */
export function Text<Id extends TextId>({
  id,
  values,
}: {
  id: Id;
} & ([] extends Given<Texts[Id], ReactNode>
  ? { values?: undefined }
  : { values: Values<Texts[Id], ReactNode> })) {
  const { parts } = useContext(Texts);
  return createElement(Fragment, null, ...(parts(id, values) as readonly ReactNode[]));
}
