import { join } from 'node:path';
import { clientOf } from '../../support/client';
import { forgetSpent } from '../../support/points';
import { useSite } from '../../support/sandbox';
import { readExport } from './raw-export';
import { readHands, readLives, type Life } from './raw-past';

jest.setTimeout(300_000);

const folder = process.env['HOLDFAST_DATA'];

if (!folder) {
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- exports are not part of the repository
  test.skip('the past of a real export: set HOLDFAST_DATA to a folder of exports', () => undefined);
} else {
  describe('the past of a real export', () => {
    compare(join(folder, 'duraspace-2015.ndjson.gz'));
  });
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** 2000-01-03 was a Monday. */
const SOME_MONDAY = Date.UTC(2000, 0, 3);
const monday = (at: number): number => SOME_MONDAY + Math.floor((at - SOME_MONDAY) / WEEK) * WEEK;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** An observation as one line, so that two sets of them can be compared whatever their order. */
const line = (indicator: string, week: string, value: number): string =>
  `${indicator} ${week} ${value.toFixed(6)}`;

interface Observed {
  readonly indicator: string;
  readonly week: string;
  readonly value: number;
}

interface HandsPage {
  readonly ok: true;
  readonly counts: Readonly<Record<'items' | 'owned' | 'judged' | 'elsewhere', number>>;
  readonly items: readonly Readonly<Record<string, string | number>>[];
  readonly nextCursor?: string;
}

function compare(file: string): void {
  const site = useSite({ imports: [file], seed: 'import' });
  const { lives, categories, isInactive } = readLives(file);
  const hands = readHands(file);
  const items = readExport(file);
  const now = (): number => site.sandbox.clock.now();
  const projects = ['FCREPO', 'ISLANDORA', 'DURACLOUD'];
  const widened = [...projects, 'HYDRUS'];
  const of = (project: string): readonly Life[] =>
    [...lives.values()].filter((life) => life.project === project);

  async function ask(accountId: string, key: string, payload: object, projectKey: string): Promise<object> {
    forgetSpent(site.sandbox);
    const { body } = await clientOf(site, accountId).invoke('gap-report', key, payload, { projectKey });
    if ((body as { ok: boolean }).ok !== true) throw new Error(JSON.stringify(body));
    return body as object;
  }

  async function pages<T extends { readonly nextCursor?: string }>(
    accountId: string,
    key: string,
    payload: object,
    projectKey: string,
  ): Promise<readonly T[]> {
    const all: T[] = [];
    for (let cursor: string | undefined; ; cursor = all.at(-1)?.nextCursor) {
      const page = { ...payload, ...(cursor !== undefined && { cursor }) };
      all.push((await ask(accountId, key, page, projectKey)) as T);
      if (all.at(-1)?.nextCursor === undefined) return all;
    }
  }

  beforeAll(async () => {
    // Every type of work item, with the owner read from the assignee.
    for (const projectKey of widened) {
      const invoke = (key: string, payload: object) =>
        clientOf(site, 'u-admin').invoke('project-policy', key, payload, { projectKey });
      const { body } = await invoke('policy/get', {});
      const policy = {
        ...(body as { policy: object }).policy,
        workItemTypes: [...new Set(of(projectKey).map(({ type }) => type))],
        ownerSource: { kind: 'assignee' },
      };
      expect((await invoke('policy/save', { policy })).body).toMatchObject({ ok: true });
    }
  });

  /** What the raw lines say about the weeks, by steps of their own timelines. */
  function reckoned(project: string, weeks: readonly string[]): readonly string[] {
    const found = of(project).flatMap(({ created, owner, moves }): [string, number, number][] => {
      const names = owner.map(({ at, value }) => ({ at: at === -Infinity ? created : at, value }));
      const first = names.find(({ value }) => value !== null);
      const stays = names.flatMap(({ at, value }, index): [string, number, number][] => {
        const next = names[index + 1];
        if (value === null || !next || next.value === value) return [];
        const stay: [string, number, number] = ['owner-stays', next.at, Math.max(0, next.at - at) / DAY];
        return next.value === null ? [stay, ['owner-dropped', next.at, 1]] : [stay];
      });
      const reopened = moves
        .filter(({ from, to }) => categories.get(from) === 'done' && categories.get(to) !== 'done')
        .map(({ at }): [string, number, number] => ['reopened', at, 1]);
      return [
        ...(first
          ? [['first-owner', first.at, Math.max(0, first.at - created) / DAY] as [string, number, number]]
          : []),
        ...stays,
        ...reopened,
      ];
    });
    return found
      .map(([indicator, at, value]) => ({ indicator, week: dayOf(monday(at)), value }))
      .filter(({ week }) => weeks.includes(week))
      .map(({ indicator, week, value }) => line(indicator, week, value))
      .sort();
  }

  test.each(projects)(
    '%s: what changelogs tell of two years of ownership, entry by entry',
    async (project) => {
      type Page = {
        readonly weeks: readonly string[];
        readonly evidence: { readonly observations: readonly Observed[] };
        readonly nextCursor?: string;
      };
      const all = await pages<Page>('u-lead', 'report/past', { weeks: 104 }, project);
      const last = monday(now());
      const weeks = Array.from({ length: 104 }, (_, index) => dayOf(last - (104 - index) * WEEK));
      expect(all[0]?.weeks).toEqual(weeks);
      const told = all
        .flatMap(({ evidence }) => evidence.observations)
        .map(({ indicator, week, value }) => line(indicator, week, value))
        .sort();
      const wanted = reckoned(project, weeks);
      process.stderr.write(`${project}: ${wanted.length} entries in 104 weeks, ${all.length} pages\n`);
      expect(told).toEqual(wanted);
      expect(wanted.length).toBeGreaterThan(10);
    },
  );

  /** Days before which much was done on items that are still open. */
  const busy = [
    ['FCREPO', '2010-06-01'],
    ['FCREPO', '2010-09-01'],
    ['FCREPO', '2011-04-01'],
    ['HYDRUS', '2011-03-01'],
  ] as const;
  let raised = 0;

  /** Whose days are on an open item of the last half year, from the raw lines. */
  function question(key: string, owner: string) {
    const days = new Map<string, Set<string>>();
    for (const { at, by } of hands.get(key) ?? []) {
      if (at < now() - 182 * DAY || at > now() || (isInactive(by) && by !== owner)) continue;
      days.set(by, (days.get(by) ?? new Set()).add(dayOf(at)));
    }
    const all = [...days.values()].reduce((sum, { size }) => sum + size, 0);
    const owners = days.get(owner)?.size ?? 0;
    const others = [...days]
      .filter(([by]) => by !== owner)
      .map(([by, { size }]) => ({ by, size }))
      .sort((a, b) => b.size - a.size);
    const [lead, second] = others;
    const stands =
      all >= 5 &&
      lead !== undefined &&
      lead.size > (second?.size ?? 0) &&
      lead.size > all / 2 &&
      lead.size >= owners * 2;
    return { all, owners, lead, stands };
  }

  test.each<readonly [string, string]>([
    ...projects.map((project) => [project, 'the last day'] as const),
    ...busy,
  ])('%s: on how many items somebody else decides, and whom that is asked of (%s)', async (project, day) => {
    if (day !== 'the last day') site.sandbox.clock.jumpTo(Date.parse(`${day}T12:00:00Z`));
    const open = items.filter((item) => item.project === project && item.category !== 'done');
    const owned = open.flatMap(({ key, assignee }) =>
      assignee === null ? [] : [{ key, owner: assignee.accountId, ...question(key, assignee.accountId) }],
    );
    const counts = {
      items: open.length,
      owned: owned.length,
      judged: owned.filter(({ all }) => all >= 5).length,
      elsewhere: owned.filter(({ stands }) => stands).length,
    };
    const all = await pages<HandsPage>('u-lead', 'report/hands', {}, project);
    const told = { items: 0, owned: 0, judged: 0, elsewhere: 0 };
    for (const { counts: some } of all) {
      for (const name of ['items', 'owned', 'judged', 'elsewhere'] as const) told[name] += some[name];
    }
    process.stderr.write(`${project}: ${JSON.stringify(counts)}\n`);
    expect(told).toEqual(counts);
    raised += counts.elsewhere;
    // Whoever only looks is told no name.
    expect(all.flatMap(({ items }) => items)).toEqual([]);
    for (const owner of new Set(owned.filter(({ stands }) => stands).map((one) => one.owner))) {
      if (isInactive(owner)) continue;
      const asked = (await pages<HandsPage>(owner, 'report/hands', {}, project)).flatMap(
        ({ items }) => items,
      );
      const wanted = owned.filter((one) => one.stands && one.owner === owner);
      expect(
        asked.map(({ issueKey, otherAccountId, ownersDays, othersDays, allDays, asks }) => ({
          issueKey,
          otherAccountId,
          ownersDays,
          othersDays,
          allDays,
          asks,
        })),
      ).toEqual(
        wanted
          .map(({ key, lead, owners, all: days }) => ({
            issueKey: key,
            otherAccountId: lead?.by,
            ownersDays: owners,
            othersDays: lead?.size,
            allDays: days,
            asks: 'owner',
          }))
          .sort((a, b) => Number(a.issueKey.split('-')[1]) - Number(b.issueKey.split('-')[1])),
      );
    }
  });

  test('equal does not mean empty: some of these days raise the question', () => {
    expect(raised).toBeGreaterThan(1);
  });
}
