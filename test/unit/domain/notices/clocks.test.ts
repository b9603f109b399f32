import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { sponsorOf } from '../../../../src/domain/charter/ownership/sponsor';
import { toldBy } from '../../../../src/domain/notices/audience';
import { climbed, nextStepAt, steps } from '../../../../src/domain/notices/clocks';
import { concerns, highest } from '../../../../src/domain/notices/steps-by-cause';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import {
  accepted,
  acknowledged,
  asked,
  briefed,
  delivered,
  returned,
  granted,
  nominated,
  owner,
  withdrawn,
} from '../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

/** `cause+rung at`, of everything that has run out by a moment. */
const told = (
  history: readonly CharterEvent[],
  now: string,
  policy: Policy = siteDefault,
): readonly string[] =>
  climbed(replay(history), policy, now).map(({ cause, rung, at }) => `${cause}+${rung} ${at.slice(0, 16)}`);

const ofPromises = (all: readonly string[]): readonly string[] =>
  all.filter((one) => !one.startsWith('check-in'));

describe('an agreement', () => {
  const waiting = [...owner(COO), asked('A1', { at: '2026-11-20T08:00:00.000Z' })];

  test('that nobody answers climbs a day after a day, then after three', () => {
    expect(ofPromises(told(waiting, '2026-11-24T08:00:00.000Z'))).toEqual([
      'acknowledgement+0 2026-11-21T08:00',
      'acknowledgement+1 2026-11-22T08:00',
      'acknowledgement+2 2026-11-24T08:00',
    ]);
    expect(ofPromises(told(waiting, '2026-11-21T07:59:59.999Z'))).toEqual([]);
  });

  test('promised is said to be due soon, then overdue once its day has ended', () => {
    const promised = [
      ...waiting,
      acknowledged('A1', { at: '2026-11-20T09:00:00.000Z', committedBy: '2026-12-04' }),
    ];
    expect(ofPromises(told(promised, '2026-12-05T00:00:00.000Z'))).toEqual([
      'due-soon+0 2026-12-03T00:00',
      'overdue+0 2026-12-05T00:00',
    ]);
  });

  test('promised for tomorrow is not said to be due soon', () => {
    const promised = [
      ...waiting,
      acknowledged('A1', { at: '2026-11-20T09:00:00.000Z', committedBy: '2026-11-21' }),
    ];
    expect(ofPromises(told(promised, '2026-11-21T12:00:00.000Z'))).toEqual([]);
  });

  test('delivered waits for nobody’s day; returned late, its clock begins again and names the same rungs', () => {
    const promised = [
      ...waiting,
      acknowledged('A1', { at: '2026-11-20T09:00:00.000Z', committedBy: '2026-11-23' }),
    ];
    const done = [...promised, delivered('A1', { at: '2026-11-24T09:00:00.000Z' })];
    const back = [...done, returned('A1', { at: '2026-11-30T10:00:00.000Z' })];
    expect(ofPromises(told(done, '2026-11-30T09:00:00.000Z'))).toEqual([]);
    expect(ofPromises(told(back, '2026-11-30T11:00:00.000Z'))).toEqual([
      'due-soon+0 2026-11-22T00:00',
      'overdue+0 2026-11-30T10:00',
    ]);
    const keys = (history: readonly CharterEvent[]) =>
      steps(replay(history), siteDefault).flatMap(({ cause, key }) => (cause === 'overdue' ? [key] : []));
    expect(keys(back)).toEqual(keys(promised));
  });

  test('withdrawn, or of an item that is gone, has no clock', () => {
    expect(
      steps(replay([...waiting, withdrawn('A1')]), siteDefault).filter((one) => one.agreementId),
    ).toEqual([]);
    const gone: CharterEvent = { type: 'item-deleted', at: '2026-11-20T10:00:00.000Z', by: 'holdfast' };
    expect(nextStepAt(replay([...waiting, gone]), siteDefault, '2026-11-20T10:00:00.000Z')).toBeNull();
  });
});

describe('whoever stands behind the DRI', () => {
  test.each<[string, readonly CharterEvent[], string | null]>([
    ['granted the authority', [...owner(COO), granted(COO, { by: OPS })], OPS],
    ['else nominated them', owner(COO), CTO],
    ['is nobody for those who nominated themselves', [nominated(COO, { by: COO }), accepted(COO)], null],
    ['is not whoever granted it to the DRI before', [granted(OPS, { by: PLATFORM }), ...owner(COO)], CTO],
    ['is not the app', [nominated(COO, { by: 'holdfast' }), accepted(COO)], null],
  ])('%s', (_, history, sponsor) => {
    expect(sponsorOf(replay(history))).toBe(sponsor);
  });

  test('is the programme lead where there is nobody, and told once', () => {
    const charter = replay([nominated(COO, { by: COO }), accepted(COO), asked('A1')]);
    const lead = { ...siteDefault, clocks: { ...siteDefault.clocks, programmeLead: OPS } };
    const [, second] = climbed(charter, lead, '2026-12-24T00:00:00.000Z').filter(
      ({ cause }) => cause === 'acknowledgement',
    );
    if (!second) throw new Error('the ladder has a second rung');
    expect(toldBy(second, charter, lead)).toEqual([{ audience: 'programme-lead', accountId: OPS }]);
    expect(toldBy(second, charter, siteDefault)).toEqual([{ audience: 'programme-lead', accountId: null }]);
    const both = { ...second, tell: ['sponsor', 'programme-lead'] as const };
    expect(toldBy(both, charter, lead)).toHaveLength(1);
  });
});

test('of several rungs the highest is shown, then what weighs most', () => {
  const charter = replay([...owner(COO), briefed(COO, { reviewOn: '2026-11-24' }), asked('A1')]);
  expect(highest(climbed(charter, siteDefault, '2026-11-26T00:00:00.000Z'))).toMatchObject({
    cause: 'acknowledgement',
    rung: 2,
  });
  expect(highest(climbed(charter, siteDefault, '2026-11-20T00:00:00.000Z'))).toBeUndefined();
});

test('work that has not begun owes nobody a check-in, and finished work no review', () => {
  const all = steps(replay([...owner(COO), briefed(COO), asked('A1')]), siteDefault);
  const left = (category: 'new' | 'indeterminate' | 'done') => [
    ...new Set(all.filter((step) => concerns(step, category)).map(({ cause }) => cause)),
  ];
  expect(left('new').sort()).toEqual(['acknowledgement', 'review']);
  expect(left('indeterminate').sort()).toEqual(['acknowledgement', 'check-in', 'review']);
  expect(left('done')).toEqual(['acknowledgement']);
});
