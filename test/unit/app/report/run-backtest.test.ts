import type { CharterEvent } from '../../../../src/domain/charter/events';
import { siteDefault } from '../../../../src/domain/policy/policy';
import type { BacktestAnswer } from '../../../../src/contract/backtest';
import type { ItemToday } from '../../../../src/app/report/ports';
import { call, from } from '../../../support/calling';
import { acknowledged, asked as requested, nominated, owner, reassigned } from '../../../support/events';
import { EPIC, EXP_ID, ofType, singleField, somebody } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, GONE, people } from '../../../support/people';
import { assigned, DOING, DONE, linked, moved, on, TODO } from '../../../support/pasts';

const policy = { ...siteDefault, ownerSource: { kind: 'assignee' as const } };
const asked = { policy, from: '2026-01-01', to: '2026-12-31' };

const today = (number: number, more: Partial<ItemToday> = {}): ItemToday => ({
  issueId: String(10_000 + number),
  issueKey: `EXP-${number}`,
  projectKey: 'EXP',
  projectId: EXP_ID,
  ...ofType(EPIC),
  summary: 'Work',
  createdAt: '2025-12-01T00:00:00.000Z',
  statusId: DONE,
  ownerField: singleField(somebody(COO)),
  blockerKeys: [],
  people,
  ...more,
});

/** Five epics that started and were done; every second one unowned at its start. */
function fiveEpics(...history: readonly CharterEvent[]): World {
  const here = world(...history);
  for (const number of [1, 2, 3, 4, 5]) {
    here.histories.items.set(`EXP-${number}`, today(number));
    here.histories.changes.set(String(10_000 + number), [
      on('02-01', moved(TODO, DOING)),
      ...(number % 2 === 0 ? [on('02-02', assigned(null, COO))] : []),
      on('02-11', moved(DOING, DONE)),
    ]);
  }
  return here;
}

async function run(here: World, input: object = asked, caller = from(COO)): Promise<BacktestAnswer> {
  const answer = await call(here, 'backtest/run', input, caller);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer as BacktestAnswer;
}

it('replays a page, says how many there are and where to go on', async () => {
  const here = fiveEpics();
  here.histories.pageSize = 2;
  const first = await run(here);
  expect(first).toMatchObject({ approximateTotal: 5, nextCursor: '2', figures: { items: 2 } });
  const last = await run(here, { ...asked, cursor: '4' });
  expect(last.figures.items).toBe(1);
  expect(last).not.toHaveProperty('nextCursor');
  expect(last).not.toHaveProperty('approximateTotal');
});

it('asks the saved policy where none is given', async () => {
  const here = fiveEpics();
  const { figures, untold } = await run(here, { from: asked.from, to: asked.to });
  // The site’s default reads the owner from charters, of which there were none.
  expect(figures.verdicts.start).toEqual({ pass: 5, warn: 0, block: 0 });
  expect(untold).toContain('owner.missing');
});

it('what the viewer may not see leaves no trace: it answers as if it did not exist', async () => {
  const waiting = (here: World) => {
    here.histories.items.set('EXP-5', today(5, { blockerKeys: ['SEC-1'] }));
    here.histories.changes.set('10005', [on('01-02', linked('SEC-1')), on('02-01', moved(TODO, DOING))]);
    here.histories.items.set('SEC-1', today(900, { issueKey: 'SEC-1', projectKey: 'SEC', statusId: TODO }));
    return here;
  };
  const hidden = waiting(fiveEpics());
  hidden.histories.hidden.add('EXP-2').add('SEC-1');
  const without = waiting(fiveEpics());
  without.histories.items.delete('EXP-2');
  without.histories.items.delete('SEC-1');
  const seen = await run(waiting(fiveEpics()));
  const answer = await run(hidden);
  expect(answer).toEqual(await run(without));
  expect(JSON.stringify(answer)).not.toMatch(/EXP-2|SEC-1/);
  expect(seen.figures.verdicts.start.block).toBe(3);
  expect(answer.figures.verdicts.start.block).toBe(1);
  expect(answer.approximateTotal).toBe(4);
});

it('a project that is hidden does not exist', async () => {
  const here = fiveEpics();
  here.histories.projects = [];
  here.jira.rights = { browse: false, administer: false };
  const answer = await call(here, 'backtest/run', { ...asked, cursor: '2' }, from(COO));
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

it('writes nothing', async () => {
  const here = fiveEpics(nominated(COO));
  const before = JSON.stringify([...here.charters.stored]);
  await run(here);
  expect(here.charters.calls['write'] ?? 0).toBe(0);
  expect(here.followUps.pushed).toEqual([]);
  expect(here.jira.comments).toEqual([]);
  expect(JSON.stringify([...here.charters.stored])).toBe(before);
});

it('costs six calls to Jira’s histories a page at most, whatever the page holds', async () => {
  const here = fiveEpics();
  here.histories.items.set('EXP-1', today(1, { blockerKeys: ['PLAT-1'] }));
  here.histories.items.set('PLAT-1', today(700, { issueKey: 'PLAT-1', projectKey: 'PLAT' }));
  await run(here);
  expect(here.histories.calls).toEqual({
    itemsMoved: 1,
    statusCategories: 1,
    countItemsMoved: 1,
    changelogs: 2,
    itemsToday: 1,
  });
});

it('refuses days in the wrong order, naming the field', async () => {
  const answer = await call(fiveEpics(), 'backtest/run', { from: '2026-02-01', to: '2026-01-01' }, from(COO));
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid', field: 'to' } });
});

it('knows of a provider who left, also where the promise was handed to them later', async () => {
  const early = { at: '2026-01-10T09:00:00.000Z' };
  const here = world(
    ...owner(COO).map((event) => ({ ...event, ...early })),
    requested('A1', early),
    reassigned('A1', { ...early, providerAccountId: GONE }),
    acknowledged('A1', { ...early, by: GONE }),
  );
  here.histories.items.set('EXP-1', today(1, { people: {} }));
  here.histories.changes.set('10001', [on('02-01', moved(TODO, DOING))]);
  const { figures } = await run(here, { ...asked, policy: siteDefault });
  expect(figures.rules).toContainEqual(
    expect.objectContaining({ rule: 'agreement.provider-inactive', checkpoint: 'start' }),
  );
});
