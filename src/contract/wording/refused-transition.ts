import type { GateResult } from '../../domain/gate/finding';
import type { IssueKey } from '../../domain/values';
import { wordFinding } from './findings';
import type { NameOf } from './names';

/** Jira's dialog is small: so many findings are told, the rest counted. */
const TOLD = 3;
const LONGEST_LINE = 300;

const shorten = (text: string): string =>
  text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1)}…` : text;

const verb = { start: 'start', finish: 'finish' } as const;

/** The plain text Jira shows in its own dialog when a move is refused; findings that only warn are left out. */
export function refusedTransition(issueKey: IssueKey, gate: GateResult, name: NameOf): string {
  const blocking = gate.findings.filter(({ severity }) => severity === 'block');
  const lines = blocking.slice(0, TOLD).map((finding, index) => {
    const { what, next } = wordFinding(finding, name);
    return `${index + 1}. ${shorten(what)} ${next}`;
  });
  const rest = blocking.length - lines.length;
  return [
    `Holdfast: ${issueKey} can't ${verb[gate.checkpoint]} yet.`,
    ...lines,
    ...(rest > 0 ? [`and ${rest} more in the panel.`] : []),
  ].join('\n');
}

/** The text when the gate could not look: our outage, not the reader's mistake, and the way round it. */
export const uncheckedTransition = (issueKey: IssueKey, cause: 'jira' | 'storage' | 'timeout'): string =>
  [
    `Holdfast could not check ${issueKey}, so it did not let it move.`,
    {
      jira: 'Jira did not answer us. Nothing is wrong with your work item, and nothing was changed.',
      storage: 'Our storage did not answer. Nothing is wrong with your work item, and nothing was changed.',
      timeout: 'The check took too long. Nothing is wrong with your work item, and nothing was changed.',
    }[cause],
    'Try again in a minute. If it is urgent, a Jira administrator can set this rule to let work pass while Holdfast is out.',
  ].join('\n');
