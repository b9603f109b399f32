import type { ReportItem } from '../../contract/answers';
import { isOpen, isPromised } from '../../domain/charter/agreement/agreement';
import type { Charter } from '../../domain/charter/charter';
import type { SeesIssue } from '../../domain/charter/hidden-issues';
import { evaluate, nextCheckpoint } from '../../domain/gate/evaluate';
import type { WorkItem } from '../../domain/gate/item';
import type { Subject } from '../../domain/gate/subject';
import { isAnswerOverdue } from '../../domain/notices/clocks';
import type { Policy } from '../../domain/policy/policy';
import {
  accountabilityTest,
  isAtRisk,
  NOT_KNOWN,
} from '../../domain/report/accountability/accountability-test';
import { saidOnTrack } from '../../domain/charter/check-in/off-track';
import { checkInSummary } from '../../domain/report/accountability/check-in-stand';
import { snapshotLastWeek } from '../../domain/report/accountability/last-week';
import { handoffsOf } from '../../domain/report/handoffs/item-handoffs';
import { compareInstants, utcDate } from '../../domain/time/time';
import type { Instant } from '../../domain/values';
import type { StoredCharter } from '../charter/ports';
import { historyLength } from '../charter/revision';
import { subjectFor, unseenBeside } from '../subject/subject-for';
import { viewClocks, viewGate, type People } from '../charter/views';

export interface ReportItemFacts {
  /** The item as Jira shows it to the reader. */
  readonly item: WorkItem;
  /** The item as the app read it; null where the app may not see it. */
  readonly subject: Subject | null;
  readonly charter: Charter;
  /** Null where nothing was ever written. */
  readonly recorded: Pick<StoredCharter, 'charter' | 'history' | 'earlier'> | null;
  readonly policy: Policy;
  readonly people: People;
  /** Which of the providers' own issues the reader may see. */
  readonly sees: SeesIssue;
  readonly now: Instant;
}

/** What is reckoned of an item; without the app's reading of it, nothing is. */
function verdictOf(
  subject: Subject | null,
  item: WorkItem,
  { recorded, people, now }: ReportItemFacts,
): Pick<ReportItem, 'gate' | 'gateUnknown' | 'waitsUnseen' | 'restsUnseen' | 'test' | 'atRisk' | 'lastWeek'> {
  if (!subject) {
    return { gate: null, gateUnknown: 'app-may-not-see', test: NOT_KNOWN, atRisk: false, lastWeek: null };
  }
  const visible = subjectFor(subject, item);
  const test = accountabilityTest(visible, now);
  return {
    gate: viewGate(evaluate(visible, nextCheckpoint(visible.item), now), people, utcDate(now)),
    ...unseenBeside(subject, item),
    test,
    atRisk: isAtRisk(test),
    lastWeek: recorded && snapshotLastWeek(recorded, visible, now),
  };
}

/** One line of the report, from what is known of an item. */
export function reportItem(facts: ReportItemFacts): ReportItem {
  const { item, subject, charter, recorded, policy, now } = facts;
  const open = charter.agreements.filter(isOpen);
  const nextNeededBy = open
    .filter(({ status }) => status !== 'accepted')
    .map(({ neededBy }) => neededBy)
    .sort()[0];
  return {
    issueKey: item.issueKey,
    summary: item.summary,
    issueType: item.issueType,
    issueTypeLevel: item.type.level,
    status: item.status,
    components: item.components ?? [],
    fixVersions: item.fixVersions ?? [],
    dri: charter.dri && { accountId: charter.dri.accountId, status: charter.dri.status },
    ...verdictOf(subject, item, facts),
    vital: charter.vital !== undefined,
    bypasses: charter.passages.filter(({ reason }) => reason === 'bypass').length,
    agreements: {
      open: open.length,
      acknowledged: open.filter(isPromised).length,
      ...(nextNeededBy !== undefined && { nextNeededBy }),
    },
    handoffs: handoffsOf(charter, item, policy, facts.sees),
    ...(charter.brief && { reviewOn: charter.brief.reviewOn }),
    rung: viewClocks(charter, item, policy, now).rung,
    unanswered: charter.agreements.filter((agreement) => isAnswerOverdue(agreement, policy, now)).length,
    onTrack: saidOnTrack(charter, policy.checkInEveryDays, now),
    checkIn: checkInSummary(charter),
    review: charter.review,
    lookBacks: charter.agreements
      .flatMap(({ id, deliverable, debrief }) =>
        debrief ? [{ ...debrief, agreementId: id, what: deliverable }] : [],
      )
      .sort((a, b) => compareInstants(b.at, a.at)),
    seen: recorded ? historyLength(recorded) : 0,
  };
}
