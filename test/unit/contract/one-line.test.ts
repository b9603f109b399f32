import { oneLine } from '../../../src/contract/wording/one-line';

test.each([
  ['one line', 'one line'],
  ['  two\n\nlines\t', 'two lines'],
  ['\u202eturned round\u202c', 'turned round'],
  ['\u2067isolated\u2069 \u2028 apart', 'isolated apart'],
  ['שלום and سلام', 'שלום and سلام'],
])('%j is told as %j', (said, told) => {
  expect(oneLine(said)).toBe(told);
});
