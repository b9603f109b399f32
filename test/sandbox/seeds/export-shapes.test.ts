import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { importExport } from '../../../packages/forge-sandbox/src/import';
import { createJira } from '../../../packages/forge-sandbox/src/jira';
import { seedPeople } from '../../../dev/seed/jira-people';

const folder = process.env['HOLDFAST_DATA'];
const files = { whole: 'duraspace-2015.ndjson.gz', bare: 'titanium-2021-nochangelog.ndjson.gz' } as const;

const linesOf = (name: string): readonly string[] =>
  gunzipSync(readFileSync(join(folder ?? '', name)))
    .toString()
    .trim()
    .split('\n');

async function load(text: string) {
  const jira = createJira({ clock: { now: () => Date.parse('2026-11-23T09:00:00Z') } });
  seedPeople(jira);
  return importExport(jira, Readable.from([Buffer.from(text)]));
}

interface Histories {
  readonly changelog?: { readonly histories: readonly unknown[] };
}

if (folder === undefined) {
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- exports are not part of the repository
  test.skip('real exports in other shapes: set HOLDFAST_DATA to the folder that holds them', () => undefined);
} else {
  test.each(Object.values(files))(
    '%s loads alike as lines, as pages, as a list and with a byte order mark',
    async (name) => {
      const lines = linesOf(name);
      const half = Math.ceil(lines.length / 2);
      const pages = [lines.slice(0, half), lines.slice(half)].map((some) => `{"issues":[${some.join(',')}]}`);
      const asLines = await load(lines.join('\n'));
      expect(await load(pages.join('\n'))).toEqual(asLines);
      expect(await load(`[${lines.join(',\n')}]`)).toEqual(asLines);
      expect(await load(`\uFEFF${lines.join('\n')}`)).toEqual(asLines);
    },
    300_000,
  );

  test('what has no histories, or cut ones, is told in figures that are right', async () => {
    const { issues, warnings } = await load(linesOf(files.bare).join('\n'));
    expect(warnings.join(' ')).toContain(`${issues} issues carry no history`);
    const lines = linesOf(files.whole);
    const parsed = lines.map((line) => JSON.parse(line) as Histories);
    const long = parsed.filter(({ changelog }) => (changelog?.histories.length ?? 0) > 2).length;
    const cut = parsed.map((issue) => {
      const histories = issue.changelog?.histories ?? [];
      return JSON.stringify({
        ...issue,
        changelog: { total: histories.length, histories: histories.slice(-2) },
      });
    });
    expect((await load(cut.join('\n'))).warnings.join(' ')).toContain(
      `The histories of ${long} issues are cut`,
    );
  }, 300_000);
}
