import { followAccess, followReview } from '../../src/app/follow-access';
import { Unavailable } from '../../src/app/ports';
import { asked, nominated, owner } from '../support/events';
import { world } from '../support/memory-ports';
import { COO, CTO } from '../support/people';

it('notices once that the DRI lost sight of the item, and once that they have it back', async () => {
  const here = world(...owner(COO), asked('A1'));
  here.jira.blind = [COO];
  await followAccess('EXP-1', here);
  await followAccess('EXP-1', here);
  const lost = await here.charters.readCharter('EXP-1');
  expect(lost.charter.dri).toMatchObject({ accountId: COO, lostAccessAt: here.clock.now() });
  expect(lost.history.filter(({ type }) => type === 'dri-access-changed')).toHaveLength(1);

  here.jira.blind = [];
  await followAccess('EXP-1', here);
  const back = await here.charters.readCharter('EXP-1');
  expect(back.charter.dri).not.toHaveProperty('lostAccessAt');
  expect(back.history.filter(({ type }) => type === 'dri-access-changed')).toHaveLength(2);
  expect(here.followUps.jobs).toEqual([
    { kind: 'shadow', issueKey: 'EXP-1' },
    { kind: 'shadow', issueKey: 'EXP-1' },
  ]);
});

it('asks about nobody who has not accepted', async () => {
  for (const here of [world(), world(nominated(CTO))]) {
    here.jira.blind = [CTO];
    await followAccess('EXP-1', here);
    expect(here.jira.calls['sees']).toBeUndefined();
    expect(here.charters.calls['write']).toBeUndefined();
  }
});

it('concludes nothing where Jira does not say, and tries again where it does not answer', async () => {
  const here = world(...owner(COO));
  here.jira.sees = () => Promise.resolve(null as unknown as boolean);
  await followAccess('EXP-1', here);
  expect(here.charters.calls['write']).toBeUndefined();
  here.jira.sees = () => Promise.reject(new Unavailable('jira', 'down'));
  await expect(followAccess('EXP-1', here)).rejects.toThrow(Unavailable);
});

it('looks after every charter, page by page', async () => {
  const here = world();
  const pages = new Map([
    [undefined, { found: [{ issueKey: 'EXP-1', issueId: '1' }], next: 'two' }],
    ['two', { found: [{ issueKey: 'EXP-2', issueId: '2' }] }],
  ] as const);
  const charters = {
    find: (_where: unknown, cursor?: string) => Promise.resolve(pages.get(cursor as 'two' | undefined)!),
  };
  await followReview(undefined, { charters, followUps: here.followUps });
  await followReview('two', { charters, followUps: here.followUps });
  expect(here.followUps.jobs).toEqual([
    { kind: 'access', issueKey: 'EXP-1' },
    { kind: 'review', cursor: 'two' },
    { kind: 'access', issueKey: 'EXP-2' },
  ]);
});
