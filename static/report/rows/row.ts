import type { ReportItem } from '../../../src/contract/answers';
import { riskOf } from '../../../src/domain/report/accountability/risk';
import { sideKey, type Side } from '../../../src/domain/team/side';
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
  /** Whom it needs something from: a team by its name, else a project by its key; `''` where neither is known. */
  readonly handoffs: readonly { readonly id: string; readonly name: string }[];
  readonly findings: number;
  readonly blocking: number;
  /** The higher, the earlier at risk first. */
  readonly risk: number;
  /** Everything the search looks at, folded. */
  readonly text: string;
}

/** Case and accents do not matter to a search. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const shortName = (side: Side): string =>
  'teamId' in side ? side.name : 'projectKey' in side ? side.projectKey : '';

export function toRow(item: ReportItem, people: Readonly<Record<AccountId, PersonFact>>): Row {
  const { dri, gate, test } = item;
  const driPerson = dri ? (people[dri.accountId] ?? null) : null;
  const driName = dri ? (driPerson?.displayName ?? '') : null;
  const findings = gate?.findings ?? [];
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const noes = Object.values(test).filter((light) => light === 'no').length;
  const dash = item.issueKey.lastIndexOf('-');
  const sentences = findings.flatMap(({ what, next }) => [what, next]);
  return {
    item,
    project: item.issueKey.slice(0, dash),
    number: Number(item.issueKey.slice(dash + 1)),
    driName,
    driPerson,
    handoffs: item.handoffs.map((provider) => ({
      id: sideKey(provider),
      name: shortName(provider),
    })),
    findings: findings.length,
    blocking,
    risk: riskOf({
      atRisk: item.atRisk,
      blocking,
      noes,
      findings: findings.length,
      unknown: gate === null,
    }),
    text: fold(
      [
        item.issueKey,
        item.summary,
        item.status.name,
        driName ?? '',
        ...item.components,
        ...item.fixVersions,
        ...sentences,
      ].join('\n'),
    ),
  };
}
