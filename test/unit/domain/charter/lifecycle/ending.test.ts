import fc from 'fast-check';
import { replay } from '../../../../../src/domain/charter/evolve';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { HOLDFAST_ACTOR } from '../../../../../src/domain/ids';
import { dutiesOf } from '../../../../../src/domain/commitments/duties';
import { running, steps, toTell } from '../../../../../src/domain/notices/clocks';
import { promptsOf } from '../../../../../src/domain/notices/moves';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { addDays, addHours, isBefore } from '../../../../../src/domain/time/time';
import { attempts, historyOf, play } from '../../../../support/attempts';
import { as, BEFORE, given, NOW } from '../../../../support/charter-spec';
import {
  accepted,
  acknowledged,
  asked,
  delivered,
  nominated,
  owner,
  refused,
  turnedDown,
} from '../../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../../support/people';

const doneAt = (at: string, done = true): CharterEvent => ({
  type: 'item-done-changed',
  at,
  by: HOLDFAST_ACTOR,
  done,
});
const promised = [...owner(COO), asked('A1'), acknowledged('A1')];
const told = (history: readonly CharterEvent[]) =>
  promptsOf({ charter: replay(history), history, earlier: 0 }, history.at(-1)?.at ?? '')
    .filter(({ event }) => event === history.at(-1))
    .map(({ who, kind }) => `${kind} ${who}`);
const settle = (as: 'delivered' | 'not-needed' | 'moved', toIssueKey?: string) =>
  ({ type: 'settle-agreement', agreementId: 'A1', as, ...(toIssueKey && { toIssueKey }) }) as const;

describe('a work item that is done', () => {
  it('asks its owner once what became of what is open, and nobody where nothing is', () => {
    expect(told([...promised, doneAt(NOW)])).toEqual([`move ${COO}`]);
    expect(told([...owner(COO), doneAt(NOW)])).toEqual([]);
    given(...promised, doneAt(BEFORE))
      .when({ type: 'record-done', done: true }, as(HOLDFAST_ACTOR))
      .then({ code: 'already-recorded' });
  });

  it('asks whoever stands behind it while nobody owns it', () => {
    expect(told([...promised, turnedDown(COO), doneAt(NOW)])).toEqual([`move ${CTO}`]);
  });

  it('asks nobody by mail about what was finished more than a day before it was noticed', () => {
    const late = { ...doneAt(NOW), since: addDays(NOW, -2) } as CharterEvent;
    expect(told([...promised, late])).toEqual([]);
    expect(replay([...promised, late]).finishedAt).toBe(addDays(NOW, -2));
  });

  it('asks nobody any more once it is opened again', () => {
    const history = [...promised, doneAt(NOW), doneAt(addHours(NOW, 1), false)];
    expect(promptsOf({ charter: replay(history), history, earlier: 0 }, NOW)).toEqual([]);
  });

  it('has no clock, and for each open promise one question to its owner', () => {
    const charter = replay([...promised, asked('A2'), refused('A2'), doneAt(NOW)]);
    expect(running(charter, siteDefault)).toEqual([]);
    const duties = dutiesOf(charter, {
      hasLeft: () => false,
      briefWanted: false,
      progress: null,
      checkInEveryDays: 7,
      clocks: siteDefault.clocks,
      now: NOW,
    });
    expect(duties.map(({ kind, who, agreement }) => `${kind} ${who} ${agreement?.id}`)).toEqual([
      `settle ${COO} A1`,
      `settle ${COO} A2`,
    ]);
  });
});

describe('what became of a promise', () => {
  it('is said by the owner alone, of finished work alone', () => {
    given(...promised, doneAt(BEFORE))
      .when(settle('not-needed'), as(CTO))
      .then({ code: 'forbidden', needs: 'dri' });
    given(...promised)
      .when(settle('not-needed'), as(COO))
      .then({ code: 'not-finished' });
    given(...promised)
      .when(settle('not-needed'), { ...as(COO), progress: 'done' })
      .then([{ type: 'agreement-settled', at: NOW, by: COO, agreementId: 'A1', as: 'not-needed' }]);
  });

  it('is said by whoever stands behind it, or leads the project, while nobody owns it', () => {
    const history = [...promised, turnedDown(COO), doneAt(BEFORE)];
    const event = { type: 'agreement-settled', at: NOW, agreementId: 'A1', as: 'not-needed' } as const;
    given(...history)
      .when(settle('not-needed'), as(CTO))
      .then([{ ...event, by: CTO }]);
    const lead = { ...as(OPS), actor: { accountId: OPS, canEdit: true, administers: true } };
    given(...history)
      .when(settle('not-needed'), lead)
      .then([{ ...event, by: OPS }]);
    given(...history)
      .when(settle('not-needed'), as(PLATFORM))
      .then({ code: 'forbidden', needs: 'sponsor' });
  });

  it('is no delivery where nothing was promised', () => {
    given(...owner(COO), asked('A1'), doneAt(BEFORE))
      .when(settle('delivered'), as(COO))
      .then({ code: 'wrong-status', agreementId: 'A1', status: 'requested' });
  });

  it('names the work item that still needs it, and none otherwise', () => {
    const field = 'toIssueKey';
    const when = given(...promised, doneAt(BEFORE));
    when.when(settle('moved'), as(COO)).then({ code: 'target-missing', field });
    when.when(settle('moved', 'EXP-1'), as(COO)).then({ code: 'own-issue', field });
    when.when(settle('delivered', 'EXP-9'), as(COO)).then({ code: 'target-without-move', field });
  });

  it('tells the provider, and leaves a kept, an unneeded or a moved promise', () => {
    const said = (as: 'delivered' | 'not-needed' | 'moved') =>
      ({ type: 'agreement-settled', at: NOW, by: COO, agreementId: 'A1', as }) as const;
    expect(told([...promised, doneAt(BEFORE), said('moved')])).toEqual([`answer ${PLATFORM}`]);
    const after = (as: 'delivered' | 'not-needed' | 'moved') =>
      replay([...promised, doneAt(BEFORE), said(as)]).agreements[0];
    expect(after('delivered')).toMatchObject({ status: 'accepted', acceptedAt: NOW });
    expect(after('not-needed')).toMatchObject({ status: 'withdrawn', settledAs: 'not-needed' });
    expect(after('moved')).toMatchObject({ status: 'withdrawn', settledAs: 'moved' });
  });

  it('is as late as it was when the work ended', () => {
    const day = '2026-12-04';
    const settledIn = (finished: string) =>
      replay([
        ...promised,
        doneAt(finished),
        { type: 'agreement-settled', at: addDays(finished, 30), by: COO, agreementId: 'A1', as: 'delivered' },
      ]).agreements[0]?.breach;
    expect(settledIn(`${day}T08:00:00.000Z`)).toBeUndefined();
    expect(settledIn('2026-12-06T08:00:00.000Z')).toEqual({ side: 'late', at: '2026-12-06T08:00:00.000Z' });
  });
});

describe('a promise that moved to other work', () => {
  const carry = {
    type: 'carry-agreement',
    carried: {
      from: 'EXP-8',
      fromAgreementId: 'A3',
      providerAccountId: PLATFORM,
      providerZone: 'UTC',
      deliverable: 'A cluster',
      acceptance: 'It answers',
      neededBy: '2026-12-04',
      promised: { acknowledgedAt: BEFORE, committedBy: '2026-12-04' },
    },
  } as const;
  const { type: _type, carried: terms } = carry;
  const event = { type: 'agreement-carried', at: NOW, by: CTO, agreementId: 'A1', ...terms } as const;

  it('is carried once', () => {
    given(...owner(COO))
      .when(carry, as(CTO))
      .then([event]);
    given(...owner(COO), event)
      .when(carry, as(CTO))
      .then({ code: 'already-recorded' });
  });

  it('asks the owner there, and has no clock before they take it on', () => {
    expect(told([...owner(COO), event])).toEqual([`move ${COO}`]);
    const charter = replay([...owner(COO), event]);
    expect(charter.agreements[0]).toMatchObject({ status: 'acknowledged', untaken: { since: NOW } });
    expect(running(charter, siteDefault).filter(({ agreementId }) => agreementId)).toEqual([]);
    const on = { type: 'agreement-taken-on', at: addHours(NOW, 1), by: COO, agreementId: 'A1' } as const;
    expect(told([...owner(COO), event, on])).toEqual([`answer ${PLATFORM}`]);
    const taken = replay([...owner(COO), event, on]);
    expect(taken.agreements[0]?.untaken).toBeUndefined();
    expect(running(taken, siteDefault).map(({ cause, agreementId }) => agreementId && cause)).toContain(
      'overdue',
    );
  });

  it('is taken on by its owner, once, or by whatever else they do with it', () => {
    const step = { type: 'take-on-agreement', agreementId: 'A1' } as const;
    given(...owner(COO), event)
      .when(step, as(CTO))
      .then({ code: 'forbidden', needs: 'dri' });
    given(...promised)
      .when(step, as(COO))
      .then({ code: 'taken-on-already' });
    const charter = replay([
      ...owner(COO),
      event,
      delivered('A1', { at: NOW }),
      { type: 'delivery-returned', at: NOW, by: COO, agreementId: 'A1', cause: 'quality', reason: '-' },
    ]);
    expect(charter.agreements[0]).toMatchObject({ resumedAt: NOW });
    expect(charter.agreements[0]?.untaken).toBeUndefined();
  });
});

describe('ownership that was let go', () => {
  it('leaves each promise to the next owner, who takes it on or lets it go', () => {
    const history = [...promised, asked('A2'), refused('A2'), turnedDown(COO), nominated(OPS), accepted(OPS)];
    const charter = replay(history);
    expect(charter.agreements.map(({ untaken }) => untaken?.since)).toEqual([BEFORE, undefined]);
    given(...history)
      .when({ type: 'take-on-agreement', agreementId: 'A1' }, as(OPS))
      .then([{ type: 'agreement-taken-on', at: NOW, by: OPS, agreementId: 'A1' }]);
    const gone = {
      type: 'agreement-withdrawn',
      at: NOW,
      by: OPS,
      agreementId: 'A1',
      reason: 'Other plans',
    } as const;
    expect(told([...history, gone])).toEqual([`answer ${PLATFORM}`]);
  });
});

// Whatever was tried before, and however long it was done.
test('nothing is told of work that is done, and nothing of the time in which it was', () => {
  let late = 0;
  fc.assert(
    fc.property(
      attempts,
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 60 }),
      (all, days, on) => {
        const lived = historyOf(play(all)).filter(
          ({ type }) => type !== 'item-done-changed' && type !== 'item-deleted',
        );
        const finishedAt = addHours(lived.at(-1)?.at ?? BEFORE, 1);
        const reopenedAt = addDays(finishedAt, days);
        const done = replay([...lived, doneAt(finishedAt)]);
        expect(steps(done, siteDefault)).toEqual([]);
        const open = replay([...lived, doneAt(finishedAt), doneAt(reopenedAt, false)]);
        const before = new Set(steps(replay(lived), siteDefault).map(({ key }) => key));
        for (const step of toTell(open, siteDefault, addDays(reopenedAt, on))) {
          if (!isBefore(step.at, reopenedAt)) {
            late += 1;
            continue;
          }
          // Told before it was finished, if at all: what fell into the time between is told anew, and later.
          expect([step.cause, before.has(step.key), isBefore(step.at, finishedAt)]).toEqual([
            step.cause,
            true,
            true,
          ]);
        }
      },
    ),
    { numRuns: 300, seed: 20261127 },
  );
  expect(late).toBeGreaterThan(100);
});
