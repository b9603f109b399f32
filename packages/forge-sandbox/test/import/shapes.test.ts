import { Readable } from 'node:stream';
import { importExport } from '../../src/import';
import { momentOf, rowsOf } from '../../src/import/csv';
import { openWorld } from '../jira/helpers';

const issue = (key: string, more: object = {}) => ({
  id: `9${key.replace(/\D/g, '')}`,
  key,
  fields: {
    summary: `About ${key}`,
    issuetype: { name: 'Story' },
    project: { key: 'OLD', name: 'Old' },
    status: { name: 'Open' },
    created: '2014-01-01T10:00:00.000+0000',
    updated: '2014-01-02T10:00:00.000+0000',
    assignee: { accountId: 'ann', displayName: 'Ann' },
  },
  changelog: { histories: [] },
  ...more,
});
const two = [issue('OLD-1'), issue('OLD-2')];
const file = (text: string): Readable => Readable.from([Buffer.from(text)]);
const load = (...files: readonly string[]) => importExport(openWorld().jira, files.map(file));

test.each([
  ['one issue a line', two.map((one) => JSON.stringify(one)).join('\n')],
  ['a page of a search', JSON.stringify({ issues: two, isLast: true })],
  ['a page over many lines', JSON.stringify({ issues: two }, null, 2)],
  ['a list', JSON.stringify(two)],
  ['a list over many lines', JSON.stringify(two, null, 2)],
  ['pages, one a line', two.map((one) => JSON.stringify({ issues: [one] })).join('\n')],
  ['a byte order mark first', `\uFEFF${JSON.stringify(two)}`],
])('the same issues are read from %s', async (_, text) => {
  expect(await load(text)).toMatchObject({ issues: 2, projects: [{ key: 'OLD', issues: 2 }], warnings: [] });
});

test('pages in several files are one project, and what overlaps is one issue', async () => {
  const { issues } = await load(
    JSON.stringify({ issues: two }),
    JSON.stringify([issue('OLD-2'), issue('OLD-3')]),
  );
  expect(issues).toBe(3);
});

test('histories that are missing or cut are told, and whole ones are not', async () => {
  const entry = { created: '2014-01-01T11:00:00.000+0000', author: null, items: [] };
  const cut = issue('OLD-2', { changelog: { total: 9, histories: [entry] } });
  const whole = issue('OLD-3', { changelog: { total: 1, histories: [entry] } });
  const { warnings } = await load(JSON.stringify([issue('OLD-1', { changelog: undefined }), cut, whole]));
  expect(warnings).toEqual([
    '1 issue carries no history: indicators and backtest cannot be told for it.',
    expect.stringMatching(/^The histories of 1 issue are cut: .* cannot be told for it\.$/),
  ]);
});

test('somebody known by name alone stays the owner, and the loss is told', async () => {
  const { jira } = openWorld();
  const named = { ...issue('OLD-1').fields, assignee: { displayName: 'Ann Other' } };
  const { warnings } = await importExport(jira, file(JSON.stringify(issue('OLD-1', { fields: named }))));
  expect(warnings).toContain('1 person is known by name alone: two of one name are taken for one.');
  expect(jira.issue('OLD-1')?.values.get('assignee')).toBe('name:Ann Other');
});

const CSV = `Summary,Issue key,Issue id,Issue Type,Status,Status Category,Project key,Project name,Assignee,Assignee Id,Created,Updated,Inward issue link (Blocks),Labels,Labels
"With ""quotes"", and
a break",OLD-1,901,Story,Open,To Do,OLD,Old,Ann,ann,23/Nov/26 9:05 AM,23/Nov/26 1:05 PM,OLD-2,a,b
Second,OLD-2,902,Story,Done,Done,OLD,Old,,,22/Nov/26 9:05 AM,22/Nov/26 9:05 AM,,,
`;

test('Jira’s CSV gives what it holds, and says what it lacks', async () => {
  const { jira } = openWorld();
  const { issues, warnings, lastUpdate } = await importExport(jira, file(CSV));
  expect(issues).toBe(2);
  expect(new Date(lastUpdate).toISOString()).toBe('2026-11-23T13:05:00.000Z');
  expect(warnings.join(' ')).toMatch(/CSV export holds no histories.*2 issues carry no history/);
  expect(jira.issue('OLD-1')?.values.get('summary')).toBe('With "quotes", and\na break');
});

const XML = `<?xml version="1.0"?><rss version="0.92"><channel>
<item><project id="1" key="OLD">Old</project><key id="901">OLD-1</key><summary>A &amp; B</summary><type id="1">Story</type>
<status id="1">Open</status><statusCategory id="2" key="new"/><assignee accountid="ann">Ann</assignee>
<created>Mon, 23 Nov 2026 09:05:00 +0000</created><updated>Mon, 23 Nov 2026 13:05:00 +0000</updated>
<issuelinks><issuelinktype id="1"><name>Blocks</name><inwardlinks description="is blocked by"><issuelink><issuekey id="902">OLD-2</issuekey></issuelink></inwardlinks></issuelinktype></issuelinks></item>
<item><project id="1" key="OLD">Old</project><key id="902">OLD-2</key><summary>Two</summary><type id="1">Story</type><status id="3">Done</status><statusCategory id="3" key="done"/><assignee accountid="-1">Unassigned</assignee><created>Sun, 22 Nov 2026 09:05:00 +0000</created><updated>Sun, 22 Nov 2026 09:05:00 +0000</updated></item>
</channel></rss>`;

test('Jira’s XML gives what it holds, links with their words, and says what it lacks', async () => {
  const site = openWorld();
  const { issues, warnings } = await importExport(site.jira, file(XML));
  expect(issues).toBe(2);
  expect(warnings.join(' ')).toMatch(/XML export holds no histories/);
  expect(site.jira.issue('OLD-1')?.values.get('summary')).toBe('A & B');
  const { body } = await site.call('u-coo', 'GET', '/issue/OLD-1?fields=issuelinks');
  expect(body).toMatchObject({
    fields: { issuelinks: [{ type: { inward: 'is blocked by' }, inwardIssue: { key: 'OLD-2' } }] },
  });
});

test('anything else is refused with the way to a file that is not', async () => {
  await expect(load('Summary;Key\na;b')).rejects.toThrow(
    /neither Jira’s CSV nor its XML export.*npm run export/,
  );
});

test.each([
  ['23/Nov/26 9:05 AM', '2026-11-23T09:05:00.000Z'],
  ['23/Nov/2026 12:05 AM', '2026-11-23T00:05:00.000Z'],
  ['23/Nov/26 12:05 PM', '2026-11-23T12:05:00.000Z'],
  ['3/Nov/26', '2026-11-03T00:00:00.000Z'],
  ['2026-11-23T09:05:00+0100', '2026-11-23T08:05:00.000Z'],
  ['some day', undefined],
])('a moment is read as Jira writes it: %s', (text, expected) => {
  expect(momentOf(text)).toBe(expected);
});

test('rows keep commas, quotes and breaks that stand in quotes', () => {
  expect(rowsOf('a,"b,""c""\n d"\r\n\n,e')).toEqual([
    ['a', 'b,"c"\n d'],
    ['', 'e'],
  ]);
});
