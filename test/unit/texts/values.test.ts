import {
  languageOf,
  partsOf,
  speak,
  type Language,
  type Value,
  wordsOf,
} from '../../../src/contract/texts/message';

const texts = {
  'one.plain': 'Nothing to add',
  'one.count': (v: { readonly count: number }, l: Language) => [l.number(v.count), ' things'],
  'one.who': (v: { readonly who: Value }) => [v.who, ' asks'],
};
const say = speak(texts);

test('a text takes the values it names, and the compiler refuses others', () => {
  expect(say('one.plain')).toBe('Nothing to add');
  expect(say('one.count', { count: 1200 })).toBe('1,200 things');
  // @ts-expect-error It needs a count.
  expect(() => say('one.count')).not.toThrow();
  // @ts-expect-error Whoever asks is not who counts.
  expect(say('one.who', { count: 2 })).toBe('undefined asks');
  // @ts-expect-error A count is a number.
  expect(() => say('one.count', { count: 'two' })).not.toThrow();
  // @ts-expect-error There is no such text.
  expect(say('one.nothing')).toBe('one.nothing');
});

test('whoever shows one of several texts gives what each of them needs', () => {
  const either = (id: 'one.count' | 'one.who'): string => say(id, { count: 2, who: 'Mara' });
  expect([either('one.count'), either('one.who')]).toEqual(['2 things', 'Mara asks']);
  // @ts-expect-error The other one needs who asks.
  const half = (id: 'one.count' | 'one.who'): string => say(id, { count: 2 });
  expect(half('one.count')).toBe('2 things');
});

test('numbers go by the reader, plurals by the language of the text', () => {
  const french = languageOf('en', 'fr');
  expect(french.plural(0)).toBe('other');
  expect(wordsOf(partsOf(texts['one.count'], { count: 1.5 }, french))).toBe('1,5 things');
});
