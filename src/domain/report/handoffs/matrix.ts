import { sideKey, sidesIn, type Side } from '../../team/side';
import { median } from '../median';
import type { HandoffLine, Handoffs, LineState } from './handoffs';

/** What is most worth asking about in a handoff, the most pressing first. */
export const WEAKNESSES = ['overdue', 'unanswered', 'declined', 'no-agreement', 'slow'] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** How a handoff stands: dependencies that are not settled, and how soon answers came. */
export interface HandoffFigures {
  /** Agreements asked for and neither taken nor taken back. */
  readonly open: number;
  /** Of those: without a yes. */
  readonly unacknowledged: number;
  /** Of those without a yes: for longer than the policy allows. */
  readonly answerOverdue: number;
  readonly declined: number;
  /** Promised, and the day is over. */
  readonly overdue: number;
  /** Jira links nobody has promised anything for. */
  readonly unmapped: number;
  /** Answers given, and the median of the hours they took; null without any. */
  readonly answers: number;
  readonly medianHours: number | null;
}

export interface HandoffCell extends HandoffFigures {
  readonly lines: readonly HandoffLine[];
}

/** Requesting × providing teams, each in the order of their names: nobody is ranked. */
export interface HandoffMatrix {
  readonly requesters: readonly Side[];
  readonly providers: readonly Side[];
  /** The cell of a pair, or null where nothing was ever asked. */
  readonly cell: (requester: Side, provider: Side) => HandoffCell | null;
  /** All that a provider is asked for, whoever asks: the handoff that the indicators speak of. */
  readonly ofProvider: (provider: Side) => HandoffCell;
}

const NO_YES: readonly LineState[] = ['requested', 'countered', 'declined'];

/** Enough answers for a median to be spoken of as slow. */
const FEWEST_ANSWERS = 3;

interface Gathered {
  readonly lines: HandoffLine[];
  readonly hours: number[];
}

function cellOf({ lines, hours }: Gathered): HandoffCell {
  const count = (is: (line: HandoffLine) => boolean): number => lines.filter(is).length;
  const unmapped = count(({ state }) => state === 'no-agreement');
  return {
    open: lines.length - unmapped,
    unacknowledged: count(({ state }) => NO_YES.includes(state)),
    answerOverdue: count(({ answerOverdue }) => answerOverdue),
    declined: count(({ state }) => state === 'declined'),
    overdue: count(({ overdue }) => overdue),
    unmapped,
    answers: hours.length,
    medianHours: hours.length === 0 ? null : median(hours),
    lines: [...lines].sort(byPlace),
  };
}

/** By item and then by what was asked, so that pages may come in any order. */
const byPlace = (a: HandoffLine, b: HandoffLine): number =>
  a.issueKey.localeCompare(b.issueKey, 'en', { numeric: true }) ||
  pressing(a) - pressing(b) ||
  (a.dueOn ?? '').localeCompare(b.dueOn ?? '') ||
  a.what.localeCompare(b.what);
const pressing = ({ overdue, answerOverdue }: HandoffLine): number => (overdue ? 0 : answerOverdue ? 1 : 2);

/** The matrix of everything some items say. How they were split into pages makes no difference. */
export function handoffMatrix({ lines, answers }: Pick<Handoffs, 'lines' | 'answers'>): HandoffMatrix {
  const gathered = new Map<string, Gathered>();
  const at = (name: string): Gathered => {
    const found = gathered.get(name) ?? { lines: [], hours: [] };
    gathered.set(name, found);
    return found;
  };
  for (const line of lines) for (const name of namesOf(line)) at(name).lines.push(line);
  for (const answer of answers) for (const name of namesOf(answer)) at(name).hours.push(answer.hours);
  const cells = new Map([...gathered].map(([name, found]) => [name, cellOf(found)]));
  const both = [...lines, ...answers];
  return {
    requesters: sidesIn(both.map(({ requester }) => requester)),
    providers: sidesIn(both.map(({ provider }) => provider)),
    cell: (requester, provider) => cells.get(pairName(requester, provider)) ?? null,
    ofProvider: (provider) => cells.get(sideKey(provider)) ?? cellOf({ lines: [], hours: [] }),
  };
}

interface Pair {
  readonly requester: Side;
  readonly provider: Side;
}
/** No id of a team and no project key has an arrow in it. */
const pairName = (requester: Side, provider: Side): string => `${sideKey(requester)} → ${sideKey(provider)}`;
const namesOf = ({ requester, provider }: Pair): readonly string[] => [
  pairName(requester, provider),
  sideKey(provider),
];

/** Everything about a handoff that is worth asking about; `expectedHours`: the time to answer, null where it is not elapsed time. */
export function weaknessesOf(figures: HandoffFigures, expectedHours: number | null): readonly Weakness[] {
  const { overdue, answerOverdue, declined, unmapped, answers, medianHours } = figures;
  const is: Readonly<Record<Weakness, boolean>> = {
    overdue: overdue > 0,
    unanswered: answerOverdue > 0,
    declined: declined > 0,
    'no-agreement': unmapped > 0,
    slow:
      expectedHours !== null &&
      medianHours !== null &&
      answers >= FEWEST_ANSWERS &&
      medianHours > expectedHours,
  };
  return WEAKNESSES.filter((weakness) => is[weakness]);
}
