import { replay } from '../../../../../src/domain/charter/evolve';
import { handoffsOf } from '../../../../../src/domain/report/handoffs/item-handoffs';
import { acknowledged, asked, delivered, deliveryTaken, owner, withdrawn } from '../../../../support/events';
import { blocker, epic } from '../../../../support/items';
import { COO, OPS, PLATFORM } from '../../../../support/people';

const all = (): boolean => true;

it('names the projects behind open agreements, and whoever promised without an issue', () => {
  const charter = replay([
    ...owner(COO),
    asked('A1', { providerIssueKey: 'PLAT-7' }),
    asked('A2', { providerIssueKey: 'PLAT-8' }),
    asked('A3', { providerAccountId: OPS }),
  ]);
  expect(handoffsOf(charter, epic(), all)).toEqual([{ accountId: OPS }, { projectKey: 'PLAT' }]);
});

it('counts a link that nobody has promised, and forgets what is done', () => {
  const item = epic({ blockers: [blocker('DATA-1'), blocker('WEB-2', { done: true })] });
  expect(handoffsOf(replay([]), item, all)).toEqual([{ projectKey: 'DATA' }]);
});

it('ends with the agreement: withdrawn, or accepted', () => {
  const over = replay([
    ...owner(COO),
    asked('A1', { providerAccountId: PLATFORM }),
    acknowledged('A1'),
    delivered('A1'),
    deliveryTaken('A1'),
    asked('A2'),
    withdrawn('A2'),
  ]);
  expect(handoffsOf(over, epic(), all)).toEqual([]);
});

it('knows nothing of whom a hidden link waits for', () => {
  expect(handoffsOf(replay([]), epic({ blockers: [{ hidden: true }, blocker('DATA-1')] }), all)).toEqual([
    { projectKey: 'DATA' },
  ]);
});
