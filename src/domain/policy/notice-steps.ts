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

export interface EscalationStep {
  /** Hours after the clock ran out, counted as the policy counts them. */
  readonly afterHours: number;
  readonly tell: readonly Audience[];
  readonly how: Way;
}

/** Steps of each cause, earliest first. A cause without steps tells nobody. */
export type EscalationPlan = Readonly<Record<Cause, readonly EscalationStep[]>>;

const step = (afterHours: number, ...tell: readonly Audience[]): EscalationStep => ({
  afterHours,
  tell,
  how: 'mail',
});

/** What happens where a policy has not decided otherwise. */
export const defaultEscalationPlan: EscalationPlan = {
  acknowledgement: [step(0, 'asked', 'dri'), step(24, 'sponsor'), step(72, 'programme-lead')],
  acceptance: [step(0, 'asked'), step(24, 'sponsor')],
  'due-soon': [step(0, 'asked')],
  overdue: [step(0, 'asked', 'dri'), step(24, 'sponsor'), step(72, 'programme-lead')],
  'check-in': [step(0, 'dri'), step(48, 'sponsor')],
  question: [step(0, 'asked'), step(24, 'sponsor'), step(72, 'programme-lead')],
  review: [step(0, 'dri')],
  'authority-ending': [step(0, 'dri', 'sponsor')],
  'waiver-ending': [step(0, 'dri')],
  confirmation: [step(0, 'asked'), step(168, 'dri')],
};
