import { type Agreement } from '../../../../../src/domain/charter/agreement/agreement';
import { isDoubted, isToConfirm, isUnconfirmed } from '../../../../../src/domain/charter/agreement/silence';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { toTell } from '../../../../../src/domain/notices/clocks';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { accountabilityTest } from '../../../../../src/domain/report/accountability/accountability-test';
import { as, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, owner, renegotiated, renegotiationAnswered } from '../../../../support/events';
import { steps, upTo } from '../../../../support/life';
import { subjectWith } from '../../../../support/subject';
import { COO, PLATFORM } from '../../../../support/people';

const FAR = '2027-03-31';
const DAY = 86_400_000;
const promised = [...owner(COO), asked('A1'), acknowledged('A1', { at: NOW, committedBy: FAR })];
const later = (days: number): string => new Date(Date.parse(NOW) + days * DAY).toISOString();
const said = (onTrack: boolean, days: number): CharterEvent => ({
  type: 'agreement-confirmed',
  at: later(days),
  by: PLATFORM,
  agreementId: 'A1',
  onTrack,
  ...(!onTrack && { reason: 'The vendor is late' }),
});
const the = (...more: readonly CharterEvent[]): Agreement => {
  const [agreement] = replay([...promised, ...more]).agreements;
  if (!agreement) throw new Error('no agreement in these events');
  return agreement;
};
const command = steps['confirm-agreement'];

describe('a provider who says that a promise is still true', () => {
  it('is heard, and everybody sees when', () => {
    given(...upTo.acknowledged)
      .when(command, as(PLATFORM))
      .then([{ type: 'agreement-confirmed', at: NOW, by: PLATFORM, agreementId: 'A1', onTrack: true }]);
    expect(the(said(true, 20))).toMatchObject({ status: 'acknowledged', confirmedAt: later(20) });
  });

  it('starts the three weeks of silence anew', () => {
    expect([isUnconfirmed(the(), later(22)), isUnconfirmed(the(said(true, 20)), later(22))]).toEqual([
      true,
      false,
    ]);
    expect(isUnconfirmed(the(said(true, 20)), later(41.0001))).toBe(true);
  });

  it('takes back what they doubted before', () => {
    expect(isDoubted(the(said(false, 3)))).toBe(true);
    expect(the(said(false, 3), said(true, 4))).not.toHaveProperty('doubt');
  });

  it('keeps that word where another day is proposed and refused', () => {
    const refused = [
      renegotiated('A1', { at: later(21), committedBy: '2027-04-30' }),
      renegotiationAnswered('A1', { at: later(21), accepted: false }),
    ];
    expect(the(said(true, 20), ...refused)).toMatchObject({ confirmedAt: later(20), committedBy: FAR });
  });
});

describe('a provider who says that a promise is no longer true', () => {
  it('says why', () => {
    given(...upTo.acknowledged)
      .when({ ...command, onTrack: false }, as(PLATFORM))
      .then({ code: 'doubt-without-reason', field: 'reason' });
    given(...upTo.acknowledged)
      .when({ ...command, onTrack: false, reason: 'The vendor is late' }, as(PLATFORM))
      .then([{ ...said(false, 0), at: NOW }]);
  });

  it('is not silent, and the promise is not on track, though its day stays', () => {
    const doubted = the(said(false, 20));
    expect(doubted).toMatchObject({
      committedBy: FAR,
      doubt: { at: later(20), reason: 'The vendor is late' },
    });
    expect(isUnconfirmed(doubted, later(25))).toBe(false);
    const light = (...more: readonly CharterEvent[]) =>
      accountabilityTest(subjectWith({ charter: replay([...promised, ...more]) }), later(2)).dependencies;
    expect([light(), light(said(false, 1)), light(said(false, 1), said(true, 1.5))]).toEqual([
      'yes',
      'no',
      'yes',
    ]);
  });
});

describe('a provider is asked', () => {
  it('every two weeks while more than two remain, and not nearer to the day', () => {
    expect([isToConfirm(the(), later(14)), isToConfirm(the(), later(14.0001))]).toEqual([false, true]);
    expect(isToConfirm(the(said(true, 14)), later(28))).toBe(false);
    expect(isToConfirm(the(said(false, 14)), later(28.0001))).toBe(true);
    expect(isToConfirm(the(), '2027-03-18T00:00:00.000Z')).toBe(false);
  });
});

describe('a promise that runs long', () => {
  const asks = (now: string, ...more: readonly CharterEvent[]) =>
    toTell(replay([...promised, ...more]), siteDefault, now)
      .filter(({ cause }) => cause === 'confirmation')
      .map(({ tell, asked: who }) => `${tell.join()} ${who}`);

  it('asks its provider after two weeks of silence, and tells the owner after three', () => {
    expect(asks(later(13.9))).toEqual([]);
    expect(asks(later(14))).toEqual([`asked ${PLATFORM}`]);
    expect(asks(later(23))).toEqual([`asked ${PLATFORM}`, `dri ${PLATFORM}`]);
  });

  it('asks anew two weeks after each answer, and no more once two weeks remain', () => {
    expect(asks(later(20), said(true, 15))).toEqual([]);
    expect(asks(later(29.1), said(true, 15))).toEqual([`asked ${PLATFORM}`]);
    expect(asks('2027-03-18T00:00:00.000Z')).toEqual([]);
  });

  it('is asked about as often as the policy says', () => {
    const weekly = { ...siteDefault.clocks, confirmDays: 7, silentDays: 10 };
    const steps = toTell(replay(promised), { ...siteDefault, clocks: weekly }, later(8));
    expect(steps.map(({ cause }) => cause)).toContain('confirmation');
    expect(isUnconfirmed(the(), later(10.1), weekly)).toBe(true);
  });
});
