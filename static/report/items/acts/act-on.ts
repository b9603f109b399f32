import type { ActedOn, ReportItem } from '../../../../src/contract/answers';
import type { Input } from '../../../../src/contract/inputs';
import { MAX_ACTED_ON } from '../../../../src/contract/report-acts';
import { call, type Problem } from '../../../ui/call';
import type { People } from '../../../ui/person';
import type { Row } from '../../rows/row';

export type Action = Input<'report/act'>['action'];

/** What became of the items so far. */
export interface Outcome {
  readonly done: readonly ActedOn[];
  readonly refused: readonly { readonly row: Row; readonly problem: Problem }[];
  readonly items: readonly ReportItem[];
  readonly people: People;
}

const nothingYet: Outcome = { done: [], refused: [], items: [], people: {} };

/** Acts on rows, as many at once as the contract takes; tells after each call what became of them. */
export async function actOn(
  rows: readonly Row[],
  action: Action,
  tell: (outcome: Outcome) => void,
): Promise<Outcome> {
  let outcome = nothingYet;
  for (let i = 0; i < rows.length; i += MAX_ACTED_ON) {
    const some = rows.slice(i, i + MAX_ACTED_ON);
    const answer = await call('report/act', {
      items: some.map(({ item: { issueKey, seen } }) => ({ issueKey, seen })),
      action,
    });
    outcome = answer.ok
      ? withResults(outcome, some, answer.results, answer.people)
      : { ...outcome, refused: [...outcome.refused, ...some.map((row) => ({ row, problem: answer.error }))] };
    tell(outcome);
  }
  return outcome;
}

function withResults(
  before: Outcome,
  rows: readonly Row[],
  results: readonly ActedOn[],
  people: People,
): Outcome {
  const of = new Map(rows.map((row) => [row.item.issueKey, row]));
  return {
    done: [...before.done, ...results.filter(({ ok }) => ok)],
    refused: [
      ...before.refused,
      ...results.flatMap((result) => {
        const row = of.get(result.issueKey);
        // The codes in an answer are the contract's own; its schema names them no closer.
        return result.ok || !row ? [] : [{ row, problem: result.error as Problem }];
      }),
    ],
    items: [...before.items, ...results.flatMap((result) => ('item' in result ? [result.item] : []))],
    people: { ...before.people, ...people },
  };
}

/** People reminded, those who had been before, and items for which nobody else is waited for. */
export function reminded(done: readonly ActedOn[]): {
  readonly people: number;
  readonly already: number;
  readonly nobody: number;
} {
  const told = done.flatMap((one) => ('reminded' in one ? [one] : []));
  const people = new Set(told.flatMap((one) => one.reminded));
  const already = new Set(told.flatMap((one) => one.already).filter((id) => !people.has(id)));
  const nobody = told.filter((one) => one.reminded.length + one.already.length === 0).length;
  return { people: people.size, already: already.size, nobody };
}
