import { waiverOf } from '../charter/charter';
import type { Instant } from '../values';
import { isUnderPolicy } from './coverage';
import { foundBy, isAskedAt, type Found } from './find';
import type { Finding, GateResult, Verdict, WaivedFinding } from './finding';
import type { WorkItem } from './item';
import { LISTED, RULES, type RuleId } from './rules';
import { mildest, SEVERITIES, type Checkpoint, type Mode, type Severity } from './severity';
import type { Subject } from './subject';

/** Who may leave the whole unsaid may leave a part of it unsaid. */
const coveredBy = (rule: RuleId): readonly RuleId[] => [
  rule,
  ...LISTED.flatMap(({ id, partOf }) => (id === rule && partOf !== undefined ? [partOf] : [])),
];

/** Of the steps of declaring, the one that weighs most, the first of equal ones: its waiver lets the others pass too. */
function withHeaviestDeclaring(
  found: readonly Found[],
  severityOf: (rule: RuleId) => Severity,
): readonly Found[] {
  const weight = ({ unmet }: Found): number => SEVERITIES.indexOf(severityOf(unmet.rule));
  const [first, ...others] = found.filter(({ path }) => path === 'declaring');
  const heaviest = first && others.reduce((most, step) => (weight(step) > weight(most) ? step : most), first);
  return found.filter((one) => one.path !== 'declaring' || one === heaviest);
}

interface Weighed extends Pick<Found, 'pathId'> {
  readonly finding: Finding;
}

/** One step of each path is enough to act on: the heaviest, and of equal ones the first. */
const oneOfEachPath = (sorted: readonly Weighed[]): readonly Finding[] =>
  sorted
    .filter(
      ({ pathId }, index) =>
        pathId === undefined || sorted.findIndex((one) => one.pathId === pathId) === index,
    )
    .map(({ finding }) => finding);

const moderated: Readonly<Record<Mode, (verdict: Verdict) => Verdict>> = {
  enforce: (verdict) => verdict,
  coach: (verdict) => (verdict === 'block' ? 'warn' : verdict),
  observe: () => 'pass',
};

function strictest(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'block')) return 'block';
  return findings.length > 0 ? 'warn' : 'pass';
}

/**
 * The gate: which rules of the policy a work item does not meet at a checkpoint, and what follows. Every surface that
 * shows a verdict asks this. Issue types outside the policy pass untouched, unless they start only once the item above
 * them may: then the answer is that item's, in the milder mode of the two.
 *
 * @example evaluate(subject, 'start', now).findings[0] // { rule: 'owner.missing', severity: 'block', who: [] }
 */
export function evaluate(subject: Subject, checkpoint: Checkpoint, now: Instant): GateResult {
  const { charter, item, policy, above } = subject;
  if (above && checkpoint === 'start' && !isUnderPolicy(policy, item.type)) {
    const gate = evaluate(above, checkpoint, now);
    // A project that observes or coaches has none of its items refused, whatever holds for the item above.
    const mode = mildest(policy.mode, gate.mode);
    return {
      ofAncestor: above.item.issueKey,
      ...gate,
      mode,
      ...(policy.brake && { brake: policy.brake }),
      verdict: moderated[mode](gate.strictVerdict),
    };
  }
  const waived: WaivedFinding[] = [];
  const severityOf = (rule: RuleId): Severity => policy.rules[rule][checkpoint];
  const weigh = ({ unmet, who, pathId }: Found): readonly Weighed[] => {
    const severity = severityOf(unmet.rule);
    if (severity === 'off') return [];
    const finding: Finding = { ...unmet, severity, who };
    const waiver = coveredBy(unmet.rule)
      .map((rule) => waiverOf(charter, rule, now))
      .find((one) => one !== undefined);
    if (!waiver) return [{ finding, pathId }];
    waived.push({ ...finding, waiverId: waiver.id, waivedBy: waiver.grantedBy, until: waiver.expiresAt });
    return [];
  };
  const found = isUnderPolicy(policy, item.type)
    ? RULES.filter((rule) => isAskedAt(rule, checkpoint)).flatMap((rule) => foundBy(rule, subject, now))
    : [];
  const findings = oneOfEachPath(
    withHeaviestDeclaring(found, severityOf)
      .flatMap(weigh)
      .sort((a, b) => byWeight(a.finding, b.finding)),
  );
  const strictVerdict = strictest(findings);
  return {
    checkpoint,
    mode: policy.mode,
    verdict: moderated[policy.mode](strictVerdict),
    strictVerdict,
    policyVersion: policy.version,
    ...(policy.decidedBy !== undefined && { policyOf: policy.decidedBy }),
    ...(policy.brake && { brake: policy.brake }),
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
