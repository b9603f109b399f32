import fc from 'fast-check';
import { replay } from '../../../../src/domain/charter/evolve';
import { decide } from '../../../../src/domain/charter/decide';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { undoableBy } from '../../../../src/domain/charter/undo/slips';
import { withoutSlips } from '../../../../src/domain/charter/undo/undone';
import { promptsOf } from '../../../../src/domain/notices/moves';
import { addHours } from '../../../../src/domain/time/time';
import { attempts, historyOf, play } from '../../../support/attempts';
import { as, given, NOW } from '../../../support/charter-spec';
import {
  accepted,
  acknowledged,
  asked,
  counterTaken,
  countered,
  delivered,
  deliveryTaken,
  nominated,
  owner,
  refused,
  turnedDown,
} from '../../../support/events';
import { COO, CTO, PLATFORM } from '../../../support/people';

const later = (minutes: number): string => addHours(NOW, minutes / 60);
const undo = { type: 'undo-agreement-step', agreementId: 'A1' } as const;
const requested = [...owner(COO), asked('A1')];
const undone = (step: CharterEvent, at: string): CharterEvent => ({
  type: 'agreement-step-undone',
  at,
  by: step.by,
  agreementId: 'A1',
  step: step.type,
  stepAt: step.at,
});
const promptsIn = (history: readonly CharterEvent[], at: string) =>
  promptsOf({ charter: replay(history), history, earlier: 0 }, at).map(
    ({ event, kind, who }) => `${event.type} ${kind} ${who}`,
  );

const slips: readonly (readonly [string, readonly CharterEvent[], CharterEvent])[] = [
  ['a yes', requested, acknowledged('A1', { at: NOW })],
  ['a no', requested, refused('A1', { at: NOW })],
  ['an accepted counter', [...requested, countered('A1')], counterTaken('A1', { at: NOW })],
  [
    'an accepted delivery',
    [...requested, acknowledged('A1'), delivered('A1')],
    deliveryTaken('A1', { at: NOW }),
  ],
];

describe.each(slips)('%s', (_, before, step) => {
  it('is undone by whoever gave it, within ten minutes, and what held before holds again', () => {
    given(...before, step)
      .when(undo, as(step.by, { now: later(9) }))
      .then([undone(step, later(9))]);
    expect(replay([...before, step, undone(step, later(9))]).agreements).toEqual(replay(before).agreements);
  });

  it('is not undone after ten minutes, twice, or by anybody else', () => {
    const code = { code: 'nothing-to-undo', minutes: 10 } as const;
    given(...before, step)
      .when(undo, as(step.by, { now: later(10) }))
      .then(code);
    given(...before, step, undone(step, later(1)))
      .when(undo, as(step.by, { now: later(2) }))
      .then({
        code: 'acted-meanwhile',
        accountId: step.by,
        step: 'agreement-step-undone',
      });
    given(...before, step)
      .when(undo, as(CTO, { now: later(1) }))
      .then({ code: 'forbidden', needs: 'either-side' });
  });

  it('is told nobody where it is undone before the mail, and followed by the truth where it is not', () => {
    const kept = [...before, step];
    const [first] = promptsIn(kept, NOW).filter((one) => one.startsWith(step.type));
    expect(first).toMatch(step.type);
    expect(promptsIn([...kept, undone(step, later(2))], later(2))).toEqual(
      promptsIn(before, later(2)).filter(() => false),
    );
    const other = first?.split(' ')[2];
    expect(promptsIn([...kept, undone(step, later(5))], later(5))).toEqual([
      `agreement-step-undone answer ${other}`,
    ]);
  });
});

it('is not undone once somebody acted on it, and says who and what', () => {
  const yes = acknowledged('A1', { at: NOW });
  const moved: CharterEvent = {
    type: 'renegotiation-proposed',
    at: later(3),
    by: COO,
    agreementId: 'A1',
    side: 'requester',
    committedBy: '2026-12-09',
    reason: 'The launch moved',
  };
  given(...requested, yes, moved)
    .when(undo, as(PLATFORM, { now: later(4) }))
    .then({ code: 'acted-meanwhile', accountId: COO, step: 'renegotiation-proposed' });
});

describe('a step about who owns it', () => {
  const step = { type: 'undo-owner-step' } as const;
  const event = (of: CharterEvent, owns: boolean, at = later(4)): CharterEvent => ({
    type: 'owner-step-undone',
    at,
    by: of.by,
    step: of.type,
    stepAt: of.at,
    owns,
  });

  it('is undone: accepting, declining and handing back', () => {
    for (const [before, one, owns] of [
      [[nominated(COO)], accepted(COO, { at: NOW }), false],
      [[nominated(COO)], turnedDown(COO, { at: NOW }), false],
      [[...requested, acknowledged('A1')], turnedDown(COO, { at: NOW }), true],
    ] as const) {
      given(...before, one)
        .when(step, as(COO, { now: later(4) }))
        .then([event(one, owns)]);
      const { slips: _after, ...after } = replay([...before, one, event(one, owns)]);
      const { slips: _before, ...held } = replay(before);
      expect(after).toEqual(held);
    }
  });

  it('is not undone once somebody else was asked, or its owner went on', () => {
    const declined = turnedDown(COO, { at: NOW });
    given(nominated(COO), declined, nominated(CTO, { at: later(1), by: CTO }))
      .when(step, as(COO, { now: later(2) }))
      .then({ code: 'acted-meanwhile', accountId: CTO, step: 'dri-nominated' });
    given(nominated(COO), accepted(COO, { at: NOW }), asked('A1', { at: later(1) }))
      .when(step, as(COO, { now: later(2) }))
      .then({ code: 'acted-meanwhile', accountId: COO, step: 'agreement-requested' });
  });

  it('tells whoever had heard of it', () => {
    const yes = accepted(COO, { at: NOW });
    expect(promptsIn([nominated(COO), yes, event(yes, false, later(2))], later(2))).toEqual([]);
    expect(promptsIn([nominated(COO), yes, event(yes, false)], later(4))).toEqual([
      `owner-step-undone answer ${CTO}`,
    ]);
  });
});

it('leaves the history longer and what is counted of it as it was', () => {
  const yes = acknowledged('A1', { at: NOW });
  const history = [...requested, yes, undone(yes, later(5))];
  expect(withoutSlips(history)).toEqual(requested);
  expect(withoutSlips([...requested, yes])).toEqual([...requested, yes]);
});

// Whatever was tried: what is offered can be undone, and puts back what its giver changed.
test('whatever can be undone puts back what it changed', () => {
  let undoneOnes = 0;
  fc.assert(
    fc.property(attempts, (all) => {
      const history = historyOf(play(all));
      history.forEach((event, at) => {
        const charter = replay(history.slice(0, at + 1));
        for (const slip of undoableBy(charter, event.by, event.at)) {
          if (slip.at !== event.at || slip.step !== event.type) continue;
          const { agreementId } = slip;
          const command =
            agreementId === undefined
              ? ({ type: 'undo-owner-step' } as const)
              : ({ type: 'undo-agreement-step', agreementId } as const);
          const decided = decide(charter, command, as(event.by, { now: event.at }));
          expect(decided.ok).toBe(true);
          const after = replay([...history.slice(0, at + 1), ...(decided.ok ? decided.value : [])]);
          const before = replay(history.slice(0, at));
          expect([after.dri, after.vacancy, after.declinedNomination]).toEqual([
            before.dri,
            before.vacancy,
            before.declinedNomination,
          ]);
          expect(after.agreements).toEqual(
            before.agreements.map((one, place) => ({
              ...one,
              ...(after.agreements[place]?.resumedAt !== undefined && {
                resumedAt: after.agreements[place]?.resumedAt,
              }),
              ...(one.untaken && !after.agreements[place]?.untaken && { untaken: undefined }),
            })),
          );
          undoneOnes += 1;
        }
      });
    }),
    { numRuns: 300, seed: 20261127 },
  );
  expect(undoneOnes).toBeGreaterThan(50);
});
