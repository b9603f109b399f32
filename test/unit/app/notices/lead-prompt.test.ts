import { noteMoves } from '../../../../src/app/notices/note-moves';
import { noticeSubjectOf } from '../../../../src/app/notices/notice-subject';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { accepted, nominated, turnedDown } from '../../../support/events';
import { NOW } from '../../../support/charter-spec';
import { MemoryClocks, MemoryMessages } from '../../../support/memory-clocks';
import { MemoryQueue, world } from '../../../support/memory-ports';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

/** Whoever nominated themselves has nobody behind them. */
const OWN = [nominated(COO, { by: COO }), accepted(COO)];
const HANDED_BACK = turnedDown(COO, { at: NOW });

function site(...history: readonly CharterEvent[]) {
  const { charters } = world();
  const [clocks, messages, followUps] = [new MemoryClocks(), new MemoryMessages(), new MemoryQueue()];
  charters.put('EXP-1', history, '1');
  messages.lead = PLATFORM;
  const ports = { clocks, charters, messages, followUps, clock: { now: () => NOW } };
  return {
    clocks,
    messages,
    past: { charter: replay(history), history, earlier: 0 },
    note: () => noteMoves({ kind: 'note-moves', items: [{ issueId: '1', issueKey: 'EXP-1' }] }, ports),
    notices: () => [...clocks.stored.values()],
    told: () => [...clocks.stored.values()].map(({ accountId, audience }) => `${accountId} ${audience}`),
  };
}

it('what waits for whoever stands behind the work waits for the project’s lead where nobody does', async () => {
  const here = site(...OWN, HANDED_BACK);
  await here.note();
  await here.note();
  expect(here.told()).toEqual([`${PLATFORM} programme-lead`]);
});

it('the policy’s lead comes before the project’s', async () => {
  const here = site(...OWN, HANDED_BACK);
  here.clocks.policy = { ...siteDefault, clocks: { ...siteDefault.clocks, programmeLead: OPS } };
  await here.note();
  expect(here.told()).toEqual([`${OPS} programme-lead`]);
});

it('a sponsor is told, and the lead is not', async () => {
  const here = site(nominated(COO), accepted(COO), HANDED_BACK);
  await here.note();
  expect(here.told()).toEqual([`${CTO} asked`]);
});

it('a lead who let go of it themselves knows of it', async () => {
  const here = site(...OWN, HANDED_BACK);
  here.messages.lead = COO;
  await here.note();
  expect(here.told()).toEqual([]);
});

it('is the lead’s no more once somebody is nominated', async () => {
  const here = site(...OWN, HANDED_BACK);
  await here.note();
  const [notice] = here.notices();
  if (!notice) throw new Error('nobody was told');
  expect(noticeSubjectOf(notice, here.past, siteDefault, NOW)).toMatchObject({ kind: 'move' });
  const history = [...OWN, HANDED_BACK, nominated(OPS, { at: NOW, by: PLATFORM })];
  const later = { charter: replay(history), history, earlier: 0 };
  expect(noticeSubjectOf(notice, later, siteDefault, NOW)).toBeNull();
});
