import { openItem } from '../../src/app/item-scope';
import { asked, owner } from '../support/events';
import { world } from '../support/memory-ports';
import { COO, OPS, PLATFORM } from '../support/people';

const request = { accountId: PLATFORM, issueKey: 'EXP-1', named: [], providerOf: 'A1' };

it('lets a provider in who may not see the item, without any right to edit it', async () => {
  const here = world(...owner(COO), asked('A1'));
  here.jira.userSees = false;
  here.jira.itemRights = () => Promise.resolve({ edit: true, administer: true });
  expect(await openItem(request, here)).toMatchObject({
    item: null,
    canEdit: false,
    administers: false,
    people: {},
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
  void openItem({ ...request, named: [OPS] }, here);
  await Promise.resolve();
  expect(started.sort()).toEqual(['charter', 'item', 'people', 'right']);
});
