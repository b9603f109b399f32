import fc from 'fast-check';
import { closeWorlds } from '../fixture/host';
import { kvsWorld } from '../fixture/sdk';

afterEach(closeWorlds);

interface Promised {
  readonly version?: number;
  readonly project?: string;
  readonly due?: string;
  readonly open?: boolean;
  readonly detail?: string;
}

async function filled(
  entries: readonly (readonly [string, Promised])[],
): Promise<ReturnType<typeof kvsWorld>> {
  const world = kvsWorld();
  await world.run(async ({ kvs }) => {
    for (const [key, value] of entries) await kvs.entity('promise').set(key, value);
  });
  return world;
}

const five: readonly (readonly [string, Promised])[] = [
  ['a', { project: 'APP', due: '2026-12-03', version: 3, open: true }],
  ['b', { project: 'APP', due: '2026-12-01', version: 10, open: false }],
  ['c', { project: 'APP', due: '2026-12-02', version: 2, open: true }],
  ['d', { project: 'CORE', due: '2026-12-01', version: 1 }],
  ['e', { project: 'APP', version: 7 }],
];

type Run = ReturnType<typeof kvsWorld>['run'];
type Build = Parameters<Run>[0] extends (sdk: infer S) => unknown
  ? (sdk: S) => { getMany(): Promise<{ results: { key: string }[]; nextCursor?: string }> }
  : never;

const keys = async (run: Run, build: Build): Promise<string[]> =>
  (await run((sdk) => build(sdk).getMany())).results.map(({ key }) => key);

test('a partition comes back in order of the range, either way, without records that lack an attribute', async () => {
  const { run } = await filled(five);
  const exp: Build = ({ kvs }) =>
    kvs
      .entity('promise')
      .query()
      .index('by-project-due', { partition: ['APP'] });
  expect(await keys(run, exp)).toEqual(['b', 'c', 'a']);
  expect(
    await keys(run, ({ kvs }) =>
      kvs
        .entity('promise')
        .query()
        .index('by-project-due', { partition: ['APP'] })
        .sort('DESC' as never),
    ),
  ).toEqual(['a', 'c', 'b']);
});

test('range conditions cut the partition', async () => {
  const { run } = await filled(five);
  const due = (
    condition:
      'lessThan' | 'lessThanEqualTo' | 'greaterThan' | 'greaterThanEqualTo' | 'equalTo' | 'beginsWith',
  ) =>
    keys(run, ({ kvs, WhereConditions }) =>
      kvs
        .entity('promise')
        .query()
        .index('by-project-due', { partition: ['APP'] })
        .where(WhereConditions[condition](condition === 'beginsWith' ? '2026-12' : '2026-12-02')),
    );
  expect(await due('lessThan')).toEqual(['b']);
  expect(await due('lessThanEqualTo')).toEqual(['b', 'c']);
  expect(await due('greaterThan')).toEqual(['a']);
  expect(await due('greaterThanEqualTo')).toEqual(['c', 'a']);
  expect(await due('equalTo')).toEqual(['c']);
  expect(await due('beginsWith')).toEqual(['b', 'c', 'a']);
});

test('numbers are ordered as numbers, keys through by-key', async () => {
  const { run } = await filled(five);
  expect(
    await keys(run, ({ kvs, WhereConditions }) =>
      kvs.entity('promise').query().index('by-version').where(WhereConditions.between(2, 10)),
    ),
  ).toEqual(['c', 'a', 'e', 'b']);
  expect(
    await keys(run, ({ kvs, WhereConditions }) =>
      kvs.entity('promise').query().index('by-key').where(WhereConditions.greaterThan('b')),
    ),
  ).toEqual(['c', 'd', 'e']);
  expect(
    await keys(run, ({ kvs, WhereConditions }) =>
      kvs.entity('promise').query().index('project').where(WhereConditions.equalTo('CORE')),
    ),
  ).toEqual(['d']);
});

test('filters thin out the page that was read, so a page can be empty and have a successor', async () => {
  const { run } = await filled(five);
  const page = await run(({ kvs, Filter, FilterConditions }) =>
    kvs
      .entity('promise')
      .query()
      .index('by-key')
      .filters(new Filter<Promised>().and('version', FilterConditions.equalTo(1)))
      .limit(2)
      .getMany(),
  );
  expect(page.results).toEqual([]);
  expect(page.nextCursor).toEqual(expect.any(String));
});

test('and needs every condition, or one; exists asks for the attribute', async () => {
  const { run } = await filled(five);
  const withFilter = (build: (sdk: Parameters<Build>[0]) => unknown) =>
    keys(run, (sdk) =>
      sdk.kvs
        .entity('promise')
        .query()
        .index('by-key')
        .filters(build(sdk) as never),
    );
  expect(
    await withFilter(({ Filter, FilterConditions }) =>
      new Filter<Promised>()
        .and('project', FilterConditions.equalTo('APP'))
        .and('open', FilterConditions.equalTo(true)),
    ),
  ).toEqual(['a', 'c']);
  expect(
    await withFilter(({ Filter, FilterConditions }) =>
      new Filter<Promised>()
        .or('version', FilterConditions.lessThan(2))
        .or('version', FilterConditions.greaterThan(7)),
    ),
  ).toEqual(['b', 'd']);
  expect(
    await withFilter(({ Filter, FilterConditions }) =>
      new Filter<Promised>().and('due', FilterConditions.notExists()),
    ),
  ).toEqual(['e']);
  expect(
    await withFilter(({ Filter, FilterConditions }) =>
      new Filter<Promised>().and('due', FilterConditions.contains('12-01')),
    ),
  ).toEqual(['b', 'd']);
});

test('type any cannot be filtered on, partitions must be complete, limits stay within 100', async () => {
  const { run } = await filled([]);
  // eslint-disable-next-line jest/valid-expect -- the matcher follows where it is called
  const refused = (build: Build) => expect(run((sdk) => build(sdk).getMany())).rejects;
  await refused(({ kvs, Filter, FilterConditions }) =>
    kvs
      .entity('promise')
      .query()
      .index('by-key')
      .filters(new Filter<Promised>().and('detail', FilterConditions.equalTo('x'))),
  ).toMatchObject({ responseDetails: { status: 422 } });
  await refused(({ kvs }) => kvs.entity('promise').query().index('by-project-due')).toMatchObject({
    code: 'VALIDATION_ERROR',
  });
  await refused(({ kvs }) => kvs.entity('promise').query().index('none')).toMatchObject({
    code: 'VALIDATION_ERROR',
  });
  await refused(({ kvs }) => kvs.entity('promise').query().index('by-key').limit(101)).toMatchObject({
    code: 'VALIDATION_ERROR',
  });
});

test('a cursor of another query is refused', async () => {
  const { run } = await filled(five);
  const { nextCursor } = await run(({ kvs }) =>
    kvs.entity('promise').query().index('by-key').limit(1).getMany(),
  );
  await expect(
    run(({ kvs }) => kvs.entity('promise').query().index('by-version').cursor(String(nextCursor)).getMany()),
  ).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
});

test('queries lag behind writes when told to, get never does', async () => {
  const { run, host } = await filled([]);
  host.kvs.queryLagMs = Infinity;
  await run(({ kvs }) => kvs.entity('promise').set('x', { version: 1 }));
  const all: Build = ({ kvs }) => kvs.entity('promise').query().index('by-key');
  expect(await keys(run, all)).toEqual([]);
  expect(await run(({ kvs }) => kvs.entity('promise').get('x'))).toEqual({ version: 1 });
  host.kvs.queryLagMs = 0;
  expect(await keys(run, all)).toEqual(['x']);
});

test('paging through any records in any page size gives each once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), fc.integer({ min: 0, max: 5 })), {
        selector: ([key]) => key,
        maxLength: 25,
      }),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (entries, limit, descending) => {
        const { run } = await filled(entries.map(([key, version]) => [key, { version }] as const));
        const found = await run(async ({ kvs }) => {
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const query = kvs.entity('promise').query().index('by-version').limit(limit);
            const sorted = query.sort((descending ? 'DESC' : 'ASC') as never);
            const page = await (cursor === undefined ? sorted : sorted.cursor(cursor)).getMany();
            seen.push(...page.results.map(({ key }) => key));
            cursor = page.nextCursor;
          } while (cursor !== undefined);
          return seen;
        });
        const expected = [...entries]
          .sort(([k1, v1], [k2, v2]) => v1 - v2 || (k1 < k2 ? -1 : 1))
          .map(([key]) => key);
        expect(found).toEqual(descending ? expected.reverse() : expected);
      },
    ),
    { numRuns: 25 },
  );
});
