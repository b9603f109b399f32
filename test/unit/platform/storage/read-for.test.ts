import { policyFor } from '../../../../src/app/subject/policy-for';
import fc from 'fast-check';
import type { StoredCharter } from '../../../../src/app/charter/ports';
import { replay } from '../../../../src/domain/charter/evolve';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import { charterStore } from '../../../../src/platform/storage/charters';
import { neverWritten } from '../../../../src/platform/storage/charter-record';
import { policyStore } from '../../../../src/platform/storage/policies';
import { NOW } from '../../../support/charter-spec';
import { nominated } from '../../../support/events';
import { COO, CTO } from '../../../support/people';
import { storage } from '../../../support/storage';

async function put(issueKey: string, issueId: string, accountId = COO): Promise<void> {
  const history = [nominated(accountId)];
  const next: StoredCharter = { ...neverWritten, issueId, version: 1, charter: replay(history), history };
  expect(await charterStore.write(issueKey, next, NOW)).toBe('written');
}
const driOf = (stored: StoredCharter | undefined) => stored?.charter.dri?.accountId;

describe('charters read for items', () => {
  it('are each item’s own, by its id, and the empty one where it has none', async () => {
    storage();
    await put('EXP-1', '1');
    await put('EXP-2', '2', CTO);
    const found = await charterStore.readFor([
      { issueKey: 'EXP-1', issueId: '1' },
      { issueKey: 'EXP-2', issueId: '2' },
      { issueKey: 'EXP-3', issueId: '3' },
    ]);
    expect([...found.keys()]).toEqual(['1', '2', '3']);
    expect(['1', '2', '3'].map((id) => driOf(found.get(id)))).toEqual([COO, CTO, undefined]);
    expect(found.get('3')).toEqual(neverWritten);
  });

  it('are never another item’s that lies under the key', async () => {
    storage();
    await put('EXP-1', '1');
    expect(
      driOf((await charterStore.readFor([{ issueKey: 'EXP-1', issueId: '99' }])).get('99')),
    ).toBeUndefined();
  });

  it('are read in four batches for a page of a hundred', async () => {
    const here = storage();
    const items = Array.from({ length: 100 }, (_, n) => ({ issueKey: `EXP-${n}`, issueId: String(n) }));
    expect((await charterStore.readFor(items)).size).toBe(100);
    expect(Object.values(here.calls).reduce((sum, calls) => sum + calls, 0)).toBe(4);
  });

  it('never answer another item’s charter, whoever has whose key', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ key: fc.nat(4), id: fc.nat(4) }), { selector: ({ key }) => key }),
        fc.uniqueArray(fc.record({ key: fc.nat(4), id: fc.nat(4) }), { selector: ({ id }) => id }),
        async (written, asked) => {
          storage();
          for (const { key, id } of written) await put(`EXP-${key}`, String(id), `u-${id}`);
          const found = await charterStore.readFor(
            asked.map(({ key, id }) => ({ issueKey: `EXP-${key}`, issueId: String(id) })),
          );
          expect(found.size).toBe(asked.length);
          for (const { key, id } of asked) {
            const isTheirs = written.some((one) => one.key === key && one.id === id);
            expect(driOf(found.get(String(id)))).toBe(isTheirs ? `u-${id}` : undefined);
          }
        },
      ),
      { numRuns: 60, seed: 20261123 },
    );
  });
});

describe('a policy in the store', () => {
  const EXP = { project: 'EXP', id: null };
  const home = { liesUnder: 'EXP' };
  const policy: Policy = {
    ...siteDefault,
    version: 1,
    mode: 'coach',
    workItemTypes: [{ id: '7', name: 'Bet' }],
  };
  const version = { version: 1, savedAt: NOW, savedBy: COO };

  it('keeps the id of the project it was saved for, and knows what stands above it', async () => {
    storage();
    await policyStore.write(
      'site',
      { liesUnder: 'site.default' },
      { ...version, policy: { ...siteDefault, version: 1, mode: 'observe' } },
    );
    await policyStore.write(EXP, home, { ...version, policy, projectId: '10100' });
    const stored = await policyStore.read(EXP);
    expect(policyFor(stored, '10100')).toMatchObject({
      mode: 'coach',
      workItemTypes: [{ id: '7', name: 'Bet' }],
    });
    expect(policyFor(stored, '10101')).toMatchObject({ mode: 'observe', decidedBy: 'site' });
    expect(stored).toMatchObject({
      above: { mode: 'observe', decidedBy: 'site' },
      inherited: false,
    });
    expect((await policyStore.readMany([EXP])).get('EXP')).toEqual(stored);
    expect((await charterStore.read('EXP-1')).policy).toEqual(stored);
  });

  it('of a project that follows has no id, and neither has the site’s', async () => {
    storage();
    await policyStore.write(EXP, home, { ...version, policy: null, projectId: '10100' });
    const followed = await policyStore.read(EXP);
    expect(followed).toMatchObject({ inherited: true });
    for (const projectId of ['10100', '10101']) expect(policyFor(followed, projectId)).toEqual(siteDefault);
    expect(await policyStore.read('site')).toMatchObject({ inherited: true, above: siteDefault });
  });
});
