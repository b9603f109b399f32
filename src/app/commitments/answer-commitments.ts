import type { AnsweredCommitment, AnswersAnswer } from '../../contract/answers';
import { readCommitmentRef } from '../../contract/commitment-ref';
import type { AnswerCall } from '../../contract/answer-calls';
import type { Refusal } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import type { AccountId, IssueKey } from '../../domain/values';
import type { InvokeAs } from '../charter/invoke-as';
import type { CommitmentStore } from './ports';

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
  { commitments }: { readonly commitments: Pick<CommitmentStore, 'find'> },
): Promise<AnswersAnswer> {
  const rows = await commitments.find(
    accountId,
    answers.map(({ ref }) => readCommitmentRef(ref).handle),
  );
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
