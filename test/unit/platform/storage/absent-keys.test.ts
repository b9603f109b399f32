import type { BatchGetResult } from '@forge/kvs';
import { evolve } from '../../../../src/domain/charter/evolve';
import { pick, readAll } from '../../../../src/platform/storage/batch';
import { neverWritten } from '../../../../src/platform/storage/charter-record';
import { charterStore } from '../../../../src/platform/storage/charters';
import { clockStore } from '../../../../src/platform/storage/clocks';
import { policyStore } from '../../../../src/platform/storage/policies';
import { NOW } from '../../../support/charter-spec';
import { owner } from '../../../support/events';
import { COO } from '../../../support/people';
import { ABSENT_KEYS, storage } from '../../../support/storage';

describe.each(ABSENT_KEYS)('where a batch tells of an absent key by %s', (absentKey) => {
  it('a site without records reads as one: nothing written, the site’s policy', async () => {
    storage(absentKey);
    const { stored, policy } = await charterStore.read('EXP-1');
    expect(stored).toEqual(neverWritten);
    expect(await policyStore.readMany(['EXP', 'PLAT'].map((project) => ({ project, id: null })))).toEqual(
      new Map([
        ['EXP', policy],
        ['PLAT', { ...policy, home: { liesUnder: 'PLAT' } }],
      ]),
    );
    expect(await clockStore.rows(['10001'])).toEqual(new Map());
  });

  it('what is there is found beside what is not', async () => {
    storage(absentKey);
    const next = {
      ...neverWritten,
      issueId: '10001',
      version: 1,
      charter: owner(COO).reduce(evolve, neverWritten.charter),
    };
    expect(await charterStore.write('EXP-1', next, NOW)).toBe('written');
    const found = await charterStore.readFor([
      { issueKey: 'EXP-1', issueId: '10001' },
      { issueKey: 'EXP-2', issueId: '10002' },
    ]);
    expect([found.get('10001')?.version, found.get('10002')?.version]).toEqual([1, 0]);
    expect((await charterStore.read('EXP-1')).stored.charter).toEqual(next.charter);
    expect([...(await readAll('charter', ['EXP-2', 'EXP-1'])).keys()]).toEqual(['EXP-1']);
  });
});

const failed = (code: string): BatchGetResult<unknown> => ({
  successfulKeys: [],
  failedKeys: [{ entityName: 'charter', key: 'EXP-1', error: { code, message: '' } }],
});

it.each(['INTERNAL_SERVER_ERROR', 'TOO_MANY_REQUESTS', 'NOT_FOUND_YET', ''])(
  'a key that failed with %j is an outage, not an absence',
  (code) => {
    expect(() => pick(failed(code), 'charter', 'EXP-1')).toThrow(/storage/);
  },
);

it('a failure of another key says nothing about this one', () => {
  expect(pick(failed('INTERNAL_SERVER_ERROR'), 'charter', 'EXP-2')).toBeUndefined();
});
