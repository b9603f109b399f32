/** What a clock can run out on. */
export const CAUSES = [
  'acknowledgement',
  'acceptance',
  'due-soon',
  'overdue',
  'check-in',
  'question',
  'review',
  'authority-ending',
  'waiver-ending',
  'confirmation',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Whom a step tells. `asked` is whoever the clock runs for: the provider, the nominee, the person to decide. */
export const AUDIENCES = ['asked', 'dri', 'sponsor', 'programme-lead'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How a step tells: in the mail of the day, or with a comment on the work item that mentions the person. */
export const WAYS = ['mail', 'comment'] as const;
export type Way = (typeof WAYS)[number];

export interface Rung {
  /** Hours after the clock ran out, counted as the policy counts them. */
  readonly afterHours: number;
  readonly tell: readonly Audience[];
  readonly how: Way;
}

/** Steps of each cause, earliest first. A cause without steps tells nobody. */
export type Ladder = Readonly<Record<Cause, readonly Rung[]>>;

const rung = (afterHours: number, ...tell: readonly Audience[]): Rung => ({ afterHours, tell, how: 'mail' });

/** What happens where a policy has not decided otherwise. */
export const defaultLadder: Ladder = {
  acknowledgement: [rung(0, 'asked', 'dri'), rung(24, 'sponsor'), rung(72, 'programme-lead')],
  acceptance: [rung(0, 'asked'), rung(24, 'sponsor')],
  'due-soon': [rung(0, 'asked')],
  overdue: [rung(0, 'asked', 'dri'), rung(24, 'sponsor'), rung(72, 'programme-lead')],
  'check-in': [rung(0, 'dri'), rung(48, 'sponsor')],
  question: [rung(0, 'asked'), rung(24, 'sponsor'), rung(72, 'programme-lead')],
  review: [rung(0, 'dri')],
  'authority-ending': [rung(0, 'dri', 'sponsor')],
  'waiver-ending': [rung(0, 'dri')],
  confirmation: [rung(0, 'asked'), rung(168, 'dri')],
};
