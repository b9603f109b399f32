import type { CharterAnswer, GateView } from '../../../src/contract/answers';
import { localDate } from '../../../src/domain/time/local-date';
import {
  isInForce,
  type Passage,
  type PassageReason,
  type Waiver,
} from '../../../src/domain/charter/charter';
import { evaluate } from '../../../src/domain/gate/evaluate';
import { peopleRead } from '../../../src/domain/gate/people';
import type { Checkpoint, RuleId } from '../../../src/domain/policy/rules';
import { subjectOrNull } from '../../../src/domain/gate/build-subject';
import { HOLDFAST_ACTOR } from '../../../src/domain/ids';
import { addDays, type Instant, type IsoDate, type TimeZone } from '../../../src/domain/time/time';

/** Waivers that hold now, the one that ends first at the top. */
export const waiversInForce = ({ charter, now }: CharterAnswer): readonly Waiver[] =>
  charter.waivers
    .filter((waiver) => isInForce(waiver, now))
    .sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));

/**
 * Every rule that would have to be waived for the way to be clear: those that block now, and the steps of the owner's
 * path that only show once the step before them is waived. Nothing where no verdict is known, or it is the item's above.
 */
export function rulesInTheWay(answer: CharterAnswer, checkpoint: Checkpoint): readonly RuleId[] {
  const { charter, item, people, policy, now } = answer;
  if (answer.gates?.[checkpoint].ofAncestor !== undefined || answer.gates === null) return [];
  const subject = subjectOrNull({ charter, item, people: peopleRead(people), policy });
  if (!subject) return [];
  const blockingBut = (waived: readonly RuleId[]): readonly RuleId[] => {
    const trial: Waiver = {
      id: 'trial',
      rules: waived,
      reason: '',
      expiresAt: addDays(now, 1),
      // Nobody's: one granted by whoever owns the item would not count.
      grantedBy: HOLDFAST_ACTOR,
      grantedAt: now,
    };
    // A waiver names nobody who acts: everybody asked about was read.
    const trialled = subjectOrNull({
      ...subject,
      charter: { ...charter, waivers: [...charter.waivers, trial] },
    });
    const findings = trialled ? evaluate(trialled, checkpoint, now).findings : [];
    return findings.filter(({ severity }) => severity === 'block').map(({ rule }) => rule);
  };
  let known: readonly RuleId[] = [];
  for (let more = blockingBut(known); more.length > 0; more = blockingBut(known)) {
    known = [...new Set([...known, ...more])];
  }
  return known;
}

/** Until when the way is clear only because of waivers: the first of them to end. */
export function restsOnWaiverUntil({ findings, waived }: GateView): Instant | null {
  if (findings.some(({ severity }) => severity === 'block')) return null;
  const ends = waived.filter(({ severity }) => severity === 'block').map(({ until }) => until);
  return [...ends].sort()[0] ?? null;
}

/** The last day whose end the policy still allows, as the reader's calendar has it. */
export function lastWaiverDay({ now, policy }: CharterAnswer, zone: TimeZone): IsoDate {
  return localDate(addDays(now, policy.waivers.longestDays - 1), zone);
}

/** What no gate held, and what a waiver let pass. */
const WEIGHTY: ReadonlySet<PassageReason> = new Set([
  'bypass',
  'waived',
  'misconfigured',
  'unlicensed',
  'entered',
]);

/** So many around the gate or on a waiver are told; all of them are in the history. */
const TOLD = 2;

/**
 * The latest moves that passed around the gate or on a waiver, and the last one that rules warned of, newest first: what
 * is only warned of never takes the place of the others.
 */
export function notedPassages({ charter }: CharterAnswer): readonly Passage[] {
  const weighty = charter.passages.filter(({ reason }) => WEIGHTY.has(reason));
  const warned = charter.passages.filter(({ reason }) => reason === 'warned');
  const told = [...weighty.slice(-TOLD), ...warned.slice(-1)];
  return charter.passages.filter((passage) => told.includes(passage)).reverse();
}
