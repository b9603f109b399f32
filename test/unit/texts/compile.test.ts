import { runInNewContext } from 'node:vm';
import { transformSync } from '@swc/core';
import { createElement } from 'react';
import { compiledTexts, compileMessage, staleTexts } from '../../../scripts/build/texts';
import { languageOf, partsOf, type Message } from '../../../src/contract/texts/message';
import { bold } from '../../../static/ui/bold';

const compiled = (icu: string, language = 'en'): Message => {
  const { code } = transformSync(`module.exports = ${compileMessage(icu, language)}`, {
    jsc: { parser: { syntax: 'typescript' } },
  });
  const module: { exports: Message } = { exports: '' };
  runInNewContext(code, { module });
  return module.exports;
};

const said = (icu: string, values: object = {}, language = 'en', locale = language): string =>
  partsOf(compiled(icu, language), values, languageOf(language, locale)).join('');

test('the compiled catalogue is current; `npm run texts` makes it so', () => {
  expect(compiledTexts().size).toBeGreaterThan(15);
  expect(staleTexts()).toEqual([]);
});

describe('A compiled message', () => {
  it('is a plain text where nothing is put into it', () => {
    expect(compiled('It’s “there”')).toBe('It’s “there”');
    expect(compiled("'{'quoted'}'")).toBe('{quoted}');
  });

  it('puts values where they stand, and numbers as the reader writes them', () => {
    expect(said('{who} has {n, number} and {m}', { who: 'Mara', n: 1234, m: 1234 })).toBe(
      'Mara has 1,234 and 1234',
    );
    expect(said('{n, number}', { n: 1234.5 }, 'en', 'de')).toBe('1.234,5');
  });

  it('chooses an exact number first, then the plural form of its language', () => {
    const icu = '{n, plural, =0 {none} one {# item} other {# items of {who}}}';
    expect([0, 1, 2].map((n) => said(icu, { n, who: 'Mara' }))).toEqual([
      'none',
      '1 item',
      '2 items of Mara',
    ]);
    const polish = '{n, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}';
    expect([1, 3, 5].map((n) => said(polish, { n }, 'pl'))).toEqual(['1 plik', '3 pliki', '5 plików']);
  });

  it('chooses by a word, also within a plural', () => {
    const icu =
      '{n, plural, one {one {is, select, epic {epic} other {item}}} other {# {is, select, epic {epics} other {{is}s}}}}';
    expect([
      said(icu, { n: 1, is: 'epic' }),
      said(icu, { n: 2, is: 'epic' }),
      said(icu, { n: 2, is: 'task' }),
    ]).toEqual(['one epic', '2 epics', '2 tasks']);
  });

  it('hands what stands between tags to whoever makes an element of it', () => {
    const parts = partsOf(compiled('<b>{who}:</b> yes'), { who: 'Mara', b: bold }, languageOf('en', 'en'));
    expect(parts).toEqual([createElement('b', null, 'Mara', ':'), ' yes']);
  });

  it('says in its type what each place takes', () => {
    expect(compileMessage('{n, plural, other {# {a} {n}}} {s, select, other {}} <b>{a}</b>', 'en')).toContain(
      '{ readonly n: number; readonly a: Value; readonly s: string; readonly b: Tag }',
    );
  });
});

it.each([
  ['a form the language lacks', '{n, plural, few {x} other {y}}', /no plural form “few”/],
  ['a day', '{d, date}', /days and times are given in words/],
  ['an ordinal', '{n, selectordinal, other {#th}}', /neither ordinals nor offsets/],
  ['a style of numbers', '{n, number, percent}', /no style/],
  ['a name that is two things', '{n, number} {n, select, other {}}', /“n” is a number and a choice/],
  ['an unclosed place', '{n', /EXPECT_ARGUMENT_CLOSING_BRACE/],
])('%s does not compile', (_what, icu, why) => {
  expect(() => compileMessage(icu, 'en')).toThrow(why);
});
