import type { CharterCommand } from '../../../../../src/domain/charter/commands';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { openNeeds } from '../../../../../src/domain/charter/check-in/check-ins';
import { conflictSince } from '../../../../../src/domain/charter/conflict';
import type { Need } from '../../../../../src/domain/charter/check-in/check-in';
import { as, BEFORE, given, NOW } from '../../../../support/charter-spec';
import { asked, owner } from '../../../../support/events';
import { COO, CTO, PLATFORM } from '../../../../support/people';

const checkedIn = (needs: readonly Need[]): CharterEvent => ({
  type: 'check-in-submitted',
  at: BEFORE,
  by: COO,
  onTrack: false,
  biggestRisk: 'The vendor is slow',
  needs,
  reviewed: [],
});
const question = (
  more: Partial<Extract<CharterEvent, { type: 'escalation-raised' }>> = {},
): CharterEvent => ({
  type: 'escalation-raised',
  at: NOW,
  by: COO,
  escalationId: 'E1',
  question: 'Two markets or three',
  toAccountId: CTO,
  ...more,
});
const submit = {
  type: 'submit-check-in',
  onTrack: true,
  biggestRisk: 'None',
  needs: [
    { accountId: PLATFORM, what: 'Test data' },
    { accountId: CTO, what: 'Two markets or three' },
  ],
} as const;
const request = (needId: string): CharterCommand => ({
  type: 'request-agreement',
  providerAccountId: PLATFORM,
  deliverable: 'Real invoices of October, anonymised',
  acceptance: 'A thousand of them',
  neededBy: '2026-12-18',
  needId,
});

const named: readonly Need[] = [
  { id: 'N1.1', accountId: PLATFORM, what: 'Test data' },
  { id: 'N1.2', accountId: CTO, what: 'Two markets or three' },
];
const open = (...history: readonly CharterEvent[]) =>
  openNeeds(replay([...owner(COO), ...history])).map(({ what }) => what);

describe('a need stated in a check-in', () => {
  it('has a name of its own, told by the check-in and its place in it', () => {
    given(...owner(COO), checkedIn(named))
      .when(submit, as(COO))
      .then([
        expect.objectContaining({
          needs: [
            { id: 'N2.1', accountId: PLATFORM, what: 'Test data', as: 'decision' },
            { id: 'N2.2', accountId: CTO, what: 'Two markets or three', as: 'decision' },
          ],
        }),
        expect.objectContaining({ type: 'escalation-raised', toAccountId: PLATFORM, needId: 'N2.1' }),
        expect.objectContaining({ type: 'escalation-raised', toAccountId: CTO, needId: 'N2.2' }),
      ] as never);
  });

  it('is answered by the agreement that says so, in whatever words and by whomever', () => {
    expect(open(checkedIn(named))).toEqual(['Test data', 'Two markets or three']);
    const other = asked('A1', { providerAccountId: CTO, deliverable: 'Invoices', at: NOW, needId: 'N1.1' });
    expect(open(checkedIn(named), other)).toEqual(['Two markets or three']);
  });

  it('is answered by a question that says so', () => {
    expect(open(checkedIn(named), question({ question: 'How many?', needId: 'N1.2' }))).toEqual([
      'Test data',
    ]);
  });

  it('is not answered by chance: the same words without its name are another matter', () => {
    expect(open(checkedIn(named), question())).toHaveLength(2);
  });

  it('keeps its name with what answers it', () => {
    const stated = [...owner(COO), checkedIn(named)];
    given(...stated)
      .when(request('N1.1'), as(COO))
      .then([expect.objectContaining({ type: 'agreement-requested', needId: 'N1.1' })] as never);
    expect(replay([...stated, asked('A1', { needId: 'N1.1' }), question({ needId: 'N1.2' })])).toMatchObject({
      agreements: [{ needId: 'N1.1' }],
      escalations: [{ needId: 'N1.2' }],
    });
  });

  it('was stated: a name that no check-in gave is refused', () => {
    const unknown = { code: 'need-unknown', field: 'needId', needId: 'N1.3' } as const;
    given(...owner(COO), checkedIn(named))
      .when(request('N1.3'), as(COO))
      .then(unknown);
    given(...owner(COO), checkedIn(named))
      .when({ type: 'raise-escalation', question: 'How many?', toAccountId: CTO, needId: 'N1.3' }, as(COO))
      .then(unknown);
  });

  it('written before needs had names, is told by its person and words, asked for since', () => {
    const nameless = named.map(({ accountId, what }) => ({ accountId, what }));
    expect(open(checkedIn(nameless), question())).toEqual(['Test data']);
    expect(open(checkedIn(nameless), question({ at: '2026-11-01T09:00:00.000Z' }))).toHaveLength(2);
    expect(open(checkedIn(nameless), asked('A1', { deliverable: 'Test data', at: NOW }))).toEqual([
      'Two markets or three',
    ]);
  });
});

test('a check-in whose answer was lost is not written twice, although its needs got names', () => {
  const written = checkedIn(
    submit.needs.map((need, place) => ({ id: `N1.${place + 1}`, as: 'decision' as const, ...need })),
  );
  const command = { ...submit, onTrack: false, biggestRisk: 'The vendor is slow' };
  expect(conflictSince([written], command, COO).kind).toBe('repeated');
  expect(conflictSince([written], { ...command, needs: [submit.needs[1]] }, COO).kind).toBe('fresh');
  const fewer = { ...command, needs: submit.needs.slice(0, 1) };
  expect(conflictSince([written], fewer, COO).kind).toBe('fresh');
});
