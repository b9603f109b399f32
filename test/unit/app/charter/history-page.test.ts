import { historyPage } from '../../../../src/app/charter/history-page';
import { authorizeItem } from '../../../../src/app/charter/authorize-item';
import { acknowledged, asked, owner } from '../../../support/events';
import { world, type World } from '../../../support/memory-ports';
import { COO, PLATFORM } from '../../../support/people';

/** A charter whose six newest entries follow on four in the ledger. */
function longLife(): World {
  const { jira, charters, ...rest } = world();
  const ledger = [...owner(COO), asked('A1')];
  const history = [acknowledged('A1'), asked('A2', { providerAccountId: PLATFORM })];
  charters.put('EXP-1', [...ledger, ...history]);
  const whole = charters.stored.get('EXP-1')!;
  charters.stored.set('EXP-1', { ...whole, history, earlier: ledger.length });
  charters.ledger = ledger;
  return { jira, charters, ...rest };
}

async function page(w: World, before?: number) {
  const scope = await authorizeItem({ accountId: COO, issueKey: 'EXP-1', named: [] }, w);
  return historyPage(scope, { before }, w);
}

describe('a page of the history', () => {
  it('is what happened last, and says where to go on', async () => {
    const w = longLife();
    const { events, from, nextBefore } = await page(w);
    expect(events.map(({ type }) => type)).toEqual(['agreement-acknowledged', 'agreement-requested']);
    expect([from, nextBefore]).toEqual([w.charters.ledger.length, w.charters.ledger.length]);
    expect(w.charters.calls['readLedger']).toBeUndefined();
  });

  it('ends where the one before began, until nothing is older', async () => {
    const w = longLife();
    const older = await page(w, w.charters.ledger.length);
    expect(older.events).toEqual(w.charters.ledger);
    expect(older).toMatchObject({ from: 0 });
    expect(older).not.toHaveProperty('nextBefore');
  });

  it('may end inside the newest entries, or beyond them', async () => {
    const w = longLife();
    const { length } = w.charters.ledger;
    expect((await page(w, length + 1)).events).toEqual([acknowledged('A1')]);
    expect((await page(w, 9_999)).events).toHaveLength(2);
  });

  it('brings the names it needs', async () => {
    const { people } = await page(longLife(), 1);
    expect(Object.keys(people)).toContain(COO);
  });

  it('of an item nobody touched is empty', async () => {
    expect(await page(world())).toEqual({ ok: true, events: [], from: 0, people: expect.anything() });
    expect((await page(world(), 3)).events).toEqual([]);
  });
});
