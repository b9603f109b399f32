import fc from 'fast-check';
import { awaitsName } from '../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { replay } from '../../../src/domain/charter/evolve';
import { evaluate } from '../../../src/domain/gate/evaluate';
import { reachedSteps } from '../../../src/domain/notices/clocks';
import { promptsOf } from '../../../src/domain/notices/moves';
import { siteDefault } from '../../../src/domain/policy/policy';
import { addDays, type Instant } from '../../../src/domain/time/time';
import { attempts, historyOf, play } from '../../support/attempts';
import { epic } from '../../support/items';
import { subjectWith } from '../../support/subject';

const RUNS = { numRuns: 150, seed: 20261127 };
const histories = attempts.map((all) => historyOf(play(all)));
const LATER = '2026-11-24T12:00:00.000Z';

/** The same history, had every request gone to a team, and whoever was asked taken its requests. */
const throughTeams = (history: readonly CharterEvent[]): readonly CharterEvent[] =>
  history.map((event) =>
    event.type === 'agreement-requested' ? { ...event, team: { id: 'T2', name: 'Platform' } } : event,
  );

/** Who has which move, who hears of what, and what the gate says. */
const waiting = (history: readonly CharterEvent[], now: Instant): unknown => {
  const charter = replay(history);
  const past = { charter, history, earlier: 0 };
  const subject = subjectWith({ item: epic(), charter, policy: siteDefault });
  return {
    moves: promptsOf(past, now).map(({ who, kind, event }) => [who, kind, event.type]),
    steps: reachedSteps(charter, siteDefault, now).map(({ asked, agreementId, tell }) => [
      asked,
      agreementId,
      tell,
    ]),
    gate: evaluate(subject, 'start', now).findings.map(({ rule, severity }) => [rule, severity]),
  };
};

test('what waits for whom is the same where a team was asked: somebody always has the move', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 0, max: 40 }), (history, days) => {
      const now = addDays(LATER, days);
      expect(waiting(throughTeams(history), now)).toEqual(waiting(history, now));
    }),
    RUNS,
  );
});

test('a team has promised nothing before a person of it says yes', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const agreement of replay(throughTeams(history)).agreements) {
        if (awaitsName(agreement)) expect(agreement.status).toBe('requested');
        if (agreement.team?.named) {
          const { id } = agreement;
          expect(
            history.some((event) => event.type === 'agreement-reassigned' && event.agreementId === id),
          ).toBe(true);
        }
      }
    }),
    RUNS,
  );
});
