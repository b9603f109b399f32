import fc from 'fast-check';
import { closed, isolated } from '../../../src/contract/texts/isolate';
import { languageOf, partsOf, speak, wordsOf, type Value } from '../../../src/contract/texts/message';
import { list } from '../../../src/contract/wording/names';

const [FSI, PDI, RLO, RLI, RLM] = ['\u2068', '\u2069', '\u202e', '\u2067', '\u200f'];
const texts = {
  promised: (v: { readonly what: Value; readonly who: Value }) => ['Ask ', v.who, ' for “', v.what, '” now'],
};
const say = speak(texts);

test.each([
  ['the budget', 'the budget'],
  ['naïve, 预算, бюджет, 🎉', 'naïve, 预算, бюджет, 🎉'],
  ['תקציב', `${FSI}תקציב${PDI}`],
  ['ميزانية 2026', `${FSI}ميزانية 2026${PDI}`],
  ['\u{1e900}', `${FSI}\u{1e900}${PDI}`],
  [`a${RLM}b`, `${FSI}a${RLM}b${PDI}`],
  [`${RLO}budget`, 'budget'],
  [`${RLI}budget`, 'budget'],
  [`${PDI}${RLI}תקציב`, `${FSI}תקציב${PDI}`],
  [`${FSI}תקציב${PDI} of Mara`, `${FSI}תקציב${PDI} of Mara`],
  [`${FSI}תקציב`, `${FSI}תקציב${PDI}`],
])('%j stands in a sentence as %j', (words, told) => {
  expect(isolated(words)).toBe(told);
  expect(isolated(told)).toBe(told);
});

test('a sentence isolates the words of each, and none of its own', () => {
  expect(say('promised', { what: 'תקציב', who: 'دانا' })).toBe(
    `Ask ${FSI}دانا${PDI} for “${FSI}תקציב${PDI}” now`,
  );
  // A sentence inside a sentence is not isolated once more.
  expect(say('promised', { what: say('promised', { what: 'תקציב', who: 'Mara' }), who: 'Hana' })).toBe(
    `Ask Hana for “Ask Mara for “${FSI}תקציב${PDI}” now” now`,
  );
  expect(list(['Mara', 'דנה', 'Hana'])).toBe(`Mara, ${FSI}דנה${PDI}, and Hana`);
});

test('a screen isolates by an element of its own', () => {
  const isolate = (words: string): Value => ({ bdi: words });
  expect(partsOf(texts.promised, { what: 'תקציב', who: 'Mara' }, languageOf('en', 'en'), isolate)).toEqual([
    'Ask ',
    { bdi: 'Mara' },
    ' for “',
    { bdi: 'תקציב' },
    '” now',
  ]);
});

const character = fc.constantFrom(
  ...'ab 1,”',
  ...'אبא',
  ...['\u200e', RLM, '\u202a', '\u202b', '\u202c', '\u202d', RLO, '\u2066', RLI, FSI, PDI, '\u{10900}'],
);
const words = fc.array(character, { maxLength: 12 }).map((all) => all.join(''));

/** What stands at the depth of the sentence itself. @throws Error where something is closed that was not opened, or left open */
function ofTheSentence(text: string): string {
  let depth = 0;
  let own = '';
  for (const one of text) {
    if (one === FSI) depth += 1;
    else if (one === PDI) depth -= 1;
    else if (depth === 0) own += one;
    if (depth < 0) throw new Error('An isolate is closed twice');
  }
  if (depth !== 0) throw new Error('An isolate is left open');
  return own;
}

test('whatever words are put in, nothing of the sentence is in an isolate, and nothing turns it round', () => {
  fc.assert(
    fc.property(words, words, (what, who) => {
      const own = ofTheSentence(say('promised', { what, who }));
      expect(own).toMatch(/^Ask .* for “.*” now$/);
      expect(own).not.toMatch(/[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\u{10800}-\u{10FFF}]/u);
    }),
  );
});

test('no letter of anybody is lost, and telling twice changes nothing', () => {
  const letters = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
  fc.assert(
    fc.property(words, (text) => {
      expect(letters(isolated(text))).toBe(letters(text));
      expect(closed(closed(text))).toBe(closed(text));
      expect(wordsOf([isolated(isolated(text))])).toBe(isolated(text));
    }),
  );
});
