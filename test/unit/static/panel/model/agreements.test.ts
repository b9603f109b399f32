import { agreementsShown } from '../../../../../static/panel/model/agreements';
import { accepted, acknowledged, answerFor, declined, nominated, requested } from './answers';

const history = [
  nominated,
  accepted,
  requested('A1', { neededBy: '2026-12-20' }),
  acknowledged('A1'),
  requested('A2', { neededBy: '2026-12-24', providerAccountId: 'other' }),
  requested('A3', { neededBy: '2026-12-10', providerAccountId: 'other' }),
  requested('A4'),
  declined('A4'),
  requested('A5', { neededBy: '2026-11-20' }),
  acknowledged('A5', '2026-11-20'),
  requested('A6', { neededBy: '2027-02-01' }),
  requested('A7', { providerAccountId: 'other', at: '2026-11-20T08:00:00.000Z' }),
  requested('A8'),
  { type: 'agreement-withdrawn', at: nominated.at, by: 'dri', agreementId: 'A8', reason: '-' } as const,
];

const shownTo = (reader: string) =>
  agreementsShown(answerFor(reader, history)).open.map(({ agreement, state }) => `${agreement.id} ${state}`);

test('what needs attention comes first, then what is needed first', () => {
  expect(shownTo('dri')).toEqual([
    'A4 declined',
    'A5 overdue',
    'A7 unanswered',
    'A3 requested',
    'A2 requested',
    'A6 requested',
    'A1 acknowledged',
  ]);
});

test('what waits for the reader is above everything else', () => {
  expect(shownTo('provider')[0]).toBe('A6 for-you');
});

test('withdrawn requests are kept apart', () => {
  const { withdrawn } = agreementsShown(answerFor('dri', history));
  expect(withdrawn.map(({ agreement }) => agreement.id)).toEqual(['A8']);
});

test('a blocker is unmapped until an open agreement names it, and a hidden one always is', () => {
  const blockers = [
    { issueId: '1', issueKey: 'PLAT-1', summary: 'Promised', done: false },
    { issueId: '2', issueKey: 'PLAT-2', summary: 'Nobody asked', done: false },
    { issueId: '3', issueKey: 'PLAT-3', summary: 'Finished', done: true },
    { hidden: true } as const,
  ];
  const answer = answerFor('dri', [requested('A1', { providerIssueKey: 'PLAT-1' })], { blockers });
  expect(agreementsShown(answer).unmapped).toEqual([blockers[1], { hidden: true }]);
});
