import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../docs/decisions');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const decisions = readdirSync(folder).filter((name) => /^\d{3}-/.test(name));

/** The index's rows, by the file they link to. */
const statuses = new Map(
  [...read('README.md').matchAll(/^\| \[\d{3}\]\((\S+)\) \| .+ \| (.+) \|$/gm)].map(
    ([, name = '', status = '']) => [name, status],
  ),
);

test('the index lists every decision, and nothing else', () => {
  expect([...statuses.keys()].sort()).toEqual([...decisions].sort());
});

const numberOf = (name: string): string => name.slice(0, 3);
const statusIn = (name: string): string =>
  /^\*\*Status\.\*\* (.+?)\n\n/ms.exec(read(name))?.[1]?.replace(/\s+/g, ' ') ?? '';

test.each(decisions)('%s says whether it holds, as the index does', (name) => {
  const own = statusIn(name);
  const indexed = statuses.get(name) ?? '';
  const holds = /^(In force|Superseded by)/;
  expect(own).toMatch(holds);
  expect(holds.exec(indexed)?.[1]).toBe(holds.exec(own)?.[1]);
  const before = /(?:amended|narrowed|superseded) by (.+?)(?::|\.|$)/i;
  const numbers = (text: string) => before.exec(text)?.[1]?.match(/\[\d{3}\]/g) ?? [];
  expect(numbers(indexed)).toEqual(numbers(own));
});

test.each(decisions)('what %s is changed by says so as well', (name) => {
  const { length } = [...statusIn(name).matchAll(/(?:amended|narrowed|superseded) by/gi)];
  if (length === 0) return;
  const [, later = ''] = /(?:amended|narrowed|superseded) by (.+?)(?::|$)/i.exec(statusIn(name)) ?? [];
  for (const [, changing = ''] of later.matchAll(/\]\((\S+?\.md)\)/g)) {
    expect(`${changing}: ${statusIn(changing)}`).toContain(`[${numberOf(name)}]`);
  }
});

test('numbers that no decision has are named as gaps', () => {
  const taken = new Set(decisions.map((name) => Number(numberOf(name))));
  const gaps = Array.from({ length: Math.max(...taken) }, (_, at) => at + 1).filter((n) => !taken.has(n));
  const [, told = ''] = /\*\*Gaps in the numbers\.\*\*(.+)/s.exec(read('README.md')) ?? [];
  const named = [...told.matchAll(/\b(\d{3})(?: to (\d{3}))?/g)].flatMap(([, from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => Number(from) + at),
  );
  expect(named).toEqual(gaps);
});
