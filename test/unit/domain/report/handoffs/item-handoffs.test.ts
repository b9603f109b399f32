import { replay } from '../../../../../src/domain/charter/evolve';
import { handoffsOf } from '../../../../../src/domain/report/handoffs/item-handoffs';
import { acknowledged, asked, delivered, deliveryTaken, owner, withdrawn } from '../../../../support/events';
import { blocker, epic } from '../../../../support/items';
import { COO, OPS, PLATFORM } from '../../../../support/people';
import { OPERATIONS, withTeams } from '../../../../support/teams';

const all = (): boolean => true;

it('names the teams behind open agreements, else the projects of the issues that answer them, else nobody', () => {
  const charter = replay([
    ...owner(COO),
    asked('A1', { providerAccountId: 'u-1', providerIssueKey: 'PLAT-7' }),
    asked('A2', { providerAccountId: 'u-2', providerIssueKey: 'PLAT-8' }),
    asked('A3', { providerAccountId: OPS }),
    asked('A4', { providerAccountId: 'u-1' }),
  ]);
  expect(handoffsOf(charter, epic(), withTeams(), all)).toEqual([
    OPERATIONS,
    { projectKey: 'PLAT' },
    { unnamed: true },
  ]);
});

it('counts a link that nobody has promised, and forgets what is done', () => {
  const item = epic({ blockers: [blocker('DATA-1'), blocker('WEB-2', { done: true })] });
  expect(handoffsOf(replay([]), item, undefined, all)).toEqual([{ projectKey: 'DATA' }]);
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
  expect(handoffsOf(over, epic(), undefined, all)).toEqual([]);
});

it('knows nothing of whom a hidden link waits for', () => {
  expect(
    handoffsOf(replay([]), epic({ blockers: [{ hidden: true }, blocker('DATA-1')] }), undefined, all),
  ).toEqual([{ projectKey: 'DATA' }]);
});
