import type { CharterAnswer } from '../../../../../src/contract/answers';
import type { CharterCommand } from '../../../../../src/domain/charter/commands';
import { enforcing } from '../../../../support/policies';
import { consequenceOf } from '../../../../../static/panel/model/consequence';
import {
  accepted,
  acknowledged,
  answerFor,
  followsAbove,
  nominated,
  notKnown,
  person,
  requested,
} from './answers';

const acknowledge: CharterCommand = { type: 'acknowledge-agreement', agreementId: 'A1' };
const without = ({ people }: CharterAnswer, accountId: string) =>
  Object.fromEntries(Object.entries(people).filter(([id]) => id !== accountId));
const waiting = [nominated, accepted, requested('A1')];

describe('what a button does to the next move', () => {
  test('the last missing acknowledgement unblocks it', () => {
    expect(consequenceOf(answerFor('provider', waiting), acknowledge, 'start')).toEqual({
      ok: true,
      effect: { kind: 'unblocks' },
    });
  });

  test('one of several leaves the rest', () => {
    const two = [...waiting, requested('A2'), requested('A3')];
    expect(consequenceOf(answerFor('provider', two), acknowledge, 'start')).toEqual({
      ok: true,
      effect: { kind: 'leaves', blocking: 2 },
    });
  });

  test('when one answer is all that remains, it says whose', () => {
    const ask: CharterCommand = {
      type: 'request-agreement',
      providerAccountId: 'newcomer',
      deliverable: 'x',
      acceptance: 'y',
      neededBy: '2026-12-01',
    };
    const answer = answerFor('dri', [nominated, accepted]);
    expect(consequenceOf(answer, ask, 'start', person('newcomer'))).toEqual({
      ok: true,
      effect: { kind: 'waits-for', accountId: 'newcomer', answer: 'acknowledge' },
    });
  });

  test('taking back the only agreement blocks a move that was free', () => {
    const answer = answerFor('dri', [...waiting, acknowledged('A1')]);
    expect(answer.gate?.verdict).toBe('pass');
    expect(
      consequenceOf(answer, { type: 'withdraw-agreement', agreementId: 'A1', reason: '-' }, 'start'),
    ).toEqual({ ok: true, effect: { kind: 'blocks' } });
  });

  test('where nothing is held back, nothing is promised to be set free', () => {
    const answer = answerFor('provider', waiting, { policy: { ...enforcing, mode: 'coach' } });
    expect(consequenceOf(answer, acknowledge, 'start')).toEqual({ ok: true, effect: { kind: 'none' } });
  });

  test.each([
    ['nobody knows the verdict', notKnown],
    ['the verdict is the item’s above', (answer: CharterAnswer) => followsAbove(answer, 'EXP-9')],
    [
      'somebody it asks about was not read',
      (answer: CharterAnswer) => ({ ...answer, people: without(answer, 'dri') }),
    ],
  ])('where %s, no effect is claimed', (_why, made) => {
    expect(consequenceOf(made(answerFor('provider', waiting)), acknowledge, 'start')).toEqual({
      ok: true,
      effect: { kind: 'none' },
    });
  });

  test('what the reader may not do is refused as the backend would refuse it', () => {
    expect(consequenceOf(answerFor('dri', waiting), acknowledge, 'start')).toEqual({
      ok: false,
      rejection: { code: 'forbidden', needs: 'provider' },
    });
  });
});
