/** When somebody hears of something. `page`: they find it in My commitments, and are sent nothing. */
export const HEARD = ['at-once', 'day', 'page'] as const;
export type Heard = (typeof HEARD)[number];

/** What is told once a day at most, at the soonest. */
export const HEARD_DAILY = ['day', 'page'] as const;
export type HeardDaily = (typeof HEARD_DAILY)[number];

/** What one person chose to hear, and when. Steps of escalation are not theirs to turn off: those go with the day's mail. */
export interface Preferences {
  /** What became their move. */
  readonly asked: Heard;
  /** Answers they waited for. */
  readonly answers: Heard;
  /** That something they were asked is due, or over its day. */
  readonly reminders: HeardDaily;
  /** What they need not act on. */
  readonly changed: HeardDaily;
}

export type NoticeKind = keyof Preferences;

/** What holds for whoever chose nothing. */
export const usualPreferences: Preferences = {
  asked: 'at-once',
  answers: 'at-once',
  reminders: 'day',
  changed: 'day',
};
