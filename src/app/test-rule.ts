import type { RuleTestAnswer } from '../contract/answers';
import { CallRefused } from '../contract/refusal';
import { refusalWords } from '../contract/wording/refusals';
import { wordFinding } from '../contract/wording/findings';
import { namesFrom } from '../contract/wording/names';
import { refusedTransition } from '../contract/wording/refused-transition';
import { evaluateGate } from '../domain/gate/evaluate';
import type { Finding, GateResult } from '../domain/gate/finding';
import type { WorkItem } from '../domain/gate/item';
import { isWorkItem, tighten, type TransitionRule } from '../domain/policy/policy';
import { completePeople } from './charter-answer';
import type { ItemScope } from './item-scope';
import { parentGate } from './parent-gate';
import type { IssueKey } from '../domain/values';
import type { CharterStore, Clock, Jira, Viewer } from './ports';

export interface RuleTestPorts {
  readonly jira: Pick<Jira, 'workItem' | 'people'>;
  readonly charters: Pick<CharterStore, 'read'>;
  readonly clock: Clock;
}

/** What becomes of the move, in the terms of whoever configures the rule. */
function outcomeOf({ verdict, strictVerdict, mode, waived }: GateResult): RuleTestAnswer['outcome'] {
  if (verdict === 'block') return 'refused';
  if (strictVerdict === 'block') return mode === 'coach' ? 'told' : 'recorded';
  return waived.some(({ severity }) => severity === 'block') ? 'waived' : 'passes';
}

const toldFindings = (outcome: RuleTestAnswer['outcome'], gate: GateResult): readonly Finding[] => {
  if (outcome === 'waived') return gate.waived;
  return outcome === 'told' || outcome === 'recorded'
    ? gate.findings.filter(({ severity }) => severity === 'block')
    : [];
};

/**
 * What a transition with this rule would answer for a work item now, read as the user. Nothing is written.
 *
 * @throws CallRefused `not-found` where the gate asked is that of an item above which the user may not see; Unavailable.
 */
export async function testRule(
  scope: ItemScope & { readonly item: WorkItem },
  rule: TransitionRule,
  { jira, charters, clock }: RuleTestPorts,
): Promise<RuleTestAnswer> {
  const own = { item: scope.item, stored: scope.stored, policy: tighten(scope.policy, rule) };
  const asUser = {
    jira: {
      async workItem(_viewer: Viewer, issueKey: IssueKey) {
        const above = await jira.workItem('user', issueKey);
        if (!above) throw new CallRefused({ code: 'not-found', message: refusalWords['not-found'] });
        return above;
      },
    },
    charters,
  };
  const { item, stored, policy, child } = await parentGate(own, rule, asUser);
  const { issueKey, summary } = scope.item;
  const about = { ok: true, issueKey, summary, mode: policy.mode } as const;
  if (!isWorkItem(policy, item.issueType)) return { ...about, outcome: 'untouched', lines: [] };
  const gate = evaluateGate({
    charter: stored.charter,
    item,
    policy,
    checkpoint: rule.checkpoint,
    now: clock.now(),
  });
  const outcome = outcomeOf(gate);
  const name = namesFrom(await completePeople(stored, item.people, jira));
  const lines =
    outcome === 'refused'
      ? refusedTransition(item.issueKey, gate, name, child).split('\n')
      : toldFindings(outcome, gate).map((finding) => {
          const { what, next } = wordFinding(finding, name);
          return outcome === 'waived' ? what : `${what} ${next}`;
        });
  return { ...about, outcome, lines };
}
