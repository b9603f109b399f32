import type {
  AgreementView,
  CharterAnswer,
  CharterView,
  FindingView,
  GateView,
  ItemClocks,
} from '../../contract/answers';
import { wordFinding, wordRuleOf, type Place } from '../../contract/wording/findings';
import { namesFrom } from '../../contract/wording/names';
import { isOverdue, type Agreement } from '../../domain/charter/agreement/agreement';
import type { Charter } from '../../domain/charter/charter';
import { reachOf } from '../../domain/charter/reach';
import { reachedSteps, reachedStepsFor, isAnswerOverdue } from '../../domain/notices/clocks';
import { isUndecided } from '../../domain/charter/escalation/escalation';
import type { Step } from '../../domain/notices/steps';
import { concerns, highest, asReachedStep, type ReachedStep } from '../../domain/notices/steps-by-cause';
import { nextCheckInAt } from '../../domain/charter/check-in/off-track';
import type { Finding, GateResult } from '../../domain/gate/finding';
import type { WorkItem } from '../../domain/gate/item';
import type { Policy } from '../../domain/policy/policy';
import { undoableBy, undoneBy } from '../../domain/charter/undo/slips';
import type { AgreementId } from '../../domain/ids';
import type { AccountId, Instant, IsoDate } from '../../domain/values';
import { byAccount, type People } from '../subject/read-people';

export { byAccount, type People };

/** How many of a kind there are is another item's affair. */
const eachRuleOnce = (findings: readonly Finding[]): readonly Finding[] =>
  [...new Map([...findings].reverse().map((finding) => [finding.rule, finding])).values()].reverse();

export function viewGate(gate: GateResult, people: People, today: IsoDate, place?: Place): GateView {
  const reader = { name: namesFrom(people), today };
  const { ofAncestor } = gate;
  const view = (finding: Finding): FindingView =>
    ofAncestor === undefined
      ? {
          rule: finding.rule,
          severity: finding.severity,
          who: finding.who,
          ...wordFinding(finding, reader, place),
          finding,
        }
      : {
          rule: finding.rule,
          severity: finding.severity,
          who: [],
          ...wordRuleOf(ofAncestor, finding),
        };
  return {
    ...gate,
    findings: (ofAncestor === undefined ? gate.findings : eachRuleOnce(gate.findings)).map(view),
    // Who waived what on another item is that item's affair.
    waived: (ofAncestor === undefined ? gate.waived : []).map(
      ({ waiverId, waivedBy, until, ...finding }) => ({
        ...view(finding),
        waiverId,
        waivedBy,
        until,
      }),
    ),
  };
}

/** The highest of some steps, as screens show it. */
export function viewReachedStep(
  steps: readonly Step[],
  charter: Charter,
  policy: Policy,
): ReachedStep | null {
  const step = highest(steps);
  return step ? asReachedStep(step, charter, policy) : null;
}

/** Where the work stands; null where nobody asked Jira. */
type Category = WorkItem['status']['category'] | null;

/** Of what has run out, what still matters to an item that stands there. */
const stillMatter = (steps: readonly Step[], category: Category): readonly Step[] =>
  steps.filter((step) => category === null || concerns(step, category));

/** An agreement with what its clocks say; `category` is where the work stands. */
export function viewAgreement(
  agreement: Agreement,
  charter: Charter,
  policy: Policy,
  now: Instant,
  category: Category = null,
): AgreementView {
  const own = stillMatter(reachedStepsFor(agreement.id, charter, policy, now), category);
  return {
    ...agreement,
    overdue: isOverdue(agreement, now),
    acknowledgementOverdue: isAnswerOverdue(agreement, policy, now),
    rung: viewReachedStep(own, charter, policy),
    reached: reachOf(agreement),
  };
}

/**
 * An agreement for its provider who may not see the work item: who else is told of it is not theirs to know, nor what
 * the DRI said in a check-in.
 */
export function viewOwnAgreement(
  agreement: Agreement,
  charter: Charter,
  policy: Policy,
  now: Instant,
  category: Category = null,
): AgreementView {
  const {
    rung: step,
    needId: _need,
    walkedThrough: _said,
    ...view
  } = viewAgreement(agreement, charter, policy, now, category);
  const told = step?.told.filter(({ accountId }) => accountId === agreement.providerAccountId) ?? [];
  return { ...view, rung: step && { ...step, told } };
}

export function viewCharter(
  charter: Charter,
  policy: Policy,
  now: Instant,
  category: Category = null,
): CharterView {
  const { slips: _slips, ...shown } = charter;
  return {
    ...shown,
    agreements: charter.agreements.map((agreement) =>
      viewAgreement(agreement, charter, policy, now, category),
    ),
  };
}

/** What a reader can undo now, of one agreement where that is named; nothing is said where it is nothing. */
export function viewUndo(
  charter: Charter,
  accountId: AccountId,
  now: Instant,
  only?: AgreementId,
): Pick<CharterAnswer, 'undo'> {
  const undo = undoableBy(charter, accountId, now, only).map(({ at, step, agreementId }) => ({
    ...(agreementId !== undefined && { agreementId }),
    step,
    until: undoneBy(at),
  }));
  return undo.length === 0 ? {} : { undo };
}

/** What the clocks say of a work item, as screens show it. */
export function viewClocks(charter: Charter, { status }: WorkItem, policy: Policy, now: Instant): ItemClocks {
  const steps = stillMatter(reachedSteps(charter, policy, now), status.category);
  return {
    nextCheckInAt: nextCheckInAt(charter, policy.checkInEveryDays),
    questions: charter.escalations.filter(isUndecided).map(({ id }) => id),
    rung: viewReachedStep(steps, charter, policy),
  };
}
