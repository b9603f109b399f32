import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import type { WorkItem } from '../../../../../src/domain/gate/item';
import {
  accountabilityTest,
  isAtRisk,
  NOT_KNOWN,
  topTwo,
} from '../../../../../src/domain/report/accountability/accountability-test';
import { NOW } from '../../../../support/charter-spec';
import {
  acknowledged,
  asked,
  declaredNone,
  delivered,
  deliveryTaken,
  granted,
  nominated,
  owner,
  refused,
  withdrawn,
} from '../../../../support/events';
import { blocker, epic, singleField, somebody } from '../../../../support/items';
import { COO, CTO, GONE, OPS } from '../../../../support/people';
import { subjectWith } from '../../../../support/subject';

const lights = (history: readonly CharterEvent[], item: WorkItem = epic(), now = NOW) =>
  accountabilityTest(subjectWith({ charter: replay(history), item }), now);
const promised = [asked('A1'), acknowledged('A1')];
const inOrder = [...owner(COO), granted(COO), ...promised];

it('says yes three times where everything is in order', () => {
  const test = lights(inOrder);
  expect(test).toEqual({ owner: 'yes', authority: 'yes', dependencies: 'yes' });
  expect(isAtRisk(test)).toBe(false);
});

it('says no three times to an item nobody touched', () => {
  expect(lights([])).toEqual({ owner: 'no', authority: 'no', dependencies: 'no' });
});

it.each(['owner', 'authority', 'dependencies'] as const)('is at risk for a no to %s alone', (question) => {
  expect(isAtRisk({ owner: 'yes', authority: 'yes', dependencies: 'yes', [question]: 'no' })).toBe(true);
});

describe('the owner', () => {
  it.each([
    ['nominated only', [nominated(COO)], epic()],
    ['gone', owner(GONE), epic()],
    ['one of two', owner(COO), epic({ ownerField: singleField(somebody(CTO)) })],
    ['named by the field and never asked', [], epic({ ownerField: singleField(somebody(COO)) })],
  ] as const)('cannot be named while they are %s', (_what, history, item) => {
    expect(lights(history, item).owner).toBe('no');
  });
});

describe('authority', () => {
  it('needs an accepted holder', () => {
    expect(lights([nominated(COO), granted(COO)]).authority).toBe('no');
    expect(lights(owner(COO)).authority).toBe('no');
    expect(lights([...owner(COO), granted(OPS)]).authority).toBe('no');
  });

  it('ends with its last day', () => {
    const history = [...owner(COO), granted(COO, { expiresOn: '2026-11-23' })];
    expect(lights(history, epic(), '2026-11-23T23:59:59.999Z').authority).toBe('yes');
    expect(lights(history, epic(), '2026-11-24T00:00:00.000Z').authority).toBe('no');
  });
});

describe('the top two dependencies', () => {
  const three = [
    asked('A1', { neededBy: '2026-12-31' }),
    asked('A2', { neededBy: '2026-12-04', deliverable: 'B' }),
    asked('A3', { neededBy: '2026-12-04', deliverable: 'C' }),
  ];

  it('are the open ones that fall due first', () => {
    expect(topTwo(replay(three)).map(({ id }) => id)).toEqual(['A2', 'A3']);
    expect(topTwo(replay([...three, withdrawn('A2')])).map(({ id }) => id)).toEqual(['A3', 'A1']);
    const kept = [acknowledged('A2'), delivered('A2'), deliveryTaken('A2')];
    expect(topTwo(replay([...three, ...kept])).map(({ id }) => id)).toEqual(['A3', 'A1']);
  });

  it('must both be acknowledged; a third may wait', () => {
    expect(lights([...three, acknowledged('A2')]).dependencies).toBe('no');
    expect(lights([...three, acknowledged('A2'), acknowledged('A3')]).dependencies).toBe('yes');
    expect(lights([...three, acknowledged('A2'), refused('A3')]).dependencies).toBe('no');
  });

  it('look past what was delivered and accepted, which still counts as named', () => {
    const kept = [acknowledged('A2'), delivered('A2'), deliveryTaken('A2')];
    expect(lights([...three, ...kept, acknowledged('A3')]).dependencies).toBe('no');
    expect(lights([...three, ...kept, acknowledged('A3'), acknowledged('A1')]).dependencies).toBe('yes');
    const only = [asked('A1'), acknowledged('A1'), delivered('A1'), deliveryTaken('A1')];
    expect(lights(only).dependencies).toBe('yes');
  });

  it('must not be overdue', () => {
    expect(lights(inOrder, epic(), '2026-12-04T23:59:59.999Z').dependencies).toBe('yes');
    expect(lights(inOrder, epic(), '2026-12-05T00:00:00.000Z').dependencies).toBe('no');
  });

  it('may be none, if the DRI says so', () => {
    expect(lights([...owner(COO), declaredNone(COO)]).dependencies).toBe('yes');
    expect(lights(owner(COO)).dependencies).toBe('no');
  });

  it('are not known while a link to other work stands without an agreement', () => {
    const item = epic({ blockers: [blocker('PLAT-1')] });
    expect(lights(inOrder, item).dependencies).toBe('no');
    expect(lights([...owner(COO), declaredNone(COO)], item).dependencies).toBe('no');
    expect(lights(inOrder, epic({ blockers: [blocker('PLAT-1', { done: true })] })).dependencies).toBe('yes');
  });
});

it('is no risk, and no promise, where nothing is known', () => {
  expect(isAtRisk(NOT_KNOWN)).toBe(false);
  expect(Object.values(NOT_KNOWN)).toEqual(['unknown', 'unknown', 'unknown']);
});

it('says no to dependencies for something in the way that its reader may not see', () => {
  expect(lights(inOrder, epic({ blockers: [{ hidden: true }] })).dependencies).toBe('no');
});
