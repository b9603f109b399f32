import { closeWorlds } from '../fixture/host';
import { kvsWorld } from '../fixture/sdk';

afterEach(closeWorlds);

interface Promised {
  version: number;
}

test('a transaction writes everything or nothing', async () => {
  const { run } = kvsWorld();
  await run(({ kvs }) => kvs.set('old', 1));
  await run(({ kvs }) =>
    kvs.transact().set('a', 1).set('p', { version: 1 }, { entityName: 'promise' }).delete('old').execute(),
  );
  expect(await run(({ kvs }) => kvs.get('a'))).toBe(1);
  expect(await run(({ kvs }) => kvs.get('old'))).toBeUndefined();

  const failing = run(({ kvs, Filter, FilterConditions }) =>
    kvs
      .transact()
      .set('b', 1)
      .delete('a')
      .check('p', {
        entityName: 'promise',
        conditions: new Filter<Promised>().and('version', FilterConditions.equalTo(2)),
      })
      .execute(),
  );
  await expect(failing).rejects.toMatchObject({ responseDetails: { status: 409 } });
  expect(await run(({ kvs }) => kvs.get('a'))).toBe(1);
  expect(await run(({ kvs }) => kvs.get('b'))).toBeUndefined();
});

test('an invalid write takes the valid ones with it', async () => {
  const { run } = kvsWorld();
  const failing = run(({ kvs }) =>
    kvs.transact().set('a', 1).set('p', { version: 'x' }, { entityName: 'promise' }).execute(),
  );
  await expect(failing).rejects.toMatchObject({ code: 'VALIDATION_ERROR' });
  expect(await run(({ kvs }) => kvs.get('a'))).toBeUndefined();
});

test('notExists lets one of many creators through', async () => {
  const { run } = kvsWorld();
  const create = (who: number) =>
    run(({ kvs, Filter, FilterConditions }) =>
      kvs
        .transact()
        .set(
          'p',
          { version: who },
          {
            entityName: 'promise',
            conditions: new Filter<Promised>().and('version', FilterConditions.notExists()),
          },
        )
        .execute(),
    );
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, who) => create(who)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('plain read-then-write loses updates, so invocations really interleave', async () => {
  const { run } = kvsWorld();
  await run(({ kvs }) => kvs.set('count', 0));
  const add = () =>
    run(async ({ kvs }) => {
      const count = (await kvs.get<number>('count')) ?? 0;
      await kvs.set('count', count + 1);
    });
  await Promise.all(Array.from({ length: 20 }, add));
  expect(await run(({ kvs }) => kvs.get('count'))).toBeLessThan(20);
});

test('conditional writes with a retry lose none of 50 updates', async () => {
  const { run } = kvsWorld();
  await run(({ kvs }) => kvs.entity('promise').set('p', { version: 0 }));
  const add = () =>
    run(async ({ kvs, Filter, FilterConditions }) => {
      for (;;) {
        const { version } = (await kvs.entity<Promised>('promise').get('p')) ?? { version: 0 };
        const conditions = new Filter<Promised>().and('version', FilterConditions.equalTo(version));
        try {
          await kvs
            .transact()
            .set('p', { version: version + 1 }, { entityName: 'promise', conditions })
            .execute();
          return;
        } catch (problem) {
          if ((problem as { responseDetails?: { status: number } }).responseDetails?.status !== 409)
            throw problem;
        }
      }
    });
  await Promise.all(Array.from({ length: 50 }, add));
  expect(await run(({ kvs }) => kvs.entity('promise').get('p'))).toEqual({ version: 50 });
});

test('without the scope storage:app nothing is stored', async () => {
  const { manifest } = await import('../fixture/host');
  const { run } = kvsWorld({ manifest: { ...manifest, scopes: new Set(['read:jira-work']) } });
  await expect(run(({ kvs }) => kvs.set('a', 1))).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
});
