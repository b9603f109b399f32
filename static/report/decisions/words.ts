import type { DecisionLine } from '../../../src/domain/decisions/register';
import { namesFrom } from '../../../src/contract/wording/names';
import { toCsv } from '../../ui/csv';
import type { People } from '../../ui/person';
import type { Tone } from '../../ui/state-word';
import type { Translate } from '../../ui/text';

export const toneOf: Readonly<Record<DecisionLine['state'], Tone>> = {
  overdue: 'problem',
  open: 'waiting',
  'by-other': 'attention',
  decided: 'good',
  'taken-back': 'waiting',
};

export const stateWord = ({ state }: DecisionLine, t: Translate): string =>
  state === 'by-other' ? t('decisions.stateOther') : t('decisions.stateOf', { state });

/** Who was told, by name; empty where nobody was. */
export const toldNames = ({ told }: DecisionLine, people: People): string =>
  told.map(namesFrom(people)).join(', ');

/** The register as a table for a spreadsheet, days and moments as ISO 8601. */
export function csvOf(
  lines: readonly DecisionLine[],
  titles: Readonly<Record<string, string>>,
  people: People,
  t: Translate,
): string {
  const name = namesFrom(people);
  const head = [
    t('decisions.item'),
    t('decisions.title'),
    t('decisions.question'),
    t('decisions.about'),
    t('decisions.askedBy'),
    t('decisions.asked'),
    t('decisions.who'),
    t('decisions.by'),
    t('decisions.inputs'),
    t('decisions.state'),
    t('decisions.decision'),
    t('decisions.when'),
    t('decisions.told'),
  ];
  const rows = lines.map((line) => [
    line.issueKey,
    titles[line.issueKey] ?? '',
    line.question,
    line.about ?? '',
    name(line.askedBy),
    line.askedAt,
    name(line.decider),
    line.decideBy ?? line.dueAt ?? '',
    line.inputs ?? '',
    stateWord(line, t),
    line.decision ?? line.reason ?? '',
    line.decidedAt ?? '',
    toldNames(line, people),
  ]);
  return toCsv([head, ...rows]);
}
