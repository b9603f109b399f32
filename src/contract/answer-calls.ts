/** The calls that answer something that waits; several of them may be given at once. */
export const ANSWER_CALLS = [
  'dri/accept',
  'dri/decline',
  'agreement/acknowledge',
  'agreement/counter',
  'agreement/decline',
  'agreement/deliver',
  'agreement/confirm',
  'agreement/reassign',
  'agreement/renegotiate',
  'agreement/answer-renegotiation',
  'agreement/accept-counter',
  'agreement/restate',
  'agreement/accept-delivery',
  'agreement/return',
  'agreement/withdraw',
  'escalation/answer',
  'debrief/write',
  'checkin/submit',
  'gap/answer',
  'review/decide',
] as const;

export type AnswerCall = (typeof ANSWER_CALLS)[number];

/** Most answers taken at once. */
export const MAX_ANSWERS = 20;
