import { authorizeItem } from '../../../../src/app/charter/authorize-item';
import { asked, owner } from '../../../support/events';
import { world } from '../../../support/memory-ports';
import { COO, OPS, PLATFORM } from '../../../support/people';

const request = { accountId: PLATFORM, issueKey: 'EXP-1', named: [], providerOf: 'A1' };

it('lets a provider in who may not see the item, without any right to edit it', async () => {
  const here = world(...owner(COO), asked('A1'));
  here.jira.userSees = false;
  here.jira.itemRights = () => Promise.resolve({ edit: true, administer: true });
  expect(await authorizeItem(request, here)).toMatchObject({
    item: null,
    canEdit: false,
    administers: false,
    people: {},
  });
});

it('lets whoever was asked to decide in without sight of the item, and nobody else', async () => {
  const here = world(...owner(COO), {
    type: 'escalation-raised',
    at: '2026-11-20T08:00:00.000Z',
    by: COO,
    escalationId: 'E1',
    question: 'One region?',
    toAccountId: OPS,
  });
  here.jira.userSees = false;
  const asking = { issueKey: 'EXP-1', named: [], addresseeOf: 'E1' };
  expect(await authorizeItem({ ...asking, accountId: OPS }, here)).toMatchObject({
    item: null,
    canEdit: false,
  });
  for (const accountId of [PLATFORM, COO]) {
    await expect(authorizeItem({ ...asking, accountId }, here)).rejects.toMatchObject({
      refusal: { code: 'not-found' },
    });
  }
  await expect(authorizeItem({ ...asking, accountId: OPS, addresseeOf: 'E2' }, here)).rejects.toMatchObject({
    refusal: { code: 'not-found' },
  });
});

it('asks everything it needs at once', async () => {
  const here = world(...owner(COO), asked('A1'));
  const started: string[] = [];
  const stuck = (name: string) => () => {
    started.push(name);
    return new Promise<never>(() => undefined);
  };
  here.jira.workItem = stuck('item');
  here.jira.itemRights = stuck('right');
  here.jira.people = stuck('people');
  here.charters.read = stuck('charter');
  void authorizeItem({ ...request, named: [OPS] }, here);
  await Promise.resolve();
  expect(started.sort()).toEqual(['charter', 'item', 'item', 'people', 'right']);
});
