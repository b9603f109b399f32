import type { Passage } from '../../domain/charter/charter';
import type { RuleId } from '../../domain/policy/rules';
import type { AccountId, Instant, TimeZone } from '../../domain/values';
import { wordRules } from './findings';
import type { NameOf } from './names';
import { atMoment } from './notices';

export interface WarnedMoveFacts {
  readonly passage: Passage;
  /** What is still to look at. */
  readonly left: readonly RuleId[];
  readonly reader: AccountId;
  readonly zone: TimeZone;
  readonly now: Instant;
  readonly name: NameOf;
}

/** A move that passed with rules to look at, in words for its owner: who moved it when, and what is left. One paragraph an entry. */
export function wordWarnedMove({
  passage,
  left,
  reader,
  zone,
  now,
  name,
}: WarnedMoveFacts): readonly string[] {
  const { movedBy, checkpoint, at, rules } = passage;
  const who = movedBy === undefined ? 'Somebody' : movedBy === reader ? 'You' : name(movedBy);
  const moved = checkpoint === 'start' ? 'started' : 'finished';
  const things = rules.length === 1 ? 'one thing was' : `${rules.length} things were`;
  return [
    `${who} ${moved} it on ${atMoment(at, { now, zone })}, although ${things} to look at.`,
    `Still so: ${wordRules(left).join('; ')}.`,
  ];
}
