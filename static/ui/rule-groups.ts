import type { RuleId } from '../../src/domain/policy/rules';

/** The matrix in the three questions a reader asks; a rule missing here does not compile away, a test counts them. */
export const RULE_GROUPS = [
  {
    name: 'owner',
    rules: ['owner.missing', 'owner.shared', 'owner.not-a-person', 'owner.inactive', 'owner.not-accepted'],
  },
  {
    name: 'dependencies',
    rules: [
      'dependencies.undeclared',
      'dependencies.too-few',
      'dependency.unmapped',
      'agreement.unacknowledged',
      'agreement.countered',
      'agreement.declined',
      'agreement.overdue',
      'agreement.unconfirmed',
      'agreement.open',
      'agreement.rests-on-unacknowledged',
      'agreement.self-dealt',
      'agreement.provider-inactive',
    ],
  },
  { name: 'authority', rules: ['authority.missing', 'authority.expired'] },
  { name: 'brief', rules: ['brief.incomplete'] },
  {
    name: 'followThrough',
    rules: [
      'checkin.contradicted',
      'checkin.off-track',
      'decision.overdue',
      'escalation.unanswered',
      'checkin.stale',
    ],
  },
] as const satisfies readonly { readonly name: string; readonly rules: readonly RuleId[] }[];
