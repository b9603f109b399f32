import type { ReportItem } from '../../../src/contract/answers';
import type { AccountId, PersonFact } from '../../../src/domain/values';

/** One line of the report: an item with what sorting and searching ask for again and again. */
export interface Row {
  readonly item: ReportItem;
  /** The two parts of `EXP-12`, because keys sort by number and collating them is slow. */
  readonly project: string;
  readonly number: number;
  /** Null where nobody is nominated; `undefined` names are never shown, an unknown account is `''`. */
  readonly driName: string | null;
  readonly driPerson: PersonFact | null;
  readonly findings: number;
  readonly blocking: number;
  /** How many of the three questions are answered with no. */
  readonly noes: number;
  /** Everything the search looks at, folded. */
  readonly text: string;
}

/** Case and accents do not matter to a search. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

export function toRow(item: ReportItem, people: Readonly<Record<AccountId, PersonFact>>): Row {
  const { dri, gate, test } = item;
  const driPerson = dri ? (people[dri.accountId] ?? null) : null;
  const driName = dri ? (driPerson?.displayName ?? '') : null;
  const dash = item.issueKey.lastIndexOf('-');
  const sentences = gate.findings.flatMap(({ what, next }) => [what, next]);
  return {
    item,
    project: item.issueKey.slice(0, dash),
    number: Number(item.issueKey.slice(dash + 1)),
    driName,
    driPerson,
    findings: gate.findings.length,
    blocking: gate.findings.filter(({ severity }) => severity === 'block').length,
    noes: Object.values(test).filter((light) => light === 'no').length,
    text: fold([item.issueKey, item.summary, item.status.name, driName ?? '', ...sentences].join('\n')),
  };
}
