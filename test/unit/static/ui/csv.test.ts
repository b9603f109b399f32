import { toCsv } from '../../../../static/ui/csv';

test('quotes what needs it and ends every line', () => {
  expect(
    toCsv([
      ['Key', 'Summary'],
      ['EXP-1', 'Say "yes", or\nno'],
    ]),
  ).toBe('Key,Summary\r\nEXP-1,"Say ""yes"", or\nno"\r\n');
});

test.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")', '＝1'])('disarms %s', (formula) => {
  expect(toCsv([[formula]]).replace(/^"/, '')).toMatch(/^'/);
});

test.each(['EXP-1', 'a=b', '12'])('leaves %s as it is', (plain) => {
  expect(toCsv([[plain]])).toBe(`${plain}\r\n`);
});
