import { oneLine } from '../../../src/contract/wording/one-line';

test.each([
  ['one line', 'one line'],
  ['  two\n\nlines\t', 'two lines'],
  ['\u202eturned round\u202c', 'turned round'],
  ['\u2067isolated\u2069 \u2028 apart', 'isolated apart'],
  ['שלום and سلام', 'שלום and سلام'],
  ['an isolate \u2068שלום\u2069 stays', 'an isolate \u2068שלום\u2069 stays'],
  ['one \u2068left open', 'one \u2068left open\u2069'],
  ['one\u2069 that nothing opened', 'one that nothing opened'],
])('%j is told as %j', (said, told) => {
  expect(oneLine(said)).toBe(told);
});
