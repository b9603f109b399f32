import { escalateDue } from '../../../../src/app/notices/escalate';
import { BEFORE } from '../../../support/charter-spec';
import { asked, owner } from '../../../support/events';
import { MemoryClocks, MemoryMessages } from '../../../support/memory-clocks';
import { world, MemoryQueue } from '../../../support/memory-ports';
import { COO, CTO, OPS } from '../../../support/people';
import { quietly } from '../../../support/quiet';

const ITEM = { issueId: '10001', issueKey: 'EXP-1' };
const DAYS_LATER = '2026-11-26T12:00:00.000Z';

/** A request that nobody answered for six days: the shipped escalation has reached the project's lead. */
function ladder() {
  const log = quietly();
  const { charters } = world(...owner(COO), asked('A1', { at: BEFORE }));
  const clocks = new MemoryClocks();
  const messages = new MemoryMessages();
  let now = DAYS_LATER;
  return {
    clocks,
    log,
    messages,
    escalate: () =>
      escalateDue(
        { kind: 'escalate', items: [ITEM], anyway: true },
        { clocks, charters, messages, followUps: new MemoryQueue(), clock: { now: () => now } },
      ),
    at: (moment: string) => {
      now = moment;
    },
    told: () => [...new Set([...clocks.stored.values()].map(({ accountId }) => accountId))].sort(),
    nextAt: () => clocks.dueRows.get(ITEM.issueId)?.nextAt,
  };
}

it('tells the lead whom Jira names', async () => {
  const here = ladder();
  here.messages.lead = OPS;
  await here.escalate();
  expect(here.told()).toContain(OPS);
});

it('passes a project without a lead by: there is nobody to tell', async () => {
  const here = ladder();
  await here.escalate();
  expect(here.told()).toContain(CTO);
  expect(here.log.lines()).toEqual([]);
});

it('does not pass by a lead whom Jira will not name: it tells the others, and asks again within a day', async () => {
  const here = ladder();
  here.messages.lead = undefined;
  await here.escalate();
  expect(here.told()).toContain(CTO);
  expect(here.told()).not.toContain(OPS);
  expect(here.log.lines()).toEqual([expect.stringMatching(/^The lead of a project could not be told/)]);
  const again = here.nextAt() ?? '';
  expect(again > DAYS_LATER && again <= '2026-11-27T12:00:00.000Z').toBe(true);

  here.messages.lead = OPS;
  here.at(again);
  await here.escalate();
  expect(here.told()).toContain(OPS);
});

it('says nothing of leads before a rung tells one', async () => {
  const here = ladder();
  here.messages.lead = undefined;
  here.at('2026-11-21T09:00:00.000Z');
  await here.escalate();
  expect(here.log.lines()).toEqual([]);
});

it('tells nobody of what ran out before the first policy was saved', async () => {
  const here = ladder();
  here.messages.lead = OPS;
  here.clocks.firstPolicy = '2026-11-23T12:00:00.000Z';
  await here.escalate();
  // The request had run out on the 21st: that is history; the sponsor's and the lead's turn came after.
  expect(here.told()).toEqual([CTO, OPS]);
  here.clocks.stored.clear();
  here.clocks.firstPolicy = DAYS_LATER;
  await here.escalate();
  expect(here.told()).toEqual([]);
});
