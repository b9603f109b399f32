import { texts } from '../../../texts/compiled/en/held';
import type { GateResult, Unmet } from '../../domain/gate/finding';
import type { IssueKey } from '../../domain/values';
import { closed } from '../texts/isolate';
import { speak } from '../texts/message';
import { wordFinding, wordRulesOf } from './findings';
import { oneLine } from './one-line';
import { plainDate, type Reader } from './names';

const say = speak(texts);

/** Jira's dialog is small: so many findings are told, the rest counted. */
export const TOLD = 3;
/** In characters, for one finding: three of them stay well under 1,500. */
const LONGEST_LINE = 460;
const LONGEST_STEP = 180;

/** On one line, and never cut in the middle of a character; what is cut off was not left open. */
function fit(text: string, longest: number): string {
  const line = oneLine(text);
  if (line.length <= longest) return line;
  return `${closed(line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, ''))}…`;
}

const verb = { start: 'start', finish: 'finish' } as const;

/** `move`: where the rule does not say which of the two it is. */
type Step = 'start' | 'finish' | 'move';

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
  // Whoever moves the item can do nothing about it, and cannot know why a start is asked what a finish is.
  return unreadable ? `${text}\n${say('held.noCheckpoint')}` : text;
}

const numbered = (text: string, index: number): string => say('held.line', { number: index + 1, text });

function refusedAt(issueKey: IssueKey, gate: GateResult, reader: Reader, step: Step): string {
  const blocking = gate.findings.filter(({ severity }) => severity === 'block');
  const { ofAncestor } = gate;
  if (ofAncestor !== undefined) return refusedByAncestor(issueKey, ofAncestor, blocking, step);
  // The line that is then added takes the place of one.
  const told = step === 'move' ? TOLD - 1 : TOLD;
  const lines = blocking.slice(0, told).map((finding, index) => {
    const { what, next } = wordFinding(finding, reader);
    const way = fit(next, LONGEST_STEP);
    return numbered(`${fit(what, LONGEST_LINE - way.length)} ${way}`, index);
  });
  const rest = blocking.length - lines.length;
  return [
    say('held.refused', { issueKey, step }),
    ...lines,
    ...(rest > 0 ? [say('held.more', { count: rest })] : []),
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
    say('held.byAncestor', { issueKey, step, ancestor, same: step === 'start' ? 'yes' : 'no' }),
    ...told.map(numbered),
    ...(all.length > told.length ? [say('held.moreOfAncestor')] : []),
    say('held.whoSettles', { ancestor }),
  ].join('\n');
}

/** Nothing is waived silently. */
function waivedLine({ waived }: GateResult, { today }: Reader): readonly string[] {
  const blocking = waived.filter(({ severity }) => severity === 'block');
  const until = blocking.map((finding) => finding.until).sort()[0];
  if (until === undefined) return [];
  const date = plainDate(until.slice(0, 10), today);
  return [say('held.waived', { count: blocking.length, date })];
}

/**
 * What kept the gate from looking: Jira or storage is out; Jira did answer, and asks to be asked later, refuses the app
 * something, or does not understand what it asks; the check took too long; or it is a defect of ours.
 */
export type OutageCause =
  'jira' | 'jira-too-many' | 'jira-refused' | 'jira-broken-question' | 'storage' | 'timeout' | 'internal';

const again = (): string => `${say('unchecked.wait')} ${say('unchecked.wayRound')}`;

/** What to do about it; most outages pass. */
const wayOut: Readonly<Partial<Record<OutageCause, (until: string | undefined) => string>>> = {
  'jira-too-many': (until) => {
    const wait =
      until === undefined
        ? say('unchecked.waitSome')
        : say('unchecked.waitUntil', { time: until.slice(11, 16) });
    return `${wait} ${say('unchecked.wayRound')}`;
  },
  'jira-refused': () => say('unchecked.permissions'),
  'jira-broken-question': () => `${say('unchecked.log')} ${say('unchecked.wayRound')}`,
};

/** The text when the gate could not look: not the reader's mistake, and the way round it. */
export const uncheckedTransition = (issueKey: IssueKey, cause: OutageCause, until?: string): string =>
  [
    say('unchecked.title', { issueKey }),
    `${say(`outage.${cause}`)} ${say('unchecked.nothingWrong')}`,
    (wayOut[cause] ?? again)(until),
  ].join('\n');

/** The text when Jira does not show the app the item, or one above it whose gate it follows. */
export const unseenTransition = (issueKey: IssueKey, hiddenKey: IssueKey): string =>
  [
    say('unseen.title', { hiddenKey, issueKey, itself: hiddenKey === issueKey ? 'yes' : 'no' }),
    say('unseen.nothingWrong'),
    say('unseen.permission', { hiddenKey }),
  ].join('\n');
