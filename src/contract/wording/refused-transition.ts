import type { GateResult, Unmet } from '../../domain/gate/finding';
import type { IssueKey } from '../../domain/values';
import { wordFinding, wordRulesOf } from './findings';
import { oneLine } from './one-line';
import { plainDate, type Reader } from './names';

/** Jira's dialog is small: so many findings are told, the rest counted. */
export const TOLD = 3;
/** In characters, for one finding: three of them stay well under 1,500. */
const LONGEST_LINE = 460;
const LONGEST_STEP = 180;

/** On one line, and never cut in the middle of a character. */
function fit(text: string, longest: number): string {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

const verb = { start: 'start', finish: 'finish' } as const;

/** `move`: where the rule does not say which of the two it is. */
type Step = 'start' | 'finish' | 'move';

/** Whoever moves the item can do nothing about it, and cannot know why a start is asked what a finish is. */
const NO_CHECKPOINT =
  'The Holdfast rule of this transition names neither Start nor Finish, so it asks for both at once. An administrator can put that right in the workflow, in the rule’s settings.';

/**
 * The plain text Jira shows in its own dialog when a move is refused; findings that only warn are left out.
 * `unreadable`: the rule's configuration names no checkpoint, and both were asked.
 */
export function refusedTransition(
  issueKey: IssueKey,
  gate: GateResult,
  reader: Reader,
  { unreadable }: { readonly unreadable?: true | undefined } = {},
): string {
  const text = refusedAt(issueKey, gate, reader, unreadable ? 'move' : verb[gate.checkpoint]);
  return unreadable ? `${text}\n${NO_CHECKPOINT}` : text;
}

function refusedAt(issueKey: IssueKey, gate: GateResult, reader: Reader, step: Step): string {
  const blocking = gate.findings.filter(({ severity }) => severity === 'block');
  const { ofAncestor } = gate;
  if (ofAncestor !== undefined) return refusedByAncestor(issueKey, ofAncestor, blocking, step);
  // The line that is then added takes the place of one.
  const told = step === 'move' ? TOLD - 1 : TOLD;
  const lines = blocking.slice(0, told).map((finding, index) => {
    const { what, next } = wordFinding(finding, reader);
    const way = fit(next, LONGEST_STEP);
    return `${index + 1}. ${fit(what, LONGEST_LINE - way.length)} ${way}`;
  });
  const rest = blocking.length - lines.length;
  return [
    `Holdfast: ${issueKey} can't ${step} yet.`,
    ...lines,
    ...(rest > 0 ? [`and ${rest} more in the panel.`] : []),
    ...waivedLine(gate, reader),
  ].join('\n');
}

/** About an item above its key and the rules: whoever reads this was never asked whether they may see it. */
function refusedByAncestor(
  issueKey: IssueKey,
  ancestor: IssueKey,
  blocking: readonly Unmet[],
  step: Step,
): string {
  const all = wordRulesOf(ancestor, blocking);
  const told = all.slice(0, TOLD);
  return [
    `Holdfast: ${issueKey} can't ${step} yet, because ${ancestor} above it can't${step === 'start' ? '' : ' start'}.`,
    ...told.map((line, index) => `${index + 1}. ${line}`),
    ...(all.length > told.length ? ['and more in its Agreements panel.'] : []),
    `Whoever may see ${ancestor} can settle it in its Agreements panel.`,
  ].join('\n');
}

/** Nothing is waived silently. */
function waivedLine({ waived }: GateResult, { today }: Reader): readonly string[] {
  const blocking = waived.filter(({ severity }) => severity === 'block');
  const until = blocking.map((finding) => finding.until).sort()[0];
  if (until === undefined) return [];
  const things = blocking.length === 1 ? '1 more is' : `${blocking.length} more are`;
  return [`${things} waived until ${plainDate(until.slice(0, 10), today)}.`];
}

/**
 * What kept the gate from looking: Jira or storage is out; Jira did answer, and asks to be asked later, refuses the app
 * something, or does not understand what it asks; the check took too long; or it is a defect of ours.
 */
export type OutageCause =
  'jira' | 'jira-too-many' | 'jira-refused' | 'jira-broken-question' | 'storage' | 'timeout' | 'internal';

const NOTHING_WRONG = 'Nothing is wrong with your work item, and nothing was changed.';
const WAIT = 'Try again in a minute.';
const WAY_ROUND =
  'If it is urgent, a Jira administrator can set this rule to let work pass while Holdfast is out.';

const outage: Readonly<Record<OutageCause, (until: string | undefined) => readonly string[]>> = {
  jira: () => [`Jira did not answer us. ${NOTHING_WRONG}`, `${WAIT} ${WAY_ROUND}`],
  'jira-too-many': (until) => [
    `Jira asks Holdfast to wait: too many questions in this hour. ${NOTHING_WRONG}`,
    `${until === undefined ? 'Try again in some minutes.' : `Try again after ${until.slice(11, 16)} UTC.`} ${WAY_ROUND}`,
  ],
  'jira-refused': () => [
    `Jira refuses Holdfast something it needs to know. ${NOTHING_WRONG}`,
    'Waiting does not help. Ask a Jira administrator whether the app was given its permissions.',
  ],
  'jira-broken-question': () => [
    `Jira did not understand a question that Holdfast asked. ${NOTHING_WRONG}`,
    `Waiting does not help. Tell a Jira administrator: the app’s log says which question it was. ${WAY_ROUND}`,
  ],
  storage: () => [`Our storage did not answer. ${NOTHING_WRONG}`, `${WAIT} ${WAY_ROUND}`],
  internal: () => [`Something went wrong on our side. ${NOTHING_WRONG}`, `${WAIT} ${WAY_ROUND}`],
  timeout: () => [`The check took too long. ${NOTHING_WRONG}`, `${WAIT} ${WAY_ROUND}`],
};

/** The text when the gate could not look: not the reader's mistake, and the way round it. */
export const uncheckedTransition = (issueKey: IssueKey, cause: OutageCause, until?: string): string =>
  [`Holdfast could not check ${issueKey}, so it did not let it move.`, ...outage[cause](until)].join('\n');

/** The text when Jira does not show the app the item, or one above it whose gate it follows. */
export const unseenTransition = (issueKey: IssueKey, hiddenKey: IssueKey): string =>
  [
    `Holdfast may not see ${hiddenKey} in Jira, so it could not check ${hiddenKey === issueKey ? 'it' : issueKey}.`,
    'Nothing is wrong with your work item, and waiting does not help.',
    `Ask an administrator to give the app’s role (atlassian-addons-project-access) the permission Browse projects here, and its security level if ${hiddenKey} has one, or to lift the app access rule.`,
  ].join('\n');
