import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { judgedSeries, signalsIn, type DriftSignal } from '../../../../../src/domain/report/drift/drift';
import { reinforcementsFor } from '../../../../../src/domain/report/drift/reinforcements';
import { evidenceOf, together } from '../../../../../src/domain/report/indicators/evidence';
import { weeksBefore } from '../../../../../src/domain/report/indicators/weeks';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { acknowledged, asked } from '../../../../support/events';
import { OPS } from '../../../../support/people';
import { OPERATIONS, withTeams } from '../../../../support/teams';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const MONDAY = Date.parse('2026-08-03T10:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

/** One agreement a week, answered after so many hours. */
const handoffs = (hours: readonly number[]): readonly CharterEvent[][] =>
  hours.map((latency, week) => {
    const at = MONDAY + week * WEEK;
    return [
      asked('A1', { at: iso(at), providerAccountId: OPS }),
      acknowledged('A1', { at: iso(at + latency * HOUR), by: OPS }),
    ];
  });
const signalsAfter = (hours: readonly number[]): readonly DriftSignal[] => {
  const weeks = weeksBefore(iso(MONDAY + hours.length * WEEK), 26);
  const evidence = handoffs(hours).map((history) =>
    evidenceOf({ history, earlier: 0, closed: false }, weeks, withTeams()),
  );
  return signalsIn(judgedSeries(together(evidence), weeks));
};

/** The demo's handoff: from a day to three, never in a straight line. */
const softening = [22, 26, 21, 25, 24, 29, 27, 33, 31, 40, 38, 47, 52, 61, 66, 73];

it('tells a handoff that softens from one day to three by its tenth week, and goes on telling it', () => {
  const told = softening.map((_, week) => signalsAfter(softening.slice(0, week + 1)).length > 0);
  expect(told.indexOf(true) + 1).toBe(10);
  expect(told.slice(9)).not.toContain(false);
});

it('says of whom, since when, from what to what, and that it loosens', () => {
  expect(signalsAfter(softening)).toMatchObject([
    {
      indicator: 'acknowledgement-latency',
      provider: OPERATIONS,
      direction: 'up',
      change: 'loosening',
      since: '2026-10-19',
      before: 27,
      now: 61,
    },
  ]);
});

it('tells a handoff once, not again as the whole project', () => {
  expect(signalsAfter(softening).filter(({ provider }) => !provider)).toEqual([]);
});

it('calls a handoff that answers sooner tightening, and offers nothing for it', () => {
  const [signal] = signalsAfter([...softening].reverse());
  expect(signal).toMatchObject({ direction: 'down', change: 'tightening' });
  expect(signal && reinforcementsFor(signal, siteDefault)).toEqual([]);
});

describe('reinforcements', () => {
  const [signal] = signalsAfter(softening);
  const offered = (policy = siteDefault) => (signal ? reinforcementsFor(signal, policy) : []);

  it('are one or two conditions that do not hold yet', () => {
    expect(offered()).toEqual([
      { kind: 'intake-added', field: 'inputs' },
      { kind: 'acknowledgement-hours', from: 24, to: 72 },
    ]);
  });

  it('move a rule to block at start first, where it does not', () => {
    const rules = {
      ...siteDefault.rules,
      'agreement.unacknowledged': { start: 'warn', finish: 'block' },
    } as const;
    expect(offered({ ...siteDefault, rules })[0]).toEqual({
      kind: 'rule',
      rule: 'agreement.unacknowledged',
      checkpoint: 'start',
      from: 'warn',
      to: 'block',
    });
  });

  it('shorten a time that let the drift go unnoticed', () => {
    const policy = { ...siteDefault, acknowledgementHours: 120, intake: ['inputs'] as const };
    expect(offered(policy)[0]).toEqual({ kind: 'acknowledgement-hours', from: 120, to: 48 });
  });

  it('never offer what already holds', () => {
    const all = { ...siteDefault, acknowledgementHours: 72, intake: ['inputs', 'impact'] as const };
    expect(offered(all)).toEqual([{ kind: 'acknowledgement-hours', from: 72, to: 48 }]);
  });
});
