import { useState, type MutableRefObject } from 'react';
import { MAX_ANSWERS, type AnswerCall } from '../../src/contract/answer-calls';
import type { AnsweredCommitment } from '../../src/contract/answers';
import { isUnknown, nameOf, settle } from '../ui/give';
import { call, type Problem } from '../ui/call';

export interface Given {
  readonly ref: string;
  readonly call: AnswerCall;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What became of an answer: null where it was taken. */
export interface Outcome {
  readonly ref: string;
  readonly problem: Problem | null;
}

/** The codes in an answer are the contract's own; its schema names them no closer. */
const problemOf = (result: AnsweredCommitment): Problem | null =>
  result.ok ? null : (result.error as Problem);

/** Gives answers, as many at once as the contract takes, and says what became of each. */
async function give(answers: readonly Given[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let i = 0; i < answers.length; i += MAX_ANSWERS) {
    const some = answers.slice(i, i + MAX_ANSWERS);
    const names = some.map(({ call: key, input, ref }) => nameOf(key, { ...input, ref }));
    const answer = await call('commitments/answer', {
      answers: some.map((one, place) => ({ ...one, input: { ...one.input, commandId: names[place] } })),
    });
    if (answer.ok) {
      answer.results.forEach((result, place) => {
        const name = names[place];
        if (name !== undefined && !isUnknown(result)) settle(name);
      });
    }
    outcomes.push(
      ...(answer.ok
        ? answer.results.map((result) => ({ ref: result.ref, problem: problemOf(result) }))
        : some.map(({ ref }) => ({ ref, problem: answer.error }))),
    );
  }
  return outcomes;
}

/** Sends answers and looks again afterwards, whatever became of them. */
export function useAnswers(
  reload: () => Promise<void>,
  sending: MutableRefObject<boolean>,
): { readonly busy: boolean; readonly answer: (answers: readonly Given[]) => Promise<readonly Outcome[]> } {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    answer: async (answers) => {
      sending.current = true;
      setBusy(true);
      const outcomes = await give(answers);
      sending.current = false;
      setBusy(false);
      // On a broken line asking at once is no use.
      if (outcomes.some(({ problem }) => problem?.code !== 'connection-lost')) void reload();
      return outcomes;
    },
  };
}
