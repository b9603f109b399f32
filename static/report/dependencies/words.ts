import { broughtBy, type GraphLine } from '../../../src/domain/report/graph/graph';
import type { Tone } from '../../ui/state-word';
import type { Translate } from '../../ui/text';
import { sideLabel } from '../side-label';

/** The work item that brings it, else the side that does. */
export const bringerText = ({ providerIssueKey, provider }: GraphLine, t: Translate): string =>
  providerIssueKey ?? sideLabel(provider, t);

/** `overdue` and `unanswered` before what was said last; without signs, as the texts name them. */
const stateName = ({ state, overdue, answerOverdue }: GraphLine): string =>
  overdue ? 'overdue' : answerOverdue ? 'unanswered' : state.replace('-', '');

const TONES: Readonly<Record<string, Tone>> = {
  overdue: 'problem',
  declined: 'problem',
  unanswered: 'attention',
  countered: 'attention',
  requested: 'waiting',
  noagreement: 'waiting',
};

export const toneOf = (line: GraphLine): Tone => TONES[stateName(line)] ?? 'good';
export const stateText = (line: GraphLine, t: Translate): string =>
  t('dependencies.stateOf', { state: stateName(line) });

/** Every item of a chain, in the order in which they wait: the last one is what all of it rests on. */
export const wayText = (chain: readonly GraphLine[], t: Translate): string => {
  const last = chain.at(-1);
  return [...chain.map(({ issueKey }) => issueKey), ...(last ? [bringerText(last, t)] : [])].join(' → ');
};

/** Names a line among the others of its page. */
export const lineKey = (line: GraphLine, at: number): string => `${line.issueKey} ${broughtBy(line)} ${at}`;
