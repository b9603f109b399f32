import fc from 'fast-check';
import { replay } from '../../../../../src/domain/charter/evolve';
import {
  charterAt,
  snapshotLastWeek,
  weekBefore,
} from '../../../../../src/domain/report/accountability/last-week';
import { snapshotOf } from '../../../../../src/domain/report/accountability/snapshot';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { attempts, historyOf, play } from '../../../../support/attempts';
import { NOW } from '../../../../support/charter-spec';
import {
  acknowledged,
  asked,
  declaredNone,
  granted,
  nominated,
  owner,
  turnedDown,
} from '../../../../support/events';
import { COO } from '../../../../support/people';
import { subjectWith } from '../../../../support/subject';

const THEN = weekBefore(NOW);
const recorded = (history: readonly CharterEvent[], earlier = 0) => ({
  charter: replay(history),
  history,
  earlier,
});
const earlyOn = (history: readonly CharterEvent[]) =>
  history.map((event) => ({ ...event, at: '2026-11-10T08:00:00.000Z' }));
const lastWeek = (history: readonly CharterEvent[], earlier = 0) =>
  snapshotLastWeek(recorded(history, earlier), subjectWith({ charter: replay(history) }), NOW);

it('is a week before now', () => {
  expect(THEN).toBe('2026-11-16T12:00:00.000Z');
});

it('tells what stood then, and not what came since', () => {
  const before = earlyOn([...owner(COO), granted(COO), declaredNone(COO)]);
  expect(lastWeek(before)).toEqual({ passes: true, promises: 0, unanswered: 0 });
  const since = [...before, asked('A1', { at: '2026-11-20T08:00:00.000Z' })];
  expect(lastWeek(since)).toEqual({ passes: true, promises: 0, unanswered: 0 });
  expect(snapshotOf(subjectWith({ charter: replay(since) }), NOW)).toEqual({
    passes: false,
    promises: 1,
    unanswered: 1,
  });
});

it('judges by the clock of then: an answer that was still in time then was not late', () => {
  const asks = (at: string) => [asked('A1', { at }), acknowledged('A1', { at: '2026-11-18T08:00:00.000Z' })];
  expect(lastWeek(asks('2026-11-16T08:00:00.000Z'))).toMatchObject({ promises: 1, unanswered: 0 });
  expect(lastWeek(asks('2026-11-15T08:00:00.000Z'))).toMatchObject({ promises: 1, unanswered: 1 });
});

it('is nothing of what did not exist then', () => {
  expect(lastWeek(owner(COO))).toEqual({ passes: false, promises: 0, unanswered: 0 });
});

it('does not guess where the entries that would tell are not at hand', () => {
  const history = [acknowledged('A1')];
  expect(lastWeek(history, 40)).toBeNull();
  // Nothing has happened since: the charter of today is that of then.
  expect(lastWeek(earlyOn([...owner(COO)]), 40)).not.toBeNull();
});

it('is, at any moment, the charter that the entries until then make', () => {
  fc.assert(
    fc.property(attempts, fc.nat(200), (all, cut) => {
      const history = historyOf(play(all));
      const moment = history[cut % Math.max(1, history.length)]?.at ?? NOW;
      const then = history.filter(({ at }) => at <= moment);
      expect(charterAt(recorded(history), moment)).toEqual(replay(then));
      const cutOff = charterAt({ ...recorded(history), earlier: 3 }, moment);
      expect(cutOff).toEqual(then.length === history.length ? replay(history) : null);
    }),
    { numRuns: 150, seed: 20261123 },
  );
});

it('does not guess where the charter of then names somebody who was not read', () => {
  const history = [
    ...earlyOn([nominated('u-unread')]),
    turnedDown('u-unread', { at: '2026-11-20T08:00:00.000Z' }),
  ];
  const subject = subjectWith({ charter: replay(history) });
  expect(snapshotLastWeek(recorded(history), subject, NOW)).toBeNull();
});
