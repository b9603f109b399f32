import type { AnsweredCommitment, AnswersAnswer } from '../../contract/answers';
import { readCommitmentRef } from '../../contract/commitment-ref';
import type { AnswerCall } from '../../contract/answer-calls';
import type { Refusal } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import type { AccountId, IssueKey } from '../../domain/values';
import type { InvokeAs } from '../charter/invoke-as';
import { siteDefault } from '../../domain/policy/policy';
import { nobodyKnown, standsInFor, withPresence } from '../../domain/team/presence';
import type { AwayStore } from '../away/ports';
import type { Clock } from '../ports';
import type { CommitmentRow, CommitmentStore } from './ports';

export interface GivenAnswer {
  readonly ref: string;
  readonly call: AnswerCall;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Work items answered on at the same time. */
const AT_ONCE = 5;

const missing: Refusal = {
  ok: false,
  error: { code: 'not-found', message: refusalText('not-found') },
};

export interface AnswerPorts {
  readonly commitments: Pick<CommitmentStore, 'find'>;
  readonly away: Pick<AwayStore, 'read'>;
  readonly clock: Clock;
}

/** Those of the rows that are of somebody for whom this person answers now. */
async function rowsOfAbsent(
  accountId: AccountId,
  handles: readonly string[],
  { commitments, away, clock }: AnswerPorts,
): Promise<ReadonlyMap<string, CommitmentRow>> {
  const { away: all, settings } = await away.read();
  const policy = withPresence(siteDefault, { ...nobodyKnown, away: all, settings });
  const whose = standsInFor(accountId, policy, clock.now());
  const found = await Promise.all(whose.map((one) => commitments.find(one, handles)));
  return new Map(found.flatMap((rows) => [...rows]));
}

/**
 * Several answers of one person, each on its own: what one of them is refused for stops no other.
 * Which work item an answer is about comes from the person's own row, never from what they sent.
 */
export async function answerCommitments(
  {
    accountId,
    answers,
    invokeAs,
  }: {
    readonly accountId: AccountId;
    readonly answers: readonly GivenAnswer[];
    readonly invokeAs: InvokeAs;
  },
  ports: AnswerPorts,
): Promise<AnswersAnswer> {
  const handles = answers.map(({ ref }) => readCommitmentRef(ref).handle);
  const own = await ports.commitments.find(accountId, handles);
  const others = handles.filter((handle) => !own.has(handle));
  const rows =
    others.length === 0 ? own : new Map([...own, ...(await rowsOfAbsent(accountId, others, ports))]);
  const results: AnsweredCommitment[] = new Array<AnsweredCommitment>(answers.length);
  const byItem = new Map<IssueKey, number[]>();
  answers.forEach(({ ref }, place) => {
    const row = rows.get(readCommitmentRef(ref).handle);
    if (row) byItem.set(row.issueKey, [...(byItem.get(row.issueKey) ?? []), place]);
    else results[place] = { ref, ...missing };
  });

  // On one work item in the order given: they write the same record. On different ones side by side.
  const answerItem = async ([issueKey, places]: readonly [IssueKey, readonly number[]]): Promise<void> => {
    for (const place of places) {
      const given = answers[place];
      if (given) results[place] = await answerOne(given, issueKey, invokeAs);
    }
  };
  const items = [...byItem];
  for (let i = 0; i < items.length; i += AT_ONCE) {
    await Promise.all(items.slice(i, i + AT_ONCE).map(answerItem));
  }
  return { ok: true, results };
}

async function answerOne(
  { ref, call, input }: GivenAnswer,
  issueKey: IssueKey,
  invokeAs: InvokeAs,
): Promise<AnsweredCommitment> {
  const { about } = readCommitmentRef(ref);
  const elsewhere = (['agreementId', 'escalationId', 'gapId'] as const).some(
    (name) => input[name] !== undefined && input[name] !== about[name],
  );
  if (elsewhere) return { ref, ...missing };
  const answer = await invokeAs(issueKey, call, { ...input, ...about });
  return answer.ok ? { ref, ok: true } : { ref, ...answer };
}
