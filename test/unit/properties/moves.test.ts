import fc from 'fast-check';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { replay } from '../../../src/domain/charter/evolve';
import { remindersOf } from '../../../src/domain/commitments/reminders';
import { promptOf, promptsOf, tellsAnybody, type Past } from '../../../src/domain/notices/moves';
import { addDays, addHours } from '../../../src/domain/time/time';
import { attempts, historyOf, play } from '../../support/attempts';

/** Everything that is told of a history while it happens: looked at after each event, as the queue does. */
const pastOf = (history: readonly CharterEvent[]): Past => ({
  charter: replay(history),
  history,
  earlier: 0,
});

const ANSWERS: readonly CharterEvent['type'][] = [
  'agreement-acknowledged',
  'counter-accepted',
  'delivery-accepted',
  'renegotiation-answered',
  'escalation-answered',
  'gap-answered',
];

const histories = attempts.map((all) => historyOf(play(all)));

function always(holds: (history: readonly CharterEvent[]) => void): void {
  fc.assert(fc.property(histories, holds), { numRuns: 500 });
}

it('tells never whoever did it, and each person once an event', () => {
  always((history) => {
    for (let n = 1; n <= history.length; n += 1) {
      const past = pastOf(history.slice(0, n));
      const at = history[n - 1]?.at ?? '';
      const prompts = promptsOf(past, at);
      expect(prompts.filter(({ who, event }) => who === event.by || who === 'holdfast')).toEqual([]);
      const named = prompts.map(({ step, who }) => `${step} ${who}`);
      expect(new Set(named).size).toBe(named.length);
    }
  });
});

it('tells each open question somebody else put, exactly once, to whoever has to answer it', () => {
  let open = 0;
  always((history) => {
    const past = pastOf(history);
    const first = history[0]?.at ?? '2026-11-20T00:00:00.000Z';
    // Looked at as if all of it had just happened.
    const recent = { ...past, history: history.map((event) => ({ ...event, at: first })) };
    const told = promptsOf(recent, first).filter(({ kind }) => kind === 'move');
    for (const { duty, who } of remindersOf(past.charter, first)) {
      // What a finish or an acceptance leaves to be said is told with that event.
      if (['deliver', 'ask-another', 'answer-gap', 'settle', 'take-on'].includes(duty.kind)) continue;
      const of = told.filter(({ event, who: reader }) => {
        if (reader !== who) return false;
        if (duty.agreement) return 'agreementId' in event && event.agreementId === duty.agreement.id;
        if (duty.escalation) return 'escalationId' in event && event.escalationId === duty.escalation.id;
        return event.type === 'dri-nominated';
      });
      const own = history.some(
        ({ by, at }) => by === who && (at === duty.since || at === duty.agreement?.requestedAt),
      );
      if (own) continue;
      open += 1;
      expect([duty.kind, of.length]).toEqual([duty.kind, 1]);
    }
  });
  expect(open).toBeGreaterThan(40);
});

it('tells each answer exactly one person, who keeps it whatever comes after', () => {
  let answers = 0;
  always((history) => {
    const whole = pastOf(history);
    history.forEach((event, ordinal) => {
      if (!ANSWERS.includes(event.type)) return;
      const past = pastOf(history.slice(0, ordinal + 1));
      const told = promptsOf(past, event.at).filter(({ step }) => step === `move:${ordinal}`);
      const [one, ...more] = told;
      expect(more).toEqual([]);
      if (!one || whole.charter.itemDeletedAt !== undefined) return;
      answers += 1;
      expect(promptOf(whole, one.step, one.who)?.kind).toBe('answer');
    });
  });
  expect(answers).toBeGreaterThan(100);
});

it('tells nothing that is older than a day, and nothing of an item that is gone', () => {
  always((history) => {
    const past = pastOf(history);
    const last = history.at(-1)?.at ?? '2026-11-20T00:00:00.000Z';
    expect(promptsOf(past, addHours(addDays(last, 1), 1))).toEqual([]);
    const gone = { ...past, charter: { ...past.charter, itemDeletedAt: last } };
    expect(promptsOf(gone, last)).toEqual([]);
    expect(tellsAnybody(gone, last)).toBe(false);
  });
});

it('names an event the same, however much of the history before it lies elsewhere', () => {
  always((history) => {
    const cut = Math.floor(history.length / 2);
    const whole = pastOf(history);
    const short: Past = { ...whole, history: history.slice(cut), earlier: cut };
    const last = history.at(-1)?.at ?? '2026-11-20T00:00:00.000Z';
    const names = (past: Past): readonly string[] =>
      promptsOf(past, last)
        .filter(({ kind, ordinal }) => kind === 'move' && ordinal >= cut)
        .filter(
          ({ event }) =>
            !['dri-declined', 'review-decided', 'gap-raised', 'check-in-submitted'].includes(event.type),
        )
        .map(({ step, who }) => `${step} ${who}`);
    expect(names(short)).toEqual(names(whole));
  });
});
