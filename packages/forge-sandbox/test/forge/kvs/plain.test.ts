import { MetadataField } from '@forge/kvs';
import { closeWorlds, START } from '../fixture/host';
import { kvsWorld } from '../fixture/sdk';

afterEach(closeWorlds);

test('a value comes back as a copy, before and after changes to the original', async () => {
  const { run } = kvsWorld();
  const original = { list: [1, 2], inner: { text: 'a', gone: undefined } };
  const [first, second] = await run(async ({ kvs }) => {
    await kvs.set('key', original);
    original.list.push(3);
    const read = await kvs.get<typeof original>('key');
    read?.list.push(4);
    return [read, await kvs.get('key')];
  });
  expect(first).toEqual({ list: [1, 2, 4], inner: { text: 'a' } });
  expect(second).toEqual({ list: [1, 2], inner: { text: 'a' } });
});

test('a missing key is undefined and deleting it succeeds', async () => {
  const { run } = kvsWorld();
  expect(await run(({ kvs }) => kvs.get('none'))).toBeUndefined();
  await expect(run(({ kvs }) => kvs.delete('none'))).resolves.toBeUndefined();
});

test('metadata follows the simulated clock', async () => {
  const { run, clock } = kvsWorld();
  await run(({ kvs }) => kvs.set('key', 1));
  clock.jumpTo(START + 1000);
  await run(({ kvs }) => kvs.set('key', 2, { ttl: { value: 1, unit: 'HOURS' } }));
  const all = [MetadataField.CREATED_AT, MetadataField.UPDATED_AT, MetadataField.EXPIRE_TIME];
  expect(await run(({ kvs }) => kvs.get('key', { metadataFields: all }))).toEqual({
    key: 'key',
    value: 2,
    createdAt: START,
    updatedAt: START + 1000,
    expireTime: '2026-11-23T10:00:01.000Z',
  });
});

test('an expired value is gone for get and query, and a new one counts as new', async () => {
  const { run, clock } = kvsWorld();
  await run(({ kvs }) => kvs.set('key', 1, { ttl: { value: 2, unit: 'MINUTES' } }));
  clock.jumpTo(START + 119_999);
  expect(await run(({ kvs }) => kvs.get('key'))).toBe(1);
  clock.jumpTo(START + 120_000);
  expect(await run(({ kvs }) => kvs.get('key'))).toBeUndefined();
  expect(await run(({ kvs }) => kvs.query().getMany())).toMatchObject({ results: [] });
  await run(({ kvs }) => kvs.set('key', 2, { keyPolicy: 'FAIL_IF_EXISTS' }));
  expect(
    await run(({ kvs }) => kvs.get('key', { metadataFields: [MetadataField.CREATED_AT] })),
  ).toMatchObject({
    createdAt: START + 120_000,
  });
});

test('an expired value stays readable while the platform has not removed it yet', async () => {
  const { run, clock } = kvsWorld({ kvs: { expiryLagMs: 60_000 } });
  await run(({ kvs }) => kvs.set('key', 1, { ttl: { value: 1, unit: 'SECONDS' } }));
  clock.jumpTo(START + 60_999);
  expect(await run(({ kvs }) => kvs.get('key'))).toBe(1);
  clock.jumpTo(START + 61_000);
  expect(await run(({ kvs }) => kvs.get('key'))).toBeUndefined();
});

test('FAIL_IF_EXISTS keeps the first value; OVERRIDE returns the previous or the latest', async () => {
  const { run } = kvsWorld();
  await run(({ kvs }) => kvs.set('key', 'first', { keyPolicy: 'FAIL_IF_EXISTS' }));
  await expect(
    run(({ kvs }) => kvs.set('key', 'second', { keyPolicy: 'FAIL_IF_EXISTS' })),
  ).rejects.toMatchObject({
    responseDetails: { status: 409 },
  });
  expect(await run(({ kvs }) => kvs.get('key'))).toBe('first');
  const previous = await run(({ kvs }) =>
    kvs.set('key', 'third', { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' }),
  );
  expect(previous).toMatchObject({ key: 'key', value: 'first' });
  const latest = await run(({ kvs }) =>
    kvs.set('key', 'fourth', { keyPolicy: 'OVERRIDE', returnValue: 'LATEST' }),
  );
  expect(latest).toMatchObject({ key: 'key', value: 'fourth' });
  const none = await run(({ kvs }) => kvs.set('new', 1, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' }));
  expect(none).toBeUndefined();
});

test('secrets live apart and no query shows them', async () => {
  const { run } = kvsWorld();
  await run(({ kvs }) => kvs.setSecret('key', 'hidden'));
  expect(await run(({ kvs }) => kvs.getSecret('key'))).toBe('hidden');
  expect(await run(({ kvs }) => kvs.get('key'))).toBeUndefined();
  expect(await run(({ kvs }) => kvs.query().getMany())).toMatchObject({ results: [] });
  await run(({ kvs }) => kvs.deleteSecret('key'));
  expect(await run(({ kvs }) => kvs.getSecret('key'))).toBeUndefined();
});

test('queries page by ten through a prefix, in order of key, with an opaque cursor', async () => {
  const { run } = kvsWorld();
  const names = Array.from({ length: 23 }, (_, at) => `p:${String(at).padStart(2, '0')}`);
  await run(async ({ kvs }) => {
    for (const key of [...names].reverse()) await kvs.set(key, key);
    await kvs.set('other', 1);
  });
  const pages = await run(async ({ kvs, WhereConditions }) => {
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const query = kvs.query().where('key', WhereConditions.beginsWith('p:'));
      const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
      found.push(page.results.map(({ key }) => key));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  });
  expect(pages.map((page) => page.length)).toEqual([10, 10, 3]);
  expect(pages.flat()).toEqual(names);
});

test.each([
  ['NOT_FOUND', [{ key: 'none', error: { code: 'NOT_FOUND' } }]],
  ['KEY_NOT_FOUND', [{ key: 'none', error: { code: 'KEY_NOT_FOUND' } }]],
  ['missing', []],
] as const)(
  'a batch tells of an absent key by %s; a single get does not change',
  async (absentKey, failed) => {
    const { run } = kvsWorld({ kvs: { absentKey: () => absentKey } });
    const got = await run(({ kvs }) => kvs.batchGet([{ key: 'none' }]));
    expect(got.successfulKeys).toEqual([]);
    expect(got.failedKeys).toMatchObject(failed);
    expect(got.failedKeys).toHaveLength(failed.length);
    expect(await run(({ kvs }) => kvs.get('none'))).toBeUndefined();
  },
);

test('a batch does what it can and lists what it cannot', async () => {
  const { run } = kvsWorld();
  const set = await run(({ kvs }) =>
    kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'b', value: { version: 'one' }, entityName: 'promise' },
      { key: 'b', value: { version: 1 }, entityName: 'absent' },
    ]),
  );
  expect(set.successfulKeys).toEqual([{ key: 'a' }]);
  expect(set.failedKeys.map(({ error }) => error.code)).toEqual(['VALIDATION_ERROR', 'VALIDATION_ERROR']);
  const got = await run(({ kvs }) => kvs.batchGet([{ key: 'a' }, { key: 'none' }]));
  expect(got.successfulKeys).toMatchObject([{ key: 'a', value: 1 }]);
  expect(got.failedKeys).toMatchObject([{ key: 'none', error: { code: 'NOT_FOUND' } }]);
  await run(({ kvs }) => kvs.batchDelete([{ key: 'a' }]));
  expect(await run(({ kvs }) => kvs.get('a'))).toBeUndefined();
});
