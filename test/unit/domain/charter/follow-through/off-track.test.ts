import fc from 'fast-check';
import { decide } from '../../../../../src/domain/charter/decide';
import type { Charter } from '../../../../../src/domain/charter/charter';
import type { CharterCommand, Facts } from '../../../../../src/domain/charter/commands';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { evolve, replay } from '../../../../../src/domain/charter/evolve';
import { isSaidAtRisk } from '../../../../../src/domain/charter/agreement/agreement';
import { NEED_KINDS, REVIEW_ANSWERS } from '../../../../../src/domain/charter/check-in/check-in';
import { openNeeds } from '../../../../../src/domain/charter/check-in/check-ins';
import {
  offTrackSaid,
  offTrackSince,
  saidOnTrack,
} from '../../../../../src/domain/charter/check-in/off-track';
import { toWalkThrough, WALK_THROUGHS } from '../../../../../src/domain/charter/check-in/walk-through';
import { addDays, addHours, mondayOf, type Instant } from '../../../../../src/domain/time/time';
import { as, BEFORE, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, delivered, granted, nominated, owner } from '../../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../../support/people';

type Submit = Extract<CharterCommand, { type: 'submit-check-in' }>;

const submit = (more: Partial<Submit> = {}): Submit => ({
  type: 'submit-check-in',
  onTrack: false,
  biggestRisk: 'The vendor is slow',
  needs: [],
  ...more,
});

const underWay = (at: Instant = NOW): Facts => ({ ...as(COO, { now: at }), progress: 'indeterminate' });

/** The events a check-in causes, or the code it is refused with. */
function outcome(charter: Charter, command: Submit, facts: Facts = as(COO)) {
  const decided = decide(charter, command, facts);
  return decided.ok ? decided.value : decided.error;
}

function after(charter: Charter, command: Submit, facts: Facts): Charter {
  const decided = decide(charter, command, facts);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value.reduce(evolve, charter);
}

describe('off track', () => {
  const said = (at: Instant, onTrack: boolean, by = COO): CharterEvent => ({
    type: 'check-in-submitted',
    at,
    by,
    onTrack,
    biggestRisk: 'The vendor is slow',
    needs: [],
    reviewed: [],
  });

  it('holds since the first no that no yes followed', () => {
    const noes = [1, 2, 3].map((days) => said(addDays(BEFORE, days), false));
    const charter = replay([...owner(COO), said(BEFORE, false), said(addHours(BEFORE, 1), true), ...noes]);
    expect(offTrackSince(charter)).toBe(addDays(BEFORE, 1));
  });

  it('is over with a yes, and with another owner', () => {
    const no = [...owner(COO), said(BEFORE, false)];
    expect(offTrackSince(replay([...no, said(NOW, true)]))).toBeUndefined();
    const handedOn = [
      ...no,
      nominated(CTO, { at: NOW, by: COO }),
      { type: 'dri-accepted', at: NOW, by: CTO } as const,
    ];
    expect(offTrackSince(replay(handedOn))).toBeUndefined();
  });

  it('stands until it is taken back, where a yes is good for one round only', () => {
    const later = addDays(NOW, 60);
    const saidNo = replay([...owner(COO), said(NOW, false)]);
    const saidYes = replay([...owner(COO), said(NOW, true)]);
    expect(saidOnTrack(saidNo, 7, later)).toBe(false);
    expect([saidOnTrack(saidYes, 7, addDays(NOW, 6)), saidOnTrack(saidYes, 7, addDays(NOW, 7))]).toEqual([
      true,
      null,
    ]);
    expect(saidOnTrack(replay(owner(COO)), 7, NOW)).toBeNull();
  });

  it('says since when exactly where the last word of the owner is a no', () => {
    const step = fc.record({ onTrack: fc.boolean(), by: fc.constantFrom(COO, CTO) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const charter = replay([
          ...owner(COO),
          ...steps.map(({ onTrack, by }, place) => said(addHours(NOW, place), onTrack, by)),
        ]);
        const since = offTrackSince(charter);
        expect(since !== undefined).toBe(offTrackSaid(charter) !== undefined);
        if (since !== undefined) {
          const run = charter.checkIns.filter(({ at }) => at >= since);
          expect(run.every(({ onTrack, by }) => !onTrack && by === COO)).toBe(true);
        }
      }),
    );
  });
});

describe('what somebody off track needs', () => {
  const charter = replay(owner(COO));

  it('is asked for in the same breath: a promise, or a decision where nothing else is said', () => {
    const events = outcome(
      charter,
      submit({
        needs: [
          { accountId: PLATFORM, what: 'Test data', as: 'agreement', by: '2026-12-04' },
          { accountId: CTO, what: 'Two markets or three' },
        ],
      }),
    );
    expect(events).toEqual([
      expect.objectContaining({
        type: 'check-in-submitted',
        needs: [
          { id: 'N1.1', accountId: PLATFORM, what: 'Test data', as: 'agreement', by: '2026-12-04' },
          { id: 'N1.2', accountId: CTO, what: 'Two markets or three', as: 'decision' },
        ],
      }),
      expect.objectContaining({
        type: 'agreement-requested',
        agreementId: 'A1',
        providerAccountId: PLATFORM,
        deliverable: 'Test data',
        acceptance: 'Test data',
        neededBy: '2026-12-04',
        needId: 'N1.1',
      }),
      expect.objectContaining({
        type: 'escalation-raised',
        escalationId: 'E1',
        toAccountId: CTO,
        question: 'Two markets or three',
        needId: 'N1.2',
      }),
    ]);
  });

  it('is refused as a whole where one of it cannot be asked, naming the field', () => {
    const one = (need: object) =>
      outcome(charter, submit({ needs: [{ accountId: CTO, what: 'A word', ...need }] }));
    expect(one({ accountId: COO })).toEqual({ code: 'need-of-oneself', field: 'needs.0.accountId' });
    expect(one({ as: 'agreement' })).toEqual({ code: 'need-without-day', field: 'needs.0.by' });
    expect(one({ as: 'agreement', by: '2026-11-01' })).toMatchObject({
      code: 'date-in-past',
      field: 'needs.0.by',
    });
    expect(one({ by: '2026-11-01' })).toMatchObject({ code: 'date-in-past', field: 'needs.0.by' });
    expect(one({ accountId: 'u-nobody' })).toMatchObject({ field: 'needs.0.accountId' });
  });

  it('brings what the policy asks of every request, save the provider’s own issue', () => {
    const facts: Facts = {
      ...as(COO),
      policy: {
        intake: ['impact', 'providerIssueKey'],
        waivers: { projectAdmins: true, people: [], longestDays: 30 },
        clocks: { calendar: { timeZone: 'UTC' } },
      } as never,
    };
    const need = { accountId: PLATFORM, what: 'Test data', as: 'agreement', by: '2026-12-04' } as const;
    expect(outcome(charter, submit({ needs: [need] }), facts)).toEqual({
      code: 'intake-missing',
      field: 'needs.0.impact',
      missing: 'impact',
    });
    const complete = submit({ needs: [{ ...need, impact: 'The launch waits' }] });
    expect(outcome(charter, complete, facts)).toHaveLength(2);
  });

  it('is not asked twice while it stands: saying every week that it is needed asks once', () => {
    const needs = [
      { accountId: PLATFORM, what: 'Test data', as: 'agreement', by: '2026-12-04' },
      { accountId: CTO, what: 'Two markets or three' },
    ] as const;
    const first = after(charter, submit({ needs }), as(COO));
    expect(outcome(first, submit({ needs }))).toHaveLength(1);
  });

  it('stands asked of the person it names, whatever was said before', () => {
    const need = fc.record({
      accountId: fc.constantFrom(CTO, OPS, PLATFORM),
      what: fc.constantFrom('Test data', 'A date', 'A word'),
      as: fc.option(fc.constantFrom(...NEED_KINDS), { nil: undefined }),
      by: fc.constantFrom('2026-12-04', '2026-12-18'),
    });
    const checkIns = fc.array(fc.array(need, { maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(checkIns, fc.boolean(), (all, onTrack) => {
        let so = charter;
        for (const needs of all) {
          so = after(so, submit({ onTrack, needs }), as(COO));
          for (const { accountId, what, as: kind } of needs) {
            const stands =
              kind === 'agreement'
                ? so.agreements.some((one) => one.providerAccountId === accountId && one.deliverable === what)
                : so.escalations.some((one) => one.toAccountId === accountId && one.question === what);
            expect(stands).toBe(true);
          }
          expect(openNeeds(so)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what comes next', () => {
  const charter = replay([...owner(COO), granted(COO, { by: CTO })]);

  it('asks whoever stands behind the owner', () => {
    const asks = (next: Submit['next']) => {
      const events = outcome(charter, submit({ next }));
      return Array.isArray(events) ? events.at(-1) : events;
    };
    expect(asks({ choice: 'decision', reason: 'One market or two', until: '2026-12-01' })).toMatchObject({
      type: 'escalation-raised',
      toAccountId: CTO,
      question: 'One market or two',
      neededBy: '2026-12-01',
    });
    expect(asks({ choice: 'new-date', reason: 'The vendor', until: '2027-01-08' })).toMatchObject({
      type: 'escalation-raised',
      question: 'The vendor',
      asks: { choice: 'new-date', until: '2027-01-08' },
    });
    expect(asks({ choice: 'replacement', reason: 'Ops has nobody' })).toMatchObject({
      asks: { choice: 'replacement' },
    });
    for (const next of [
      { choice: 'recommit' },
      { choice: 'wait', until: '2026-12-01', reason: 'The audit' },
    ] as const) {
      expect(asks(next)).toMatchObject({ type: 'check-in-submitted', next });
    }
  });

  it('says alone what nobody is there to be asked', () => {
    const alone = replay(owner(COO).map((event) => ({ ...event, by: COO })));
    const next = { choice: 'decision', reason: 'One market or two' } as const;
    expect(outcome(alone, submit({ next }))).toHaveLength(1);
  });

  it('says enough to mean something, and stands beside a no only', () => {
    const code = (more: Partial<Submit>) => outcome(charter, submit(more));
    expect(code({ next: { choice: 'wait', reason: 'The audit' } })).toMatchObject({
      code: 'next-without-day',
    });
    expect(code({ next: { choice: 'wait', until: '2026-12-01' } })).toMatchObject({
      code: 'next-without-reason',
    });
    expect(code({ next: { choice: 'wait', until: '2026-11-01', reason: 'x' } })).toMatchObject({
      code: 'date-in-past',
    });
    expect(code({ onTrack: true, next: { choice: 'recommit' } })).toMatchObject({
      code: 'next-while-on-track',
    });
  });
});

describe('a walk-through', () => {
  const opening = [
    ...owner(COO),
    asked('A1'),
    acknowledged('A1'),
    asked('A2', { deliverable: 'A contract' }),
  ];
  const all = (answer: 'on-track' | 'at-risk' | 'not-asked') =>
    [
      { agreementId: 'A1', answer },
      { agreementId: 'A2', answer },
    ] as const;

  it('asks about every open promise once the work began, and is refused where one is left out', () => {
    const charter = replay(opening);
    expect(outcome(charter, submit(), underWay())).toEqual({
      code: 'walk-through-incomplete',
      field: 'reviewed',
      agreementId: 'A1',
    });
    for (const reviewed of [
      ['A1', 'A2'],
      [{ agreementId: 'A1', answer: 'on-track' as const }, 'A2'],
    ]) {
      expect(outcome(charter, submit({ reviewed }), underWay())).toMatchObject({
        code: 'walk-through-incomplete',
      });
    }
    expect(outcome(charter, submit({ reviewed: all('not-asked') }), underWay())).toMatchObject([
      { walkThrough: '2026-11-23', reviewed: [], answers: all('not-asked') },
    ]);
  });

  it('is asked for by nothing before the work begins, nor where nobody said how it stands', () => {
    const charter = replay(opening);
    for (const progress of ['new', 'done', undefined] as const) {
      expect(outcome(charter, submit({ reviewed: ['A1'] }), { ...as(COO), progress })).toMatchObject([
        { reviewed: ['A1'] },
      ]);
    }
  });

  it('is spent once a week, in two different weeks, however many check-ins there are', () => {
    const when = fc.array(fc.integer({ min: 0, max: 40 * 24 }), { maxLength: 25 });
    fc.assert(
      fc.property(when, fc.constantFrom(...REVIEW_ANSWERS), (hours, answer) => {
        let charter = replay(opening);
        const weeks = new Set<string>();
        for (const hour of [...hours].sort((a, b) => a - b)) {
          const at = addHours(NOW, hour);
          const week = mondayOf(at.slice(0, 10));
          const due = toWalkThrough(charter, { progress: 'indeterminate', now: at });
          expect(due.length > 0).toBe(weeks.size < WALK_THROUGHS && !weeks.has(week));
          if (due.length > 0) weeks.add(week);
          charter = after(charter, submit(due.length > 0 ? { reviewed: all(answer) } : {}), underWay(at));
        }
        expect(charter.walkedWeeks ?? []).toEqual([...weeks]);
      }),
      { numRuns: 100 },
    );
  });

  it('ends the week where its owner’s day ends', () => {
    const zoned = replay([
      nominated(COO, { zone: 'Asia/Tokyo' }),
      { type: 'dri-accepted', at: BEFORE, by: COO, zone: 'Asia/Tokyo' },
      ...opening.slice(2),
    ]);
    // Sunday 29 November, 16:00 in London, is Monday in Tokyo.
    expect(
      outcome(zoned, submit({ reviewed: all('on-track') }), underWay('2026-11-29T16:00:00.000Z')),
    ).toMatchObject([{ walkThrough: '2026-11-30' }]);
  });
});

describe('a promise that is said to be at risk', () => {
  const walked = (answer: 'on-track' | 'at-risk', at: Instant): CharterEvent => ({
    type: 'check-in-submitted',
    at,
    by: COO,
    onTrack: true,
    biggestRisk: 'None',
    needs: [],
    reviewed: ['A1'],
    answers: [{ agreementId: 'A1', answer }],
  });
  const risky = [...owner(COO), asked('A1'), acknowledged('A1'), walked('at-risk', NOW)];
  const isRisky = (...more: readonly CharterEvent[]): boolean =>
    replay([...risky, ...more]).agreements.some(isSaidAtRisk);
  const later = addHours(NOW, 1);

  it('is so until its owner says otherwise, its provider says something newer, or it is there', () => {
    expect(isRisky()).toBe(true);
    expect(isRisky(walked('on-track', later))).toBe(false);
    const confirmed = { type: 'agreement-confirmed', at: later, by: PLATFORM, agreementId: 'A1' } as const;
    expect(isRisky({ ...confirmed, onTrack: true })).toBe(false);
    expect(isRisky({ ...confirmed, onTrack: false, reason: 'Vendor' })).toBe(true);
    expect(isRisky(delivered('A1', { at: later }))).toBe(false);
  });
});
