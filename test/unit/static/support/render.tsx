import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'react-intl';
import en from '../../../../static/i18n/en.json';
import backtest from '../../../../static/i18n/en-backtest.json';
import forms from '../../../../static/i18n/en-forms.json';
import gadget from '../../../../static/i18n/en-gadget.json';
import panel from '../../../../static/i18n/en-panel.json';
import promises from '../../../../static/i18n/en-promises.json';
import report from '../../../../static/i18n/en-report.json';
import ruleNames from '../../../../static/i18n/en-rule-names.json';
import ruleSentences from '../../../../static/i18n/en-rule-sentences.json';
import settings from '../../../../static/i18n/en-settings.json';
import lozenge from '../../../../static/i18n/en-lozenge.json';

type Screens = Record<string, Record<string, string>>;

const messages: Record<string, string> = {};
const all: readonly Screens[] = [
  en,
  backtest,
  forms,
  gadget,
  panel,
  promises,
  report,
  ruleNames,
  ruleSentences,
  settings,
  lozenge,
];
for (const screens of all) {
  for (const [screen, texts] of Object.entries(screens)) {
    for (const [name, text] of Object.entries(texts)) messages[`${screen}.${name}`] = text;
  }
}

/** The markup of a part of a screen in English. A text that is missing or does not take its values fails the test. */
export const markupOf = (part: ReactElement): string =>
  renderToStaticMarkup(
    <IntlProvider
      locale="en"
      messages={messages}
      onError={(problem) => {
        throw problem;
      }}
    >
      {part}
    </IntlProvider>,
  );

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
