import type { GateResult } from '../../domain/gate/finding';
import type { IssueKey } from '../../domain/values';
import { wordFinding } from './findings';
import { plainDate, type NameOf } from './names';

/** Jira's dialog is small: so many findings are told, the rest counted. */
const TOLD = 3;
/** In characters, for one finding: three of them stay well under 1,500. */
const LONGEST_LINE = 460;
const LONGEST_STEP = 180;

/** On one line, and never cut in the middle of a character. */
function fit(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

const verb = { start: 'start', finish: 'finish' } as const;

/** The plain text Jira shows in its own dialog when a move is refused; findings that only warn are left out. */
export function refusedTransition(
  issueKey: IssueKey,
  gate: GateResult,
  name: NameOf,
  /** The item under transition, where it waits for the one it belongs to. */
  child?: IssueKey,
): string {
  const blocking = gate.findings.filter(({ severity }) => severity === 'block');
  const lines = blocking.slice(0, TOLD).map((finding, index) => {
    const { what, next } = wordFinding(finding, name);
    const step = fit(next, LONGEST_STEP);
    return `${index + 1}. ${fit(what, LONGEST_LINE - step.length)} ${step}`;
  });
  const rest = blocking.length - lines.length;
  return [
    child === undefined
      ? `Holdfast: ${issueKey} can't ${verb[gate.checkpoint]} yet.`
      : `Holdfast: ${child} can't ${verb[gate.checkpoint]} yet, because ${issueKey} above it can't.`,
    ...lines,
    ...(rest > 0 ? [`and ${rest} more in the panel.`] : []),
    ...waivedLine(gate),
  ].join('\n');
}

/** Nothing is waived silently. */
function waivedLine({ waived }: GateResult): readonly string[] {
  const blocking = waived.filter(({ severity }) => severity === 'block');
  const until = blocking.map((finding) => finding.until).sort()[0];
  if (until === undefined) return [];
  const things = blocking.length === 1 ? '1 more is' : `${blocking.length} more are`;
  return [`${things} waived until ${plainDate(until.slice(0, 10))}.`];
}

/** What kept the gate from looking; `internal` is a defect of ours. */
export type OutageCause = 'jira' | 'storage' | 'timeout' | 'internal';

/** The text when the gate could not look: our outage, not the reader's mistake, and the way round it. */
export const uncheckedTransition = (issueKey: IssueKey, cause: OutageCause): string =>
  [
    `Holdfast could not check ${issueKey}, so it did not let it move.`,
    {
      jira: 'Jira did not answer us. Nothing is wrong with your work item, and nothing was changed.',
      storage: 'Our storage did not answer. Nothing is wrong with your work item, and nothing was changed.',
      internal:
        'Something went wrong on our side. Nothing is wrong with your work item, and nothing was changed.',
      timeout: 'The check took too long. Nothing is wrong with your work item, and nothing was changed.',
    }[cause],
    'Try again in a minute. If it is urgent, a Jira administrator can set this rule to let work pass while Holdfast is out.',
  ].join('\n');
