import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { languageOf, type Message, type Messages } from '../../../../src/contract/texts/message';
import { TextsProvider } from '../../../../static/ui/text';
import { everyText } from '../../../support/texts';

/** A text that is missing fails the test. */
const texts: Messages = new Proxy(everyText, {
  get: (all, id: string): Message => {
    const message = all[id];
    if (message === undefined) throw new Error(`There is no text ${id}`);
    return message;
  },
});

const english = { locale: 'en', textLanguage: 'en', texts, language: languageOf('en', 'en') };

/** The markup of a part of a screen in English. */
export const markupOf = (part: ReactElement): string =>
  renderToStaticMarkup(<TextsProvider language={english}>{part}</TextsProvider>);

/** What a reader reads of it: its words, without markup and with one space between them. */
export const wordsOf = (part: ReactElement): string =>
  markupOf(part)
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, '’')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1')
    .trim();

/** The names of the buttons it offers. */
export const buttonsOf = (part: ReactElement): readonly string[] =>
  [...markupOf(part).matchAll(/<button.*?<\/button>/gs)].map(([button]) =>
    button
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

/** The labels of what is ticked, in order. */
export const tickedOf = (part: ReactElement): readonly string[] =>
  [...markupOf(part).matchAll(/<label.*?<\/label>/gs)]
    .filter(([label]) => /<input[^>]* checked/.test(label))
    .map(([label]) =>
      label
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
