import { DAY, HOUR, type Scene } from './scene';

const checkedIn = (issueKey: string, as: string, at: number, said: Scene['payload']): Scene => ({
  at,
  as,
  issueKey,
  key: 'checkin/submit',
  payload: { ...said },
});

/** EXP-2: a check-in that walked through its promises, and a question that was decided within a day. */
const decided = (now: number): readonly Scene[] => [
  {
    at: now - 7 * DAY,
    as: 'u-ops',
    issueKey: 'EXP-2',
    key: 'escalation/raise',
    payload: {
      question: 'May both providers run side by side in January, at the price of two fees?',
      toAccountId: 'u-coo',
    },
  },
  {
    at: now - 7 * DAY + 20 * HOUR,
    as: 'u-coo',
    issueKey: 'EXP-2',
    key: 'escalation/answer',
    payload: { escalationId: 'E1', decision: 'Yes, until 31 January and no longer.' },
  },
  checkedIn('EXP-2', 'u-ops', now - 5 * DAY, {
    onTrack: true,
    biggestRisk: 'The ten largest customers answer slowly before Christmas.',
    decision: 'The cut-over starts with the two smallest countries.',
    reviewed: ['A1', 'A2'],
  }),
];

/** EXP-5: the answer turned from yes to no within a week, and the question behind it waits. */
const undecided = (now: number): readonly Scene[] => [
  checkedIn('EXP-5', 'u-sales', now - 10 * DAY, {
    onTrack: true,
    biggestRisk: 'Two currencies move more than the price list allows for.',
  }),
  {
    at: now - 6 * DAY,
    as: 'u-sales',
    issueKey: 'EXP-5',
    key: 'escalation/raise',
    payload: { question: 'Do we price in dollars or in local currency?', toAccountId: 'u-coo' },
  },
  checkedIn('EXP-5', 'u-sales', now - 3 * DAY, {
    onTrack: false,
    biggestRisk: 'Without a currency there is no price list, and the first market opens in three weeks.',
    needs: [{ accountId: 'u-platform', what: 'A price table that holds two currencies' }],
  }),
];

/** What keeps promises alive, as the demo shows it: answers, decisions, and one that is missing. */
export const followThroughStory = (now: number): readonly Scene[] => [...decided(now), ...undecided(now)];
