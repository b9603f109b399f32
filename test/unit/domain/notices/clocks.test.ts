import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { sponsorOf } from '../../../../src/domain/charter/ownership/sponsor';
import { toldBy } from '../../../../src/domain/notices/audience';
import { reachedSteps, nextStepAt, steps, toTell } from '../../../../src/domain/notices/clocks';
import { promptsOf } from '../../../../src/domain/notices/moves';
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
  turnedDown,
  withdrawn,
} from '../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

/** `cause+rung at`, of everything that has run out by a moment. */
const told = (
  history: readonly CharterEvent[],
  now: string,
  policy: Policy = siteDefault,
): readonly string[] =>
  reachedSteps(replay(history), policy, now).map(
    ({ cause, level, at }) => `${cause}+${level} ${at.slice(0, 16)}`,
  );

const ofPromises = (all: readonly string[]): readonly string[] =>
  all.filter((one) => !one.startsWith('check-in'));

describe('an agreement', () => {
  const waiting = [...owner(COO), asked('A1', { at: '2026-11-20T08:00:00.000Z' })];

  test('that nobody answers tells the next one after a day, but never before the former one had a working day', () => {
    expect(ofPromises(told(waiting, '2026-11-25T17:00:00.000Z'))).toEqual([
      // On a Saturday, so that the provider reads it on Monday.
      'acknowledgement+0 2026-11-21T08:00',
      'acknowledgement+1 2026-11-23T17:00',
      'acknowledgement+2 2026-11-24T17:00',
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

  test('delivered waits for nobody’s day; returned late, its clock begins again and names the same steps', () => {
    const promised = [
      ...waiting,
      acknowledged('A1', { at: '2026-11-20T09:00:00.000Z', committedBy: '2026-11-24' }),
    ];
    const done = [...promised, delivered('A1', { at: '2026-11-25T09:00:00.000Z' })];
    const back = [...done, returned('A1', { at: '2026-11-30T10:00:00.000Z' })];
    expect(ofPromises(told(done, '2026-11-30T09:00:00.000Z'))).toEqual([]);
    expect(ofPromises(told(back, '2026-11-30T11:00:00.000Z'))).toEqual([
      'due-soon+0 2026-11-23T00:00',
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
    const [, second] = reachedSteps(charter, lead, '2026-12-24T00:00:00.000Z').filter(
      ({ cause }) => cause === 'acknowledgement',
    );
    if (!second) throw new Error('the ladder has a second step');
    expect(toldBy(second, charter, lead)).toEqual([{ audience: 'programme-lead', accountId: OPS }]);
    expect(toldBy(second, charter, siteDefault)).toEqual([{ audience: 'programme-lead', accountId: null }]);
    const both = { ...second, tell: ['sponsor', 'programme-lead'] as const };
    expect(toldBy(both, charter, lead)).toHaveLength(1);
  });
});

test('of several steps the highest is shown, then what weighs most', () => {
  const charter = replay([...owner(COO), briefed(COO, { reviewOn: '2026-11-24' }), asked('A1')]);
  expect(highest(reachedSteps(charter, siteDefault, '2026-11-26T00:00:00.000Z'))).toMatchObject({
    cause: 'acknowledgement',
    level: 2,
  });
  expect(highest(reachedSteps(charter, siteDefault, '2026-11-20T00:00:00.000Z'))).toBeUndefined();
});

test('work that has not begun owes nobody a check-in, and of finished work nobody is pursued', () => {
  const all = steps(replay([...owner(COO), briefed(COO), asked('A1')]), siteDefault);
  const left = (category: 'new' | 'indeterminate' | 'done') => [
    ...new Set(all.filter((step) => concerns(step, category)).map(({ cause }) => cause)),
  ];
  expect(left('new').sort()).toEqual(['acknowledgement', 'review']);
  expect(left('indeterminate').sort()).toEqual(['acknowledgement', 'check-in', 'review']);
  expect(left('done')).toEqual([]);
});

describe('a day that is near', () => {
  const promisedFor = (committedBy: string, providerZone = 'UTC') => [
    ...owner(COO),
    asked('A1', { at: '2026-11-02T08:00:00.000Z', providerZone }),
    acknowledged('A1', { at: '2026-11-02T09:00:00.000Z', committedBy }),
  ];
  const soon = (history: readonly CharterEvent[], policy: Policy = siteDefault) =>
    steps(replay(history), policy).find(({ cause }) => cause === 'due-soon')?.at;

  test.each([
    ['a Friday', '2026-11-27', '2026-11-26T00:00:00.000Z'],
    ['a Sunday', '2026-11-29', '2026-11-26T09:00:00.000Z'],
    ['a Monday', '2026-11-30', '2026-11-27T09:00:00.000Z'],
  ])('is said while two working days are left: %s', (_, day, at) => {
    expect(soon(promisedFor(day))).toBe(at);
  });

  test('is reckoned in the provider’s own zone, by the policy’s working days', () => {
    expect(soon(promisedFor('2026-11-30', 'Asia/Tokyo'))).toBe('2026-11-27T00:00:00.000Z');
    const { clocks } = siteDefault;
    const sundays = {
      ...siteDefault,
      clocks: { ...clocks, calendar: { ...clocks.calendar, workdays: [7, 1, 2, 3, 4] } },
    };
    // Friday and Saturday are the weekend: Thursday and Sunday are left.
    expect(soon(promisedFor('2026-11-29', 'Asia/Riyadh'), sundays)).toBe('2026-11-26T06:00:00.000Z');
  });

  test('is not told any more once the day is over', () => {
    const told = (now: string) =>
      toTell(replay(promisedFor('2026-11-27')), siteDefault, now).map(({ cause }) => cause);
    expect(told('2026-11-27T12:00:00.000Z')).toContain('due-soon');
    expect(told('2026-11-28T12:00:00.000Z')).not.toContain('due-soon');
    expect(told('2026-11-28T12:00:00.000Z')).toContain('overdue');
  });
});

test('a request is measured in the working hours of whoever was asked', () => {
  const working = {
    ...siteDefault,
    acknowledgementHours: 4,
    clocks: { ...siteDefault.clocks, measure: 'working' as const },
  };
  const due = (providerZone: string) =>
    steps(replay([...owner(COO), asked('A1', { at: '2026-11-20T08:00:00.000Z', providerZone })]), working)[0]
      ?.at;
  expect(due('UTC')).toBe('2026-11-20T13:00:00.000Z');
  // Five in the afternoon in Tokyo: four hours of Monday.
  expect(due('Asia/Tokyo')).toBe('2026-11-23T04:00:00.000Z');
});

const letGo = (by: string, at = '2026-11-20T08:00:00.000Z'): CharterEvent => ({
  type: 'review-decided',
  at,
  by,
  choice: 'release',
  reason: 'Not this year',
});

describe('what the owner let go', () => {
  const at = (day: string): string => `2026-11-${day}T09:00:00.000Z`;
  const promised = [
    ...owner(COO),
    briefed(COO),
    asked('A1', { at: at('02') }),
    acknowledged('A1', { at: at('02'), committedBy: '2026-11-24' }),
    asked('A2', { at: at('02') }),
  ];
  const gone = [...promised, letGo(COO, at('10'))];
  const owned = [...gone, nominated(OPS, { at: at('11'), by: CTO }), accepted(OPS, { at: at('29') })];
  const takenOn = (agreementId: string) =>
    ({ type: 'agreement-taken-on', at: at('30'), by: OPS, agreementId }) as const;
  const taken = [...owned, takenOn('A1'), takenOn('A2')];
  const causes = (history: readonly CharterEvent[]) =>
    steps(replay(history), siteDefault).flatMap(({ cause, agreementId, at: when }) =>
      agreementId === undefined ? [] : [`${cause} ${when.slice(0, 10)}`],
    );

  test('waits for nobody, until somebody takes it on; what ran out meanwhile begins anew', () => {
    expect(causes(promised)).toContain('overdue 2026-11-25');
    expect(causes(gone)).toEqual([]);
    expect(causes(owned)).toEqual([]);
    expect(causes(taken).filter((one) => one.startsWith('overdue'))[0]).toBe('overdue 2026-11-30');
    // Whoever was asked has their time to answer from then on.
    expect(causes(taken).filter((one) => one.startsWith('acknowledgement'))[0]).toBe(
      'acknowledgement 2026-12-01',
    );
  });

  test('has whoever stood behind its owner as sponsor, until it has another', () => {
    expect(sponsorOf(replay(gone))).toBe(CTO);
    expect(sponsorOf(replay([...promised, granted(COO, { by: OPS }), letGo(COO)]))).toBe(OPS);
    expect(sponsorOf(replay([nominated(COO, { by: OPS }), turnedDown(COO)]))).toBe(OPS);
    expect(sponsorOf(replay(taken))).toBe(CTO);
  });

  test('tells whoever promised something to it, as it goes and as somebody takes it on', () => {
    const told = (history: readonly CharterEvent[]) =>
      promptsOf({ charter: replay(history), history, earlier: 0 }, history.at(-1)?.at ?? '')
        .filter(({ event }) => event === history.at(-1))
        .map(({ who, kind }) => `${kind} ${who}`);
    expect(told(gone)).toEqual([`move ${CTO}`, `answer ${PLATFORM}`]);
    expect(told(owned)).toEqual([`answer ${CTO}`]);
    expect(told(taken)).toEqual([`answer ${PLATFORM}`]);
    expect(told([nominated(COO), turnedDown(COO)])).toEqual([`move ${CTO}`]);
  });
});
