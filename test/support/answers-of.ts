import { toEntry } from '../../src/app/commitments/entry';
import { viewGate, viewClocks } from '../../src/app/charter/views';
import { reportItem } from '../../src/app/report/row';
import { moveSubject, wordMove } from '../../src/contract/wording/moves';
import { namesFrom } from '../../src/contract/wording/names';
import { wordNotice } from '../../src/contract/wording/notices';
import { wordLozenge } from '../../src/contract/wording/lozenge';
import type { CharterEvent } from '../../src/domain/charter/events';
import { replay } from '../../src/domain/charter/evolve';
import { commitmentsOf } from '../../src/domain/commitments/commitments';
import { fieldValues } from '../../src/domain/fields/field-values';
import { evaluate } from '../../src/domain/gate/evaluate';
import type { WorkItem } from '../../src/domain/gate/item';
import { reachedSteps, isAnswerOverdue } from '../../src/domain/notices/clocks';
import { promptsOf } from '../../src/domain/notices/moves';
import { siteDefault } from '../../src/domain/policy/policy';
import { checkInStand } from '../../src/domain/report/accountability/check-in-stand';
import { lozengeStateOf } from '../../src/domain/report/accountability/lozenge';
import { summaryOf } from '../../src/domain/report/accountability/summary';
import { handoffsOf } from '../../src/domain/report/handoffs/handoffs';
import { evidenceOf } from '../../src/domain/report/indicators/evidence';
import { weekOf } from '../../src/domain/report/indicators/weeks';
import { addDays, utcDate, type Instant } from '../../src/domain/time/time';
import type { AccountId } from '../../src/domain/values';
import { epic } from './items';
import { people } from './people';
import { subjectWith } from './subject';

/** As who looks at it days later, at work that goes on and at work that has not begun. */
const LATER = [0, 2, 9, 40] as const;

const statuses: readonly WorkItem['status'][] = [
  { id: '1', name: 'To Do', category: 'new' },
  { id: '3', name: 'In Progress', category: 'indeterminate' },
];

const name = namesFrom(people);
const LEAD = 'u-lead';

function mails(history: readonly CharterEvent[], at: Instant): readonly unknown[] {
  const charter = replay(history);
  const past = { charter, history, earlier: 0 };
  const facts = (reader: AccountId) => ({ charter, reader, zone: 'UTC', now: at, seesItem: true, name });
  return [
    ...promptsOf(past, at).map((prompt) => {
      const about = { ...facts(prompt.who ?? LEAD), prompt };
      return [prompt.who, moveSubject('EXP-1', about, 1), wordMove(about)];
    }),
    ...reachedSteps(charter, siteDefault, at).flatMap((step) =>
      step.tell.map((audience) => [audience, wordNotice({ ...facts(step.asked ?? ''), step })]),
    ),
  ];
}

function commitments(history: readonly CharterEvent[], item: WorkItem, now: Instant): readonly unknown[] {
  const charter = replay(history);
  const facts = {
    now,
    answerIsLate: (agreement: Parameters<typeof isAnswerOverdue>[0]) =>
      isAnswerOverdue(agreement, siteDefault, now),
    hasLeft: () => false,
    briefWanted: true,
    progress: item.status.category,
    checkInEveryDays: siteDefault.checkInEveryDays,
    clocks: siteDefault.clocks,
  };
  return Object.keys(people).flatMap((accountId) => {
    const row = { handle: 'h', accountId, issueKey: item.issueKey, issueId: item.issueId };
    const place = { row, charter, revision: 0, policy: siteDefault, issueSummary: item };
    const { yours, awaited } = commitmentsOf(charter, accountId, facts);
    return [...yours, ...awaited].map((one) => [accountId, toEntry(one, place, accountId, () => true, now)]);
  });
}

/**
 * Everything that is said of a work item by its history, save the history itself and the charter as a form takes it:
 * verdicts, the report's row, figures, My commitments, mails, fields, lozenge.
 */
export function answersOf(history: readonly CharterEvent[], at: Instant): string {
  const charter = replay(history);
  const all = statuses.flatMap((status) =>
    LATER.map((days) => {
      const now = addDays(at, days);
      const item = epic({ status });
      const subject = subjectWith({ item, charter, policy: siteDefault });
      const gates = (['start', 'finish'] as const).map((checkpoint) => evaluate(subject, checkpoint, now));
      const state = lozengeStateOf(subject, gates[0] ?? evaluate(subject, 'start', now), null);
      const recorded = { charter, history, earlier: 0 };
      const sees = () => true;
      return [
        gates.map((gate) => viewGate(gate, people, utcDate(now))),
        fieldValues(subject, now),
        viewClocks(charter, item, siteDefault, now),
        checkInStand(charter, item, siteDefault, now),
        state && wordLozenge(state, utcDate(now)),
        reportItem({
          item,
          subject,
          charter,
          recorded,
          policy: siteDefault,
          people,
          sees,
          now,
        }),
        summaryOf(subject, now, sees),
        handoffsOf({ charter, history }, item, siteDefault, now, { accountId: 'u-coo', sees }),
        evidenceOf({ history, earlier: 0, closed: false }, [weekOf(at)], siteDefault),
        commitments(history, item, now),
        mails(history, now),
      ];
    }),
  );
  return JSON.stringify(all);
}
