import { utcDate } from '../../../../src/domain/time/time';
import { itemLozenge } from '../../../../src/app/fields/lozenge';
import { wordLozenge } from '../../../../src/contract/wording/lozenge';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import type { WorkItem } from '../../../../src/domain/gate/item';
import { Unavailable } from '../../../../src/platform/unavailable';
import { acknowledged, asked, owner } from '../../../support/events';
import { blocker, epic, ofType, STORY } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO } from '../../../support/people';

const AGO = '2026-11-02T08:00:00.000Z';
const on = (history: readonly CharterEvent[], more: Partial<WorkItem> = {}): World => {
  const here = world(...history);
  here.jira.items.set('EXP-1', epic(more));
  return here;
};
const standing = (here: World) => itemLozenge('EXP-1', here);
const lozenge = async (here: World) => {
  const found = await standing(here);
  return found && wordLozenge(found, utcDate(here.clock.now()));
};
const promisedFor = (committedBy: string) => [
  ...owner(COO),
  asked('A1', { at: AGO }),
  acknowledged('A1', { at: AGO, committedBy }),
];

const done: Partial<WorkItem> = { status: { id: '9', name: 'Done', category: 'done' } };

describe('the lozenge of a work item', () => {
  it('says who was told of what is overdue', async () => {
    expect(await lozenge(on(promisedFor('2026-11-22')))).toEqual({
      label: 'Overdue: provider and DRI told',
      type: 'moved',
    });
    expect(await lozenge(on(promisedFor('2026-11-13')))).toEqual({
      label: 'Overdue: programme lead told',
      type: 'removed',
    });
  });

  it('says that nobody answers for it, or how much is left', async () => {
    expect(await lozenge(on([]))).toEqual({ label: 'No owner yet', type: 'default' });
    expect(await lozenge(on([...owner(COO), asked('A1', { at: '2026-11-18T12:00:00.000Z' })]))).toEqual({
      label: 'Not answered: sponsor told',
      type: 'removed',
    });
    expect(await lozenge(on(owner(COO)))).toEqual({ label: '1 to settle', type: 'inprogress' });
    expect(await lozenge(on(promisedFor('2027-01-20')))).toEqual({
      label: 'Not confirmed: DRI told',
      type: 'inprogress',
    });
  });

  it('says nothing of work that is done, whatever was promised to it', async () => {
    expect(await standing(on(owner(COO), done))).toBeNull();
    expect(await standing(on(promisedFor('2026-11-13'), done))).toBeNull();
  });

  it('says nothing of a type that the policy does not know', async () => {
    expect(await standing(on([], ofType(STORY)))).toBeNull();
  });

  it('is nothing to whoever may not see the item, whatever the charter holds', async () => {
    const here = on(promisedFor('2026-11-13'));
    here.jira.hidden.add('EXP-1');
    expect(await standing(here)).toBeNull();
  });

  it('counts what is hidden from the reader as one thing, and each of what they see', async () => {
    const blockers = [blocker('SEC-1'), blocker('SEC-2'), blocker('PLAT-1')];
    const here = on(owner(COO), { blockers });
    const seen = (await lozenge(here))?.label;
    here.jira.hidden.add('SEC-1').add('SEC-2');
    expect([seen, (await lozenge(here))?.label]).toEqual(['4 to settle', '3 to settle']);
  });

  it('does not guess where Jira does not answer', async () => {
    const here = on([]);
    const down = {
      workItem: () => Promise.reject(new Unavailable('jira', 'status 503')),
      people: () => Promise.resolve([]),
      workItems: () => Promise.resolve(new Map()),
    };
    await expect(itemLozenge('EXP-1', { ...here, jira: down })).rejects.toThrow(Unavailable);
  });
});
