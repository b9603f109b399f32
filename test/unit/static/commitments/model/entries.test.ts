import fc from 'fast-check';
import type { CommitmentEntry } from '../../../../../src/contract/answers';
import { viewAgreement } from '../../../../../src/app/charter/views';
import type { Agreement } from '../../../../../src/domain/charter/agreement/agreement';
import type { Charter } from '../../../../../src/domain/charter/charter';
import { replay } from '../../../../../src/domain/charter/evolve';
import { isAnswerOverdue } from '../../../../../src/domain/notices/clocks';
import { commitmentsOf } from '../../../../../src/domain/commitments/commitments';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { offersForAgreement } from '../../../../../static/agreement-forms/model/agreement-offers';
import {
  byProgress,
  canAnswerSeveral,
  nextDue,
  offersFor,
  quickAnswer,
} from '../../../../../static/commitments/model/entries';
import { attempts, play } from '../../../../support/attempts';
import { NOW } from '../../../../support/charter-spec';
import {
  acknowledged,
  asked,
  countered,
  delivered,
  nominated,
  owner,
  renegotiated,
} from '../../../../support/events';
import { COO, people, PLATFORM } from '../../../../support/people';

/** A charter's lines for somebody who may see its work item, as the backend gives them. */
function linesOf(charter: Charter, accountId: string, now = NOW): readonly CommitmentEntry[] {
  const facts = {
    now,
    answerIsLate: (agreement: Agreement) => isAnswerOverdue(agreement, siteDefault, now),
    hasLeft: () => false,
    briefWanted: false,
    progress: null,
    checkInEveryDays: siteDefault.checkInEveryDays,
    clocks: siteDefault.clocks,
  };
  return commitmentsOf(charter, accountId, facts).yours.map(({ kind, agreement, gap: _gap, ...one }) => ({
    ...one,
    seen: 1,
    ref: `${'0'.repeat(32)}${agreement ? `:${agreement.id}` : ''}`,
    duty: kind,
    ...(agreement && { agreement: viewAgreement(agreement, charter, siteDefault, now) }),
    ...(charter.dri && { dri: charter.dri }),
  }));
}

const reader = (accountId: string, now = NOW) => ({ accountId, people, now });
const only = (accountId: string, ...history: Parameters<typeof replay>[0]): CommitmentEntry => {
  const [entry, more] = linesOf(replay(history), accountId);
  if (!entry || more) throw new Error('expected one line');
  return entry;
};

it('offers on a line what the whole charter would offer on its agreement', () => {
  fc.assert(
    fc.property(attempts, fc.constantFrom(...Object.keys(people)), (all, accountId) => {
      for (const { after, facts } of play(all)) {
        const me = { accountId, canEdit: false };
        const whole = { charter: after, people, me, item: { issueKey: 'EXP-1' }, now: facts.now };
        for (const entry of linesOf(after, accountId, facts.now)) {
          if (!entry.agreement) continue;
          expect(offersFor(entry, reader(accountId, facts.now))).toEqual(
            offersForAgreement(whole, entry.agreement),
          );
        }
      }
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['a request', only(PLATFORM, ...owner(COO), asked('A1')), PLATFORM, 'agreement/acknowledge'],
  ['a counter', only(COO, ...owner(COO), asked('A1'), countered('A1')), COO, 'agreement/accept-counter'],
  [
    'a delivery',
    only(COO, ...owner(COO), asked('A1'), acknowledged('A1'), delivered('A1')),
    COO,
    'agreement/accept-delivery',
  ],
  [
    'another date',
    only(
      COO,
      ...owner(COO),
      asked('A1'),
      acknowledged('A1'),
      renegotiated('A1', { by: PLATFORM, side: 'provider' }),
    ),
    COO,
    'agreement/answer-renegotiation',
  ],
  ['a nomination', only(COO, nominated(COO)), COO, 'dri/accept'],
])('%s is answered with a yes', (_, entry, accountId, call) => {
  expect(quickAnswer(entry, reader(accountId))?.call).toBe(call);
});

it('asks for words where a yes is not enough', () => {
  const promise = only(PLATFORM, ...owner(COO), asked('A1'), acknowledged('A1'));
  expect(quickAnswer(promise, reader(PLATFORM))).toBeNull();
  // Its day is over: it cannot be promised any more, a counter names another.
  const late = only(PLATFORM, ...owner(COO), asked('A1', { neededBy: '2026-11-20' }));
  expect(quickAnswer(late, reader(PLATFORM))).toBeNull();
});

it('offers to answer several when there are two', () => {
  const one = only(PLATFORM, ...owner(COO), asked('A1'));
  expect(canAnswerSeveral([one], reader(PLATFORM))).toBe(false);
  expect(canAnswerSeveral([one, { ...one, ref: 'another' }], reader(PLATFORM))).toBe(true);
});

it('knows the next day, and puts done work aside', () => {
  const entry = only(PLATFORM, ...owner(COO), asked('A1'), acknowledged('A1'));
  const sooner = { ...entry, dueOn: '2026-12-01' };
  const past = { ...entry, dueOn: '2026-11-20' };
  expect(nextDue([entry, past, sooner, only(COO, nominated(COO))], '2026-11-23')).toBe(sooner);
  const item = (category: 'done' | 'new') => ({
    issueKey: 'EXP-1',
    summary: 'S',
    status: { id: '1', name: 'N', category },
  });
  const done = { ...entry, item: item('done') };
  const active = { ...entry, item: item('new') };
  expect(byProgress([done, active, entry], NOW)).toEqual({ active: [active, entry], done: [done] });
  // What became of a promise is asked in plain sight for two weeks.
  const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
  const fresh = { ...done, duty: 'settle', since: daysAgo(13) } as const;
  const old = { ...done, duty: 'settle', since: daysAgo(15) } as const;
  expect(byProgress([fresh, old], NOW)).toEqual({ active: [fresh], done: [old] });
});
