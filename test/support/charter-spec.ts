import type { CharterCommand, Facts, Rejection } from '../../src/domain/charter/commands';
import { decide } from '../../src/domain/charter/decide';
import type { CharterEvent } from '../../src/domain/charter/events';
import { replay } from '../../src/domain/charter/evolve';
import type { AccountId, Instant, PersonFact } from '../../src/domain/values';
import { people } from './people';

/** Monday noon in London; the same calendar day everywhere from Honolulu to Tokyo. */
export const NOW: Instant = '2026-11-23T12:00:00.000Z';
export const BEFORE: Instant = '2026-11-20T08:00:00.000Z';

interface Circumstances {
  readonly canEdit?: boolean;
  readonly now?: Instant;
  readonly people?: Readonly<Record<AccountId, PersonFact>>;
}

/** The facts as they are when somebody acts: they may edit EXP-1 unless the test says otherwise. */
export const as = (
  accountId: AccountId,
  { canEdit = true, now = NOW, ...more }: Circumstances = {},
): Facts => ({
  actor: { accountId, canEdit },
  people: more.people ?? people,
  issueKey: 'EXP-1',
  now,
});

/** Freezes what is reachable, so that a decision that writes to its input throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

interface Outcome {
  then(expected: readonly CharterEvent[] | Rejection): void;
}

/** `given(what happened).when(a command, by whom).then(what follows, or why not)`. */
export function given(...history: readonly CharterEvent[]): {
  when(command: CharterCommand, facts: Facts): Outcome;
} {
  return {
    when: (command, facts) => ({
      then(expected) {
        const charter = deepFreeze(replay(history));
        const decided = decide(charter, deepFreeze(command), deepFreeze(facts));
        if (!Array.isArray(expected)) expect(decided).toEqual({ ok: false, error: expected });
        else expect(decided).toEqual({ ok: true, value: expected });
      },
    }),
  };
}
