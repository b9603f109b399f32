import fc from 'fast-check';
import type { StoredCharter } from '../../../../src/app/charter/ports';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { evolve } from '../../../../src/domain/charter/evolve';
import { partiesOf } from '../../../../src/domain/commitments/parties';
import { charterStore } from '../../../../src/platform/storage/charters';
import {
  COMMITMENT_ENTITY,
  rowKey,
  type CommitmentRecord,
} from '../../../../src/platform/storage/commitment-rows';
import { personalData } from '../../../../src/platform/storage/personal-data';
import { commitmentStore } from '../../../../src/platform/storage/commitments';
import { attempts, play } from '../../../support/attempts';
import { BEFORE, NOW } from '../../../support/charter-spec';
import { acknowledged, asked, delivered, deliveryTaken, nominated, owner } from '../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';
import { recordsIn, storage, type Storage } from '../../../support/storage';

/** Reads, changes and writes, as a use case does. */
async function change(
  issueKey: string,
  events: readonly CharterEvent[],
  issueId = '10001',
): Promise<'written' | 'conflict' | 'full'> {
  const current = await charterStore.readCharter(issueKey);
  const next: StoredCharter = {
    ...current,
    issueId,
    version: current.version + 1,
    charter: events.reduce(evolve, current.charter),
    history: [...current.history, ...events],
  };
  return charterStore.write(issueKey, next, NOW);
}

const rows = (here: Storage): readonly CommitmentRecord[] =>
  [...recordsIn(here, COMMITMENT_ENTITY).values()] as CommitmentRecord[];
const accounts = (here: Storage): readonly string[] =>
  rows(here)
    .map(({ accountId }) => accountId)
    .sort();

/** A request to each of so many people, whom nobody else has anything to do with. */
const requests = (count: number): readonly CharterEvent[] =>
  Array.from({ length: count }, (_, n) => asked(`A${n + 1}`, { providerAccountId: `u-${n + 1}` }));

describe('rows', () => {
  it('come and go with the people a charter concerns, in the write that changes it', async () => {
    const here = storage();
    await change('EXP-1', [nominated(COO)]);
    expect(accounts(here)).toEqual([COO, CTO].sort());
    await change('EXP-1', [...owner(COO), asked('A1')]);
    expect(accounts(here)).toEqual([COO, PLATFORM].sort());
    await change('EXP-1', [acknowledged('A1'), delivered('A1'), deliveryTaken('A1')]);
    expect(accounts(here)).toEqual([COO]);
    expect(here.calls['/api/v1/transaction']).toBe(3);
  });

  it('carry no more than where to look', async () => {
    const here = storage();
    await change('EXP-1', [nominated(COO)]);
    const row = rows(here).find(({ accountId }) => accountId === COO);
    expect(row).toEqual({ schema: 1, accountId: COO, issueKey: 'EXP-1', issueId: '10001', updatedAt: NOW });
    expect(await rowKey(COO, '10001')).toMatch(/^[0-9a-f]{32}$/);
    expect(await rowKey(COO, '10001')).not.toBe(await rowKey(COO, '10002'));
  });

  it('are what the charter says after whatever was done, by whomever', async () => {
    await fc.assert(
      fc.asyncProperty(attempts, async (all) => {
        const here = storage();
        for (const { events, after } of play(all)) {
          if (events.length === 0) continue;
          expect(await change('EXP-1', events)).toBe('written');
          expect(accounts(here)).toEqual(partiesOf(after));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are there for more people than one transaction holds', async () => {
    const here = storage();
    await change('EXP-1', [...owner(COO), ...requests(60)]);
    expect(accounts(here)).toHaveLength(61);
  });

  it('stay with their charter when storage fails: neither changes', async () => {
    const here = storage();
    await change('EXP-1', [...owner(COO), asked('A1')]);
    const before = JSON.stringify([...recordsIn(here, 'charter'), ...rows(here)]);
    here.beforeAnswer = (path) => (path.endsWith('/transaction') ? new Error('socket hang up') : undefined);
    await expect(change('EXP-1', [asked('A2', { providerAccountId: OPS })])).rejects.toThrow(/storage/);
    expect(JSON.stringify([...recordsIn(here, 'charter'), ...rows(here)])).toBe(before);
  });

  it('stay as they are when somebody else was faster', async () => {
    const here = storage();
    await change('EXP-1', [nominated(COO)]);
    const stale = await charterStore.readCharter('EXP-1');
    await change('EXP-1', owner(COO));
    const rival: StoredCharter = {
      ...stale,
      version: stale.version + 1,
      charter: [asked('A1')].reduce(evolve, stale.charter),
    };
    expect(await charterStore.write('EXP-1', rival, NOW)).toBe('conflict');
    expect(accounts(here)).toEqual([COO]);
  });
});

describe('a person’s rows', () => {
  it('are found a page at a time, and nobody else’s', async () => {
    storage();
    for (let n = 1; n <= 130; n += 1) await change(`EXP-${n}`, owner(COO), `${10_000 + n}`);
    await change('EXP-200', owner(OPS), '10200');
    const first = await commitmentStore.page(COO);
    expect(first.rows).toHaveLength(100);
    const second = await commitmentStore.page(COO, first.nextCursor);
    expect(second.rows).toHaveLength(30);
    expect(second.nextCursor).toBeUndefined();
    expect(new Set([...first.rows, ...second.rows].map(({ issueKey }) => issueKey)).size).toBe(130);
  });

  it('are found by handle by their owner alone', async () => {
    storage();
    await change('EXP-1', [...owner(COO), asked('A1')]);
    const handle = await rowKey(PLATFORM, '10001');
    const found = await commitmentStore.find(PLATFORM, [handle, 'f'.repeat(32), handle]);
    expect([...found.values()]).toEqual([
      { handle, accountId: PLATFORM, issueKey: 'EXP-1', issueId: '10001' },
    ]);
    expect((await commitmentStore.find(COO, [handle])).size).toBe(0);
  });
});

describe('an account that was closed', () => {
  it('is reported with its rows, and loses them when it is taken out', async () => {
    const here = storage();
    await change('EXP-1', [...owner(COO), asked('A1')]);
    const reported: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof personalData.page>> = await personalData.page(cursor);
      reported.push(...page.pieces.flatMap(({ people = [] }) => people));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(reported.sort()).toEqual([COO, PLATFORM].sort());

    do {
      cursor = (await personalData.replace({ [PLATFORM]: 'erased-1' }, cursor)).next;
    } while (cursor !== undefined);
    expect(accounts(here)).toEqual([COO]);
    expect(await commitmentStore.rebuild('EXP-1', NOW)).toBe('rebuilt');
    expect(accounts(here)).toEqual([COO]);
    expect(JSON.stringify([...recordsIn(here, 'charter')])).not.toContain(PLATFORM);
  });
});

describe('rebuilding', () => {
  it('brings back what is missing and takes away what is stale', async () => {
    const here = storage();
    await change('EXP-1', [...owner(COO), asked('A1')]);
    const table = here.kvs.table({ kind: 'entity', name: COMMITMENT_ENTITY });
    table.remove(await rowKey(COO, '10001'));
    here.kvs.write({ kind: 'entity', name: COMMITMENT_ENTITY }, await rowKey(OPS, '10001'), {
      schema: 1,
      accountId: OPS,
      issueKey: 'EXP-1',
      issueId: '10001',
      updatedAt: BEFORE,
    });
    expect(await commitmentStore.rebuild('EXP-1', NOW)).toBe('rebuilt');
    expect(accounts(here)).toEqual([COO, PLATFORM].sort());
    const once = JSON.stringify(rows(here));
    expect(await commitmentStore.rebuild('EXP-1', NOW)).toBe('rebuilt');
    expect(JSON.stringify(rows(here))).toBe(once);
  });

  it('is not needed when an item moves: the rows go with its charter', async () => {
    const here = storage();
    await change('EXP-1', [...owner(COO), asked('A1')]);
    const stored = await charterStore.readCharter('EXP-1');
    const move = { from: 'EXP-1', fromVersion: 1, to: 'NEW-7', toVersion: 0 };
    expect(await charterStore.move(move, { ...stored, version: 1 }, NOW)).toBe('written');
    expect(
      rows(here)
        .map(({ accountId, issueKey }) => `${accountId} ${issueKey}`)
        .sort(),
    ).toEqual([`${COO} NEW-7`, `${PLATFORM} NEW-7`]);
  });

  it('follows a charter to the key it has now', async () => {
    const here = storage();
    await change('EXP-1', owner(COO));
    await change('NEW-7', owner(COO));
    await commitmentStore.rebuild('NEW-7', NOW);
    expect(rows(here)).toMatchObject([{ accountId: COO, issueKey: 'NEW-7' }]);
  });

  it('does not write over a charter that changed meanwhile', async () => {
    const here = storage();
    await change('EXP-1', owner(COO));
    let once = true;
    here.beforeAnswer = (path) => {
      if (!path.endsWith('/transaction') || !once) return undefined;
      once = false;
      const table = here.kvs.table({ kind: 'entity', name: 'charter' });
      const record = table.get('EXP-1');
      const value = { ...(record?.value as object), version: 99 };
      here.kvs.write({ kind: 'entity', name: 'charter' }, 'EXP-1', value);
      return undefined;
    };
    expect(await commitmentStore.rebuild('EXP-1', NOW)).toBe('conflict');
  });

  it('has nothing to do where there is no charter', async () => {
    storage();
    expect(await commitmentStore.rebuild('EXP-404', NOW)).toBe('rebuilt');
  });
});
