import { HOLDFAST_ACTOR } from '../ids';
import type { Charter } from '../charter/charter';
import { defaultClocks } from '../policy/clock-policy';
import { isErased } from '../erased';
import type { AccountId, Instant } from '../values';
import { dutiesOf, isLate, type Duty } from './duties';

/** Something that waits for a person, of which they can be reminded once. */
export interface Reminder {
  /** The same for the same question, whoever reminds of it; asked anew it is another. */
  readonly key: string;
  readonly who: AccountId;
  readonly duty: Duty;
}

/** The question and the round it is in. A promise for another day is another promise. */
function subjectOf({ kind, agreement, escalation, gap, since }: Duty): string {
  if (agreement) {
    const day = kind === 'deliver' && agreement.status === 'acknowledged' ? `.${agreement.committedBy}` : '';
    return `${agreement.id}.${since}${day}`;
  }
  return `${escalation?.id ?? gap?.id ?? 'item'}.${since}`;
}

/**
 * Whom a charter waits for now, and for what. A promise whose day has not come waits for nobody, and what a policy
 * only asks for is not a question somebody put.
 */
export function remindersOf(charter: Charter, now: Instant): readonly Reminder[] {
  if (charter.itemDeletedAt !== undefined) return [];
  const facts = {
    // Who has left is looked at when they are told: then nobody is.
    hasLeft: () => false,
    briefWanted: false,
    // Check-ins and reviews have clocks of their own, so that no day ends here.
    progress: null,
    checkInEveryDays: Infinity,
    clocks: defaultClocks,
    now,
  };
  return dutiesOf(charter, facts).flatMap((duty): Reminder[] => {
    const { who, kind } = duty;
    if (who === null || who === HOLDFAST_ACTOR || isErased(who)) return [];
    if (kind === 'deliver' && !isLate(duty, now)) return [];
    return [{ key: `reminder:${kind}:${subjectOf(duty)}`, who, duty }];
  });
}
