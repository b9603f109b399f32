import { authorityOf, waiverOf } from '../charter/charter';
import { todayOfDri } from '../charter/ownership/dri-zone';
import { isUnderPolicy } from '../policy/scope';
import type { AccountId, Instant } from '../values';
import { declaringFindings, dependencyFindings, openFindings } from './dependency-rules';
import type { Finding, GateResult, Unmet, Verdict, WaivedFinding } from './finding';
import { followThroughFindings, questionFindings } from './follow-through-rules';
import type { WorkItem } from './item';
import type { Subject } from './subject';
import { ownerFindings } from './owner-rules';
import { RULES, SEVERITIES, type Checkpoint, type Mode, type RuleId, type Severity } from '../policy/rules';

/** Asked of every item alike, owned or not: an acceptance must never bring a finding that was not there before. */
function authorityFindings({ charter, policy }: Subject, now: Instant): readonly Unmet[] {
  const accountId = charter.dri?.accountId;
  const state = authorityOf(charter, todayOfDri(charter, policy, now));
  if (state === 'missing')
    return [{ rule: 'authority.missing', ...(accountId !== undefined && { accountId }) }];
  const expiresOn = charter.authority?.expiresOn;
  return state === 'expired' && accountId !== undefined && expiresOn !== undefined
    ? [{ rule: 'authority.expired', accountId, expiresOn }]
    : [];
}

/** Who can make the finding go away; empty where anyone who may edit the item can. */
function whoActs(unmet: Unmet, dri: AccountId | undefined): readonly AccountId[] {
  switch (unmet.rule) {
    case 'owner.shared':
      return unmet.people;
    case 'owner.not-accepted':
      return unmet.nominated ? [unmet.accountId] : [];
    case 'agreement.unacknowledged':
    case 'agreement.overdue':
    case 'agreement.unconfirmed':
    case 'agreement.rests-on-unacknowledged':
      return [unmet.provider];
    case 'agreement.open':
      if (unmet.status === 'requested' || unmet.status === 'acknowledged') return [unmet.provider];
      return dri ? [dri] : [];
    case 'dependency.unmapped':
    case 'dependencies.undeclared':
    case 'dependencies.too-few':
    case 'agreement.declined':
    case 'agreement.countered':
    case 'agreement.provider-inactive':
    case 'brief.incomplete':
    case 'agreement.self-dealt':
      return dri ? [dri] : [];
    case 'owner.missing':
    case 'owner.not-a-person':
    case 'owner.inactive':
    case 'authority.missing':
    case 'authority.expired':
      return [];
    case 'escalation.unanswered':
    case 'decision.overdue':
      return [unmet.toAccountId];
    case 'checkin.contradicted':
    case 'checkin.off-track':
    case 'checkin.stale':
      return [unmet.accountId];
  }
}

/** The step of a path that weighs most, the first of equal ones; none where every step is off. */
function heaviest(steps: readonly Unmet[], severityOf: (rule: RuleId) => Severity): readonly Unmet[] {
  const weight = ({ rule }: Unmet): number => SEVERITIES.indexOf(severityOf(rule));
  const [first, ...others] = steps;
  return first ? [others.reduce((most, step) => (weight(step) > weight(most) ? step : most), first)] : [];
}

/** Who may leave everything unsaid may leave a part of it unsaid. */
const coveredBy = (rule: RuleId): readonly RuleId[] =>
  rule === 'dependencies.too-few' ? [rule, 'dependencies.undeclared'] : [rule];

const moderated: Readonly<Record<Mode, (verdict: Verdict) => Verdict>> = {
  enforce: (verdict) => verdict,
  coach: (verdict) => (verdict === 'block' ? 'warn' : verdict),
  observe: () => 'pass',
};

/**
 * The gate: which rules of the policy a work item does not meet at a checkpoint, and what follows. Every surface that
 * shows a verdict asks this. Issue types outside the policy pass untouched, unless they start only once the item above
 * them may: then the answer is that item's.
 *
 * @example evaluate(subject, 'start', now).findings[0] // { rule: 'owner.missing', severity: 'block', who: [] }
 */
export function evaluate(subject: Subject, checkpoint: Checkpoint, now: Instant): GateResult {
  const { charter, item, policy, above } = subject;
  if (above && checkpoint === 'start' && !isUnderPolicy(policy, item.type)) {
    return { ofAncestor: above.item.issueKey, ...evaluate(above, checkpoint, now) };
  }
  const waived: WaivedFinding[] = [];
  const severityOf = (rule: RuleId): Severity => policy.rules[rule][checkpoint];
  const weighed = (unmet: readonly Unmet[]): readonly Finding[] =>
    unmet
      .flatMap((one): Finding[] => {
        const severity = severityOf(one.rule);
        if (severity === 'off') return [];
        const finding: Finding = { ...one, severity, who: whoActs(one, charter.dri?.accountId) };
        const waiver = coveredBy(one.rule)
          .map((rule) => waiverOf(charter, rule, now))
          .find((one) => one !== undefined);
        if (!waiver) return [finding];
        waived.push({ ...finding, waiverId: waiver.id, waivedBy: waiver.grantedBy, until: waiver.expiresAt });
        return [];
      })
      .sort(byWeight);
  const findings = isUnderPolicy(policy, item.type)
    ? [
        // One step of the owner's path is enough to act on: the heaviest, so that a rule that is off or warns hides none that blocks.
        ...weighed(ownerFindings(subject)).slice(0, 1),
        ...weighed(dependencyFindings(subject, now)),
        ...weighed(checkpoint === 'finish' ? openFindings(charter) : []),
        ...weighed(heaviest(declaringFindings(subject), severityOf)),
        ...weighed(authorityFindings(subject, now)),
        ...weighed(charter.brief ? [] : [{ rule: 'brief.incomplete' }]),
        ...weighed(followThroughFindings(charter, item, policy.checkInEveryDays, now)),
        ...questionFindings(charter, policy, now).flatMap((steps) => weighed(steps).slice(0, 1)),
      ].sort(byWeight)
    : [];
  const strictVerdict: Verdict = findings.some(({ severity }) => severity === 'block')
    ? 'block'
    : findings.length > 0
      ? 'warn'
      : 'pass';
  return {
    checkpoint,
    mode: policy.mode,
    verdict: moderated[policy.mode](strictVerdict),
    strictVerdict,
    policyVersion: policy.version,
    ...(policy.decidedBy !== undefined && { policyOf: policy.decidedBy }),
    findings,
    waived: waived.sort(byWeight),
  };
}

/** Blocking findings first, then the order of the rules. */
const byWeight = (a: Finding, b: Finding): number =>
  Number(b.severity === 'block') - Number(a.severity === 'block') ||
  RULES.indexOf(a.rule) - RULES.indexOf(b.rule);

/** The checkpoint a work item meets next, by Jira's status category. */
export const nextCheckpoint = (item: WorkItem): Checkpoint =>
  item.status.category === 'new' ? 'start' : 'finish';
