import { reportGadget } from '../../../../src/app/report/gadget';
import { asked, owner } from '../../../support/events';
import { epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, OPS } from '../../../support/people';
import { OPERATIONS, TEAMS } from '../../../support/teams';

/** Three epics of which the second is asked of Operations. */
function three(here: World = world()): World {
  for (const n of [1, 2, 3]) {
    here.jira.items.set(`EXP-${n}`, epic({ issueKey: `EXP-${n}`, issueId: `1000${n}` }));
  }
  here.charters.put('EXP-2', [...owner(COO), asked('A1', { providerAccountId: OPS })], '10002');
  return here;
}

it('tells a project in a few numbers, with the teams that were asked', async () => {
  const here = three();
  here.charters.directory.directory = { version: 1, teams: TEAMS };
  const answer = await reportGadget({ projectKey: 'EXP' }, here);
  expect(answer).toMatchObject({
    summary: {
      items: 3,
      epics: 3,
      promises: 1,
      unanswered: 1,
      handoffs: [{ provider: OPERATIONS, open: 1, unacknowledged: 1, overdue: 0 }],
    },
    enforced: true,
    answerWithin: { hours: 24, measure: 'elapsed' },
  });
  expect(answer).not.toHaveProperty('nextCursor');
});

it('stops after its patience, and goes on from there', async () => {
  const here = three();
  let [turn, second] = [0, 0];
  here.jira.openItems = async () => {
    turn += 1;
    return {
      items: [epic({ issueKey: `EXP-${turn}`, issueId: `1000${turn}` })],
      nextPageToken: String(turn),
    };
  };
  const ticking = {
    ...here,
    clock: { now: () => new Date(Date.UTC(2026, 10, 23, 9, 0, second++)).toISOString() },
  };
  const { summary, nextCursor } = await reportGadget({ projectKey: 'EXP' }, ticking);
  expect(summary.items).toBe(3);
  expect(nextCursor).toBe('3');
});

it('says of a hidden project what it says of one that does not exist', async () => {
  const here = three();
  here.jira.rights = { browse: false, administer: false };
  await expect(reportGadget({ projectKey: 'EXP' }, here)).rejects.toMatchObject({
    refusal: { code: 'not-found' },
  });
});

it('counts items that the app may not see, and says nothing else of them', async () => {
  const here = three();
  here.jira.hiddenFromApp.add('EXP-2');
  expect(await reportGadget({ projectKey: 'EXP' }, here)).toMatchObject({
    summary: { items: 3, notKnown: 1, epics: 3, promises: 0, heldBack: 2, handoffs: [] },
  });
});
