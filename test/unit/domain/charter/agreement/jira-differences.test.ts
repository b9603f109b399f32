import fc from 'fast-check';
import type { AgreementStatus } from '../../../../../src/domain/charter/agreement/agreement';
import {
  jiraDifferences,
  type IssueFacts,
} from '../../../../../src/domain/charter/agreement/jira-differences';
import { replay } from '../../../../../src/domain/charter/evolve';
import { charter } from '../../../../support/arbitraries';
import { upTo } from '../../../../support/life';
import { COO, OPS, PLATFORM } from '../../../../support/people';

function agreementIn(status: AgreementStatus) {
  const [agreement] = replay(upTo[status]).agreements;
  if (!agreement) throw new Error('no agreement');
  return agreement;
}
const kinds = (status: AgreementStatus, issue?: IssueFacts, due?: string) =>
  jiraDifferences(agreementIn(status), issue, due).map(({ kind }) => kind);

const begun: IssueFacts = { category: 'indeterminate', assignee: PLATFORM };
const done: IssueFacts = { category: 'done', assignee: OPS };
const elsewhere: IssueFacts = { category: 'new', assignee: OPS };

describe('what Jira tells otherwise of the issue behind an agreement', () => {
  it.each<[AgreementStatus, string[], string[], string[]]>([
    ['requested', ['begun-unanswered'], ['done-undelivered'], ['assigned-elsewhere']],
    ['countered', ['begun-unanswered'], ['done-undelivered'], ['assigned-elsewhere']],
    ['declined', [], ['done-undelivered'], ['assigned-elsewhere']],
    ['acknowledged', [], ['done-undelivered'], []],
    ['delivered', [], [], []],
    ['accepted', [], [], []],
    ['withdrawn', [], [], []],
  ])('%s: begun %j, done %j, assigned to another %j', (status, ...expected) => {
    expect([kinds(status, begun), kinds(status, done), kinds(status, elsewhere)]).toEqual(expected);
  });

  it('is nothing while the issue waits with who was asked, or with nobody', () => {
    expect(kinds('requested', { category: 'new', assignee: PLATFORM })).toEqual([]);
    expect(kinds('requested', { category: 'new' })).toEqual([]);
    expect(kinds('requested')).toEqual([]);
  });
});

describe('the day of an agreement and the day of the work', () => {
  it('differ where the work is due earlier than what stands between both sides', () => {
    const { neededBy } = agreementIn('requested');
    expect(kinds('requested', undefined, neededBy)).toEqual([]);
    expect(jiraDifferences(agreementIn('requested'), undefined, '2026-12-01')).toEqual([
      { kind: 'due-before', due: '2026-12-01' },
    ]);
    expect(kinds('acknowledged', undefined, '2026-12-01')).toEqual(['due-before']);
    const offered = agreementIn('countered');
    if (offered.status !== 'countered') throw new Error('not countered');
    expect(kinds('countered', undefined, offered.counter.committedBy)).toEqual([]);
  });

  it('are not held against each other while another day is talked about, or after the delivery', () => {
    const agreement = agreementIn('acknowledged');
    if (agreement.status !== 'acknowledged') throw new Error('not acknowledged');
    const renegotiation = {
      proposedBy: COO,
      side: 'requester',
      committedBy: '2026-12-02',
      reason: 'Earlier',
      at: agreement.acknowledgedAt,
    } as const;
    expect(jiraDifferences({ ...agreement, renegotiation }, undefined, '2026-12-01')).toEqual([]);
    expect(kinds('delivered', undefined, '2026-12-01')).toEqual([]);
  });
});

test('no play of a charter is asked about a day that is not earlier, or of an assignee who was asked', () => {
  const issue = fc.record({
    category: fc.constantFrom('new' as const, 'indeterminate' as const, 'done' as const),
    assignee: fc.constantFrom(undefined, COO, OPS, PLATFORM),
  });
  const day = fc.constantFrom(undefined, '2026-11-25', '2026-12-10', '2027-02-01');
  fc.assert(
    fc.property(charter, issue, day, ({ agreements }, facts, due) => {
      for (const agreement of agreements) {
        const found = jiraDifferences(agreement, facts, due);
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
        for (const difference of found) {
          const days = [agreement.neededBy, ...('committedBy' in agreement ? [agreement.committedBy] : [])];
          if (difference.kind === 'due-before' && agreement.status !== 'countered')
            expect(days.some((other) => difference.due < other)).toBe(true);
          if (difference.kind === 'assigned-elsewhere')
            expect(difference.assignee).not.toBe(agreement.providerAccountId);
        }
        if (['delivered', 'accepted', 'withdrawn'].includes(agreement.status)) expect(found).toEqual([]);
      }
    }),
  );
});
