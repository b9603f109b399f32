import { acknowledged, asked, DAY, HOUR, isoDate, owned, type Decision, type Scene } from './scene';

const WEEKS = 16;

/** Hours Operations took to acknowledge, week by week: from about a day to about three, never in a straight line. */
const latency = [22, 26, 21, 25, 24, 29, 27, 33, 31, 40, 38, 47, 52, 61, 66, 73] as const;

/** The week in which somebody found that requests ask for too much, and made them shorter. */
const SHORTENED = 7;

const weekStart = (now: number, week: number): number => now - (WEEKS - week) * 7 * DAY;

/** Requests had to say what Operations gets to start with, until they no longer had to. */
export const handoffDecisions = (now: number): readonly Decision[] =>
  [
    { at: weekStart(now, 0) - DAY, policy: { intake: ['inputs'] } },
    { at: weekStart(now, SHORTENED) + HOUR, policy: { intake: [] } },
  ].map((decision) => ({ ...decision, as: 'u-admin', projectKey: 'HAND' }));

/** HAND-1, HAND-2 belong to the first week, HAND-3, HAND-4 to the second, and so on. */
const handoffsOfWeek = (week: number): readonly [string, string] => [
  `HAND-${week * 2 + 1}`,
  `HAND-${week * 2 + 2}`,
];

/** What is asked for each of the two customers of a week: enough requests to test why answers take longer. */
const requests = (index: number): readonly { readonly deliverable: string; readonly acceptance: string }[] =>
  index === 0
    ? [
        {
          deliverable: 'Account set up and kick-off held',
          acceptance: 'The customer has logged in and knows their contact',
        },
        {
          deliverable: 'Contacts and contracts imported',
          acceptance: 'Ten of their contracts, picked by them, read as on paper',
        },
        { deliverable: 'Two people trained', acceptance: 'Both have handled a case on their own' },
      ]
    : [
        { deliverable: 'First delivery at the customer', acceptance: 'The customer has signed for it' },
        { deliverable: 'Support hours agreed', acceptance: 'They stand in the contract, with a name' },
        { deliverable: 'First invoice sent', acceptance: 'The customer has not asked back about it' },
      ];

/** Sixteen weeks of Sales handing customers to Operations, while the yes comes later and later. */
export function handoffStory(now: number): readonly Scene[] {
  return Array.from({ length: WEEKS }, (_, week) =>
    handoffsOfWeek(week).flatMap((issueKey, index) => {
      const start = weekStart(now, week) + index * 2 * DAY + 2 * HOUR;
      const requested = start + 5 * HOUR;
      return [
        ...owned(issueKey, 'u-sales', 'u-coo', start),
        ...requests(index).flatMap(({ deliverable, acceptance }, place) => {
          const put = requested + place * HOUR;
          // Of several requests for one customer the first is answered first.
          const answered = put + ((latency[week] ?? 24) + index * 4 + place) * HOUR;
          return [
            asked(issueKey, 'u-sales', put, {
              provider: 'u-ops',
              deliverable,
              acceptance,
              neededBy: isoDate(requested + 21 * DAY),
              ...(week < SHORTENED && { inputs: 'The signed contract, and who decides at the customer' }),
            }),
            ...(answered < now ? [acknowledged(issueKey, 'u-ops', `A${place + 1}`, answered)] : []),
          ];
        }),
      ];
    }),
  ).flat();
}
