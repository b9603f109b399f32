import { texts } from '../../../texts/compiled/en/notices';
import type { Passage } from '../../domain/charter/charter';
import type { RuleId } from '../../domain/policy/rules';
import type { AccountId, Instant, TimeZone } from '../../domain/values';
import { speak } from '../texts/message';
import { wordRules } from './findings';
import type { NameOf } from './names';
import { atMoment } from './notices';

const say = speak(texts);

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
  const { movedBy, checkpoint: step, at, rules } = passage;
  return [
    say('warned.moved', {
      who:
        movedBy === undefined
          ? say('warned.somebody')
          : movedBy === reader
            ? say('warned.you')
            : name(movedBy),
      step,
      at: atMoment(at, { now, zone }),
      things: rules.length,
    }),
    say('warned.left', { rules: wordRules(left).join('; ') }),
  ];
}
