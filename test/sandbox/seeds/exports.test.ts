import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createJira, type Jira } from '../../../packages/forge-sandbox/src/jira';
import { importExport, type ImportResult } from '../../../packages/forge-sandbox/src/import';
import { seedPeople } from '../../../dev/seed/jira-people';

const folder = process.env['HOLDFAST_DATA'];
const files = ['duraspace-2015.ndjson.gz', 'titanium-2021-nochangelog.ndjson.gz'];

/** The raw lines, read without any of the import's code. */
interface Raw {
  readonly key: string;
  readonly fields: {
    readonly status: { readonly statusCategory: { readonly key: string } };
    readonly issuetype: { readonly name: string };
    readonly epic?: { readonly key: string } | null;
    readonly parent?: { readonly key: string } | null;
    readonly issuelinks?: readonly {
      readonly type: { readonly inward: string; readonly outward: string };
      readonly inwardIssue?: { readonly key: string };
      readonly outwardIssue?: { readonly key: string };
    }[];
  };
  readonly changelog?: {
    readonly histories: readonly { readonly items: readonly { readonly field: string }[] }[];
  };
}

const rawLines = (name: string): Raw[] =>
  gunzipSync(readFileSync(join(folder ?? '', name)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Raw);

/** Microseconds, so that a busy machine does not count. */
const cpuSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return user + system;
};

if (folder === undefined) {
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- exports are not part of the repository
  test.skip('real exports load: set HOLDFAST_DATA to the folder that holds them', () => undefined);
} else {
  describe('real exports', () => {
    let jira: Jira;
    let results: readonly ImportResult[];
    /** Processor time of the imports, as a multiple of what only reading the files takes. */
    let ratio: number;
    beforeAll(async () => {
      jira = createJira({ clock: { now: () => Date.parse('2021-11-20T00:00:00Z') } });
      const reading = process.cpuUsage();
      for (const name of files) rawLines(name);
      const read = cpuSince(reading);
      const importing = process.cpuUsage();
      seedPeople(jira);
      results = [];
      for (const name of files) results = [...results, await importExport(jira, join(folder, name))];
      ratio = cpuSince(importing) / read;
    }, 180_000);

    const search = async (jql: string, as = 'u-coo', fields: string[] = ['key']) => {
      const { status, body } = await jira.handle({
        method: 'POST',
        path: '/rest/api/3/search/jql',
        query: new URLSearchParams(),
        headers: {},
        body: { jql, fields, maxResults: 5000 },
        actor: { kind: 'user', accountId: as },
      });
      const issues = (body as { issues?: { key: string }[] }).issues ?? [];
      return { status, body, keys: issues.map((issue) => issue.key) };
    };

    test('both load in a few times what reading them takes, every issue under its own key', () => {
      expect(ratio).toBeLessThan(30);
      expect(results.map((result) => result.issues)).toEqual([3036, 3167]);
      for (const name of files)
        for (const raw of rawLines(name)) expect(jira.issue(raw.key)?.key).toBe(raw.key);
    });

    test('the last update is the latest instant, whatever offset it was written in', () => {
      expect(results.map((result) => new Date(result.lastUpdate).toISOString())).toEqual([
        expect.stringMatching(/^2015-01-16T/),
        expect.stringMatching(/^2021-11-/),
      ]);
    });

    test.each(files)('%s: open and done issues match the raw file, project by project', async (name) => {
      const raw = rawLines(name);
      for (const key of new Set(raw.map((issue) => issue.key.split('-')[0]))) {
        const open = raw.filter(
          (issue) => issue.key.startsWith(`${key}-`) && issue.fields.status.statusCategory.key !== 'done',
        );
        const { keys } = await search(`project = ${key} AND statusCategory != Done`);
        expect(keys.sort()).toEqual(open.map((issue) => issue.key).sort());
      }
    });

    test('epics keep their children', async () => {
      const raw = rawLines(files[1] ?? '');
      const known = new Set(raw.map((issue) => issue.key));
      const epic = 'ALOY-974';
      const children = raw.filter(
        (issue) => !issue.fields.parent && issue.fields.epic?.key === epic && known.has(epic),
      );
      expect(children.length).toBeGreaterThan(0);
      expect((await search(`parent = ${epic}`)).keys.sort()).toEqual(
        children.map((issue) => issue.key).sort(),
      );
    });

    test.each(files)('%s: each issue reads its links in the words it read before', (name) => {
      const raw = rawLines(name);
      const known = new Set(raw.map((issue) => issue.key));
      const wordsOf = (issue: Raw): string[] =>
        (issue.fields.issuelinks ?? []).flatMap((link) => {
          const other = (link.outwardIssue ?? link.inwardIssue)?.key ?? '';
          return known.has(other)
            ? [`${link.outwardIssue ? link.type.outward : link.type.inward} ${other}`]
            : [];
        });
      const expected = new Map(raw.map((issue) => [issue.key, new Set(wordsOf(issue))]));
      return Promise.all(
        [...expected]
          .filter(([, words]) => words.size > 0)
          .slice(0, 400)
          .map(async ([key, words]) => {
            const { body } = await jira.handle({
              method: 'GET',
              path: `/rest/api/3/issue/${key}`,
              query: new URLSearchParams({ fields: 'issuelinks' }),
              headers: {},
              body: undefined,
              actor: { kind: 'user', accountId: 'u-ops' },
            });
            const links = (
              body as {
                fields: {
                  issuelinks: {
                    type: { inward: string; outward: string };
                    inwardIssue?: { key: string };
                    outwardIssue?: { key: string };
                  }[];
                };
              }
            ).fields.issuelinks;
            const read = links.map((link) =>
              link.outwardIssue
                ? `${link.type.outward} ${link.outwardIssue.key}`
                : `${link.type.inward} ${link.inwardIssue?.key}`,
            );
            for (const words_ of words) expect(read).toContain(words_);
          }),
      );
    });

    test('changelogs come along whole', () => {
      const raw = rawLines(files[0] ?? '');
      const count = (field: string): number =>
        raw
          .flatMap((issue) => issue.changelog?.histories ?? [])
          .flatMap((one) => one.items)
          .filter((item) => item.field === field).length;
      const mine = raw
        .flatMap((issue) => jira.issue(issue.key)?.changelog ?? [])
        .flatMap((change) => change.items);
      expect(mine.filter((item) => item.field === 'status')).toHaveLength(count('status'));
      expect(count('status')).toBe(5124);
      for (const item of mine)
        if (item.field === 'status') expect(jira.status(item.to ?? '')?.name).toBe(item.toString);
    });

    test('somebody without any project sees none of it', async () => {
      expect((await search('project = ALOY', 'u-outsider')).status).toBe(400);
      expect((await search('statusCategory = Done', 'u-outsider')).keys).toEqual([]);
    });

    test('what could not be carried over is said', () => {
      expect(results.map((result) => result.warnings)).toEqual([
        expect.arrayContaining(['38 links lead to issues outside the export and were left out.']),
        expect.arrayContaining(['1108 links lead to issues outside the export and were left out.']),
      ]);
    });
  });
}
