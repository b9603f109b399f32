import fc from 'fast-check';
import type { Charter } from '../../../src/domain/charter/charter';
import { decide } from '../../../src/domain/charter/decide';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { evolve, replay } from '../../../src/domain/charter/evolve';
import type { CharterCommand } from '../../../src/domain/charter/commands';
import { CHECK_INS_KEPT } from '../../../src/domain/charter/check-in/check-in';
import { as, deepFreeze, NOW } from '../../support/charter-spec';
import { acknowledged, asked, briefed, owner } from '../../support/events';
import { commandsOf, rightOne } from '../../support/commands';
import { resolved } from '../../support/next-step';
import { COO, CTO, OPS, PLATFORM } from '../../support/people';

const opening = [
  ...owner(COO),
  briefed(COO),
  asked('A1'),
  acknowledged('A1', { committedBy: '2026-11-21' }),
  asked('A2', { deliverable: 'A contract' }),
];
const account = fc.constantFrom(COO, CTO, OPS, PLATFORM);

const tried = commandsOf({
  accountId: account,
  agreementId: fc.constantFrom('A1', 'A2'),
  date: fc.constantFrom('2027-01-15', '2027-02-12'),
  deliverable: fc.constant('A contract'),
});

const moves = fc.array(
  fc.record({
    command: fc.oneof(
      tried['submit-check-in'],
      tried['raise-escalation'],
      tried['answer-escalation'],
      tried['raise-gap'],
      tried['answer-gap'],
      tried['decide-review'],
      tried['set-review-date'],
      tried['write-debrief'],
    ),
    actor: account,
    byTheRightOne: fc.boolean(),
  }),
  { maxLength: 40, size: 'max' },
);

interface Moment {
  readonly command: CharterCommand;
  readonly actor: string;
  readonly before: Charter;
  readonly after: Charter;
  readonly events: readonly CharterEvent[];
}

const seen = new Map<string, number>();

function always(holds: (moments: readonly Moment[]) => void): void {
  fc.assert(
    fc.property(moves, (all) => {
      let charter = replay(opening);
      holds(
        all.map(({ command: wish, actor: anybody, byTheRightOne }) => {
          const before = deepFreeze(charter);
          const command = resolved(wish, before);
          const actor = (byTheRightOne ? rightOne(before, command, true) : undefined) ?? anybody;
          const decided = decide(before, command, as(actor, { canEdit: false }));
          const events = decided.ok ? decided.value : [];
          for (const { type } of events) seen.set(type, (seen.get(type) ?? 0) + 1);
          charter = events.reduce(evolve, before);
          return { command, actor, before, after: charter, events };
        }),
      );
    }),
    { numRuns: 500 },
  );
}

it('touches nothing but what it is about', () => {
  always((moments) => {
    for (const { before, after, command } of moments) {
      // Whoever lets the work go lets go what was promised to it; a check-in asks for what it needs, beside what was asked before.
      const asked = command.type === 'submit-check-in' ? command.needs.length : 0;
      const kept = after.agreements.slice(0, before.agreements.length);
      expect(after.agreements.length - kept.length).toBeLessThanOrEqual(asked);
      expect(kept.map(({ debrief: _debrief, untaken: _open, ...rest }) => rest)).toEqual(
        before.agreements.map(({ debrief: _debrief, untaken: _open, ...rest }) => rest),
      );
      if (command.type !== 'decide-review' && command.type !== 'set-review-date')
        expect([after.dri, after.brief]).toEqual([before.dri, before.brief]);
    }
  });
});

it('lets a question be decided once, by the person it was put to', () => {
  always((moments) => {
    for (const { after } of moments) {
      for (const { toAccountId, raisedBy, answer } of after.escalations) {
        expect(toAccountId).not.toBe(raisedBy);
        if (answer) expect(answer).toEqual({ decision: 'We wait', by: toAccountId, at: NOW });
      }
      expect(new Set(after.escalations.map(({ id }) => id)).size).toBe(after.escalations.length);
    }
    const decided = moments.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'escalation-answered' ? [event.escalationId] : [])),
    );
    expect(new Set(decided).size).toBe(decided.length);
  });
});

it('counts every check-in and keeps the latest', () => {
  always((moments) => {
    const ever = moments.filter(({ events }) => events[0]?.type === 'check-in-submitted').length;
    const last = moments.at(-1)?.after;
    expect(last?.checkInCount ?? 0).toBe(ever);
    expect(last?.checkIns.length ?? 0).toBe(Math.min(ever, CHECK_INS_KEPT));
  });
});

it('came past every kind of step often enough to prove anything', () => {
  const kinds = [
    'check-in-submitted',
    'escalation-raised',
    'escalation-answered',
    'gap-raised',
    'gap-answered',
    'review-decided',
    'review-date-set',
    'debrief-written',
  ];
  expect(kinds.filter((kind) => (seen.get(kind) ?? 0) < 200)).toEqual([]);
});
