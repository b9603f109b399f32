import type { Unmet } from '../../src/domain/gate/finding';
import type { RuleId } from '../../src/domain/policy/rules';
import { CTO, COO, OPS, PLATFORM } from './people';

const agreement = { agreementId: 'A1', deliverable: 'A staging cluster', provider: PLATFORM };

/** Every shape a finding's facts can take, by rule. */
export const samples: { readonly [R in RuleId]: readonly Extract<Unmet, { rule: R }>[] } = {
  'owner.missing': [
    { rule: 'owner.missing' },
    { rule: 'owner.missing', declinedBy: COO },
    { rule: 'owner.missing', declinedBy: COO, suggested: OPS },
    { rule: 'owner.missing', declinedBy: COO, handedBack: false },
    { rule: 'owner.missing', declinedBy: COO, handedBack: true },
    { rule: 'owner.missing', declinedBy: COO, handedBack: true, suggested: OPS },
  ],
  'owner.shared': [
    { rule: 'owner.shared', people: [COO, CTO], others: [], fieldName: 'Leads' },
    { rule: 'owner.shared', people: [COO, CTO, OPS], others: ['Platform team'], fieldName: 'Leads' },
    { rule: 'owner.shared', people: [], others: ['Platform team', 'Ops team'], fieldName: 'Leads' },
    { rule: 'owner.shared', people: [COO, CTO], others: [], fieldName: 'Assignee', dri: COO },
    { rule: 'owner.shared', people: [COO], others: ['Platform team'], fieldName: 'Lead', dri: COO },
  ],
  'owner.not-a-person': [{ rule: 'owner.not-a-person', name: 'Deploy Bot' }],
  'owner.inactive': [
    { rule: 'owner.inactive', accountId: COO },
    { rule: 'owner.inactive', accountId: COO, lostAccess: true },
  ],
  'owner.not-accepted': [
    { rule: 'owner.not-accepted', accountId: COO, nominated: true, since: '2026-11-20T08:00:00.000Z' },
    { rule: 'owner.not-accepted', accountId: COO, nominated: false },
  ],
  'dependency.unmapped': [
    { rule: 'dependency.unmapped', issueKey: 'PLAT-1', summary: 'Second region' },
    { rule: 'dependency.unmapped', hidden: true },
  ],
  'agreement.declined': [
    { rule: 'agreement.declined', ...agreement, alternative: OPS },
    { rule: 'agreement.declined', ...agreement, availableFrom: '2027-01-11' },
    { rule: 'agreement.declined', ...agreement, alternative: OPS, availableFrom: '2027-01-11' },
  ],
  'agreement.countered': [{ rule: 'agreement.countered', ...agreement, committedBy: '2026-12-11' }],
  'agreement.unacknowledged': [{ rule: 'agreement.unacknowledged', ...agreement, neededBy: '2026-12-04' }],
  'agreement.provider-inactive': [{ rule: 'agreement.provider-inactive', ...agreement }],
  'agreement.self-dealt': [{ rule: 'agreement.self-dealt', ...agreement }],
  'agreement.overdue': [{ rule: 'agreement.overdue', ...agreement, committedBy: '2026-12-04' }],
  'agreement.unconfirmed': [
    {
      rule: 'agreement.unconfirmed',
      ...agreement,
      committedBy: '2027-03-31',
      since: '2026-11-02T09:00:00.000Z',
    },
  ],
  'agreement.rests-on-unacknowledged': [{ rule: 'agreement.rests-on-unacknowledged', ...agreement }],
  'agreement.open': (['requested', 'countered', 'acknowledged', 'delivered', 'declined'] as const).map(
    (status) => ({ rule: 'agreement.open', ...agreement, status }),
  ),
  'dependencies.undeclared': [{ rule: 'dependencies.undeclared' }],
  'dependencies.too-few': [
    { rule: 'dependencies.too-few', have: 0, need: 2 },
    { rule: 'dependencies.too-few', have: 1, need: 2 },
    { rule: 'dependencies.too-few', have: 9, need: 10 },
  ],
  'authority.missing': [{ rule: 'authority.missing' }, { rule: 'authority.missing', accountId: COO }],
  'authority.expired': [{ rule: 'authority.expired', accountId: COO, expiresOn: '2026-11-20' }],
  'brief.incomplete': [{ rule: 'brief.incomplete' }],
  'checkin.contradicted': [0, 2].map((others) => ({
    rule: 'checkin.contradicted',
    accountId: COO,
    at: '2026-11-20T08:00:00.000Z',
    agreementId: 'A1',
    deliverable: 'A staging cluster',
    others,
  })),
  'checkin.off-track': [
    {
      rule: 'checkin.off-track',
      accountId: COO,
      at: '2026-11-20T08:00:00.000Z',
      risk: 'The vendor is slow',
    },
  ],
  'decision.overdue': [
    {
      rule: 'decision.overdue',
      escalationId: 'E1',
      question: 'Do we launch without the second region?',
      toAccountId: CTO,
      due: '2026-11-21T08:00:00.000Z',
    },
  ],
  'escalation.unanswered': [
    {
      rule: 'escalation.unanswered',
      escalationId: 'E1',
      question: 'Do we launch without the second region?',
      toAccountId: CTO,
      since: '2026-11-20T08:00:00.000Z',
    },
  ],
  'checkin.stale': [{ rule: 'checkin.stale', accountId: COO, due: '2026-11-20T08:00:00.000Z' }],
};

export const everySample: readonly Unmet[] = Object.values(samples).flat();
