import fc from 'fast-check';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { replay } from '../../../src/domain/charter/evolve';
import { decisionLines, inRegisterOrder, isWanted } from '../../../src/domain/decisions/register';
import { siteDefault } from '../../../src/domain/policy/policy';
import { decisionsDue } from '../../../src/domain/report/accountability/decisions-due';
import { attempts, historyOf, play } from '../../support/attempts';
import { COO, CTO, OPS, PLATFORM } from '../../support/people';

const RUNS = { numRuns: 400, seed: 20261127 };
const ASKED = '2027-01-04T08:00:00.000Z';
const DECIDED = '2027-01-05T08:00:00.000Z';
const LATER = '2027-01-20T12:00:00.000Z';

/** Histories in which some questions were put, and some of them decided, by whomever. */
const histories = fc
  .tuple(
    attempts.map((all) => historyOf(play(all))),
    fc.array(
      fc.record({ to: fc.constantFrom(OPS, PLATFORM), by: fc.constantFrom(OPS, PLATFORM, COO, null) }),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([history, asked]): readonly CharterEvent[] => {
    const first = replay(history).escalations.length + 1;
    return [
      ...history,
      ...asked.flatMap(({ to, by }, at): readonly CharterEvent[] => {
        const escalationId = `E${first + at}`;
        return [
          {
            type: 'escalation-raised',
            at: ASKED,
            by: CTO,
            escalationId,
            question: 'Which?',
            toAccountId: to,
          },
          ...(by === null
            ? []
            : [{ type: 'escalation-answered', at: DECIDED, by, escalationId, decision: 'This' } as const]),
        ];
      }),
    ];
  });

test('tells each question once, with the state that its charter has', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const charter = replay(history);
      const lines = decisionLines('EXP-1', { charter, history }, siteDefault, LATER);
      const due = decisionsDue({ charter, policy: siteDefault }, LATER).map(({ id }) => id);
      expect(lines.map(({ id }) => id)).toEqual(charter.escalations.map(({ id }) => id));
      expect(lines.filter(({ state }) => state === 'overdue').map(({ id }) => id)).toEqual(due);
      for (const [at, { answer, takenBack }] of charter.escalations.entries()) {
        const line = lines[at]!;
        expect(line.decision).toBe(answer?.decision);
        expect(line.state === 'taken-back').toBe(takenBack !== undefined);
        expect(isWanted(line, 'open')).toBe(!answer && !takenBack);
        expect(isWanted(line, 'decided')).toBe(answer !== undefined && !takenBack);
        if (answer) expect(line.decider).toBe(answer.by);
      }
    }),
    RUNS,
  );
});

test('says of nobody that they were not asked who was, or who gave the authority', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories, (history) => {
      const charter = replay(history);
      for (const line of decisionLines('EXP-1', { charter, history }, siteDefault, LATER)) {
        seen.add(line.state);
        const asked = history.flatMap((event) =>
          event.type === 'escalation-raised' && event.escalationId === line.id ? [event.toAccountId] : [],
        );
        if (asked.includes(line.decider) || line.isGrantor) expect(line.state).not.toBe('by-other');
      }
    }),
    RUNS,
  );
  expect([...seen].sort()).toEqual(expect.arrayContaining(['by-other', 'decided', 'overdue']));
});

test('stands in one order, whatever pages it came in: overdue, waiting, then the rest', () => {
  fc.assert(
    fc.property(fc.array(histories, { maxLength: 4 }), (all) => {
      const lines = all.flatMap((history, at) =>
        decisionLines(`EXP-${at + 1}`, { charter: replay(history), history }, siteDefault, LATER),
      );
      const ordered = inRegisterOrder(lines);
      expect(inRegisterOrder([...lines].reverse())).toEqual(ordered);
      expect(new Set(ordered)).toEqual(new Set(lines));
      const ranks = ordered.map(({ state }) => (state === 'overdue' ? 0 : state === 'open' ? 1 : 2));
      expect(ranks).toEqual([...ranks].sort());
    }),
    RUNS,
  );
});
