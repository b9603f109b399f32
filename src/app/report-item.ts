import type { ReportItem } from '../contract/answers';
import { isOpen, isPromised } from '../domain/agreement/agreement';
import type { Charter } from '../domain/charter/charter';
import { evaluateGate, nextCheckpoint } from '../domain/gate/evaluate';
import type { WorkItem } from '../domain/gate/item';
import type { Policy } from '../domain/policy/policy';
import { accountabilityTest, isAtRisk } from '../domain/report/accountability-test';
import { standingOf, type Standing } from '../domain/report/standing';
import { handoffsOf } from '../domain/report/handoffs';
import type { Instant } from '../domain/values';
import { viewClocks } from './view-clocks';
import { viewGate, type People } from './views';

export interface ReportItemFacts {
  readonly item: WorkItem;
  readonly charter: Charter;
  readonly policy: Policy;
  readonly people: People;
  /** How many entries the charter's history has. */
  readonly seen: number;
  /** How it stood a week ago; null where that is not at hand. */
  readonly lastWeek: Standing | null;
  readonly now: Instant;
}

/** One line of the report, from what is known of an item. */
export function reportItem({
  item,
  charter,
  policy,
  people,
  seen,
  lastWeek,
  now,
}: ReportItemFacts): ReportItem {
  // The item's own people may be staler than none: the page's are the union Jira just gave.
  const known = { ...item, people };
  const gate = evaluateGate({ charter, item: known, policy, checkpoint: nextCheckpoint(item), now });
  const test = accountabilityTest(charter, known, now);
  const open = charter.agreements.filter(isOpen);
  const nextNeededBy = open
    .filter(({ status }) => status !== 'accepted')
    .map(({ neededBy }) => neededBy)
    .sort()[0];
  return {
    issueKey: item.issueKey,
    summary: item.summary,
    issueType: item.issueType,
    status: item.status,
    components: item.components ?? [],
    fixVersions: item.fixVersions ?? [],
    dri: charter.dri && { accountId: charter.dri.accountId, status: charter.dri.status },
    gate: viewGate(gate, people),
    test,
    atRisk: isAtRisk(test),
    bypasses: charter.passages.filter(({ reason }) => reason === 'bypass').length,
    agreements: {
      open: open.length,
      acknowledged: open.filter(isPromised).length,
      ...(nextNeededBy !== undefined && { nextNeededBy }),
    },
    handoffs: handoffsOf(charter, item),
    ...(charter.brief && { reviewOn: charter.brief.reviewOn }),
    rung: viewClocks(charter, item, policy, now).rung,
    unanswered: standingOf(charter, known, policy, now).unanswered,
    lastWeek,
    seen,
  };
}
