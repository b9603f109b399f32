import type { PortfolioAnswer } from '../../../src/contract/portfolio';
import type { Success } from '../../../src/contract/answers';
import { joined, type PortfolioPart } from '../../../src/domain/report/portfolio/part';
import type { Figures } from '../../../src/domain/report/accountability/summary';
import { driftOf, type DriftFigures } from '../../../src/domain/report/drift/loosening';
import { together } from '../../../src/domain/report/indicators/evidence';
import type { Problem } from '../../ui/call';

export type Project = PortfolioAnswer['projects'][number];
export type Worst = NonNullable<PortfolioAnswer['parts'][number]['worst']>;
type Shared = PortfolioAnswer['shared'][number];
type Part = PortfolioPart<Worst>;

/** One project, as far as it is known. */
export interface Line {
  readonly project: Project;
  /** Over the items that the reader may see; those read so far. */
  readonly own: Part;
  /** What the project shares with whoever browses it. */
  readonly shared?: Shared | undefined;
  /** All of its items are read. */
  readonly isDone: boolean;
  /** Null until it is known. */
  readonly drift: DriftFigures | null;
  /** What loosens was judged of all items; else of those read so far. */
  readonly isJudged: boolean;
}

export interface Loaded {
  /** In the order of their keys. */
  readonly lines: readonly Line[];
  /** Jira's estimate of all items, of the projects known so far; null until a page told it. */
  readonly total: number | null;
  /** The backend's clock, when the numbers were reckoned. */
  readonly now: string | null;
  readonly state:
    | { readonly kind: 'loading' }
    | { readonly kind: 'done' }
    | { readonly kind: 'failed'; readonly problem: Problem };
}

export const nothingLoaded: Loaded = { lines: [], total: null, now: null, state: { kind: 'loading' } };

const nothing: Part = joined<Worst>([]);

const began = (project: Project): Line => ({
  project,
  own: nothing,
  isDone: false,
  drift: null,
  isJudged: false,
});

/** The same with another page: projects that come in, and more of those that are there. */
export function afterPage(loaded: Loaded, page: PortfolioAnswer): Loaded {
  const known = new Set(loaded.lines.map(({ project }) => project.projectKey));
  const fresh = page.projects.filter(({ projectKey }) => !known.has(projectKey)).map(began);
  const lines = [...loaded.lines, ...fresh].map((line): Line => {
    const { projectKey } = line.project;
    const parts = page.parts.filter((part) => part.projectKey === projectKey);
    const shared = page.shared.find((one) => one.projectKey === projectKey) ?? line.shared;
    return {
      ...line,
      own: parts.length === 0 ? line.own : joined<Worst>([line.own, ...parts]),
      shared,
      isDone: line.isDone || page.done.includes(projectKey),
      drift: line.drift ?? shared?.drift ?? null,
      isJudged: line.isJudged || shared !== undefined,
    };
  });
  return {
    lines,
    total: page.approximateTotal === undefined ? loaded.total : (loaded.total ?? 0) + page.approximateTotal,
    now: page.now,
    state: page.nextCursor === undefined ? { kind: 'done' } : { kind: 'loading' },
  };
}

type Loosening = Success<'portfolio/loosening'>;

/** A project that is judged part by part. */
export interface Judging extends Pick<NonNullable<Loosening['part']>, 'projectKey' | 'weeks' | 'evidence'> {
  /** Where it goes on; absent once all of its items are read. */
  readonly cursor?: string | undefined;
}

/** The same project with another part; a part of another one begins anew. */
export function afterPart(before: Judging | null, part: Loosening['part']): Judging | null {
  if (!part) return null;
  const { projectKey, weeks, nextCursor } = part;
  const goesOn = before?.projectKey === projectKey;
  const evidence = goesOn ? together([before.evidence, part.evidence]) : part.evidence;
  return { projectKey, weeks, evidence, cursor: nextCursor };
}

/** The same with what is known of how handoffs loosen: of whole projects, and of what is read so far of one. */
export function afterLoosening(loaded: Loaded, { projects }: Loosening, judging: Judging | null): Loaded {
  const known = new Map(projects.map(({ projectKey, drift }) => [projectKey, drift]));
  return {
    ...loaded,
    lines: loaded.lines.map((line): Line => {
      if (line.isJudged) return line;
      const whole = known.get(line.project.projectKey);
      if (whole) return { ...line, drift: whole, isJudged: true };
      if (judging?.projectKey !== line.project.projectKey) return line;
      const drift = driftOf(judging.evidence, judging.weeks).figures;
      return { ...line, drift, isJudged: judging.cursor === undefined };
    }),
  };
}

/** Items read so far. */
export const itemsRead = ({ lines }: Loaded): number =>
  lines.reduce((sum, { own }) => sum + own.figures.items, 0);

/** What a line shows: what its project shares, or else the reader's own. */
export const figuresOf = ({ shared, own }: Line): Figures => shared?.figures ?? own.figures;

/** The items that pass, at the end of each week of the quarter and now; null until all of them are read. */
export function passingLine({ shared, own, isDone }: Line): readonly number[] | null {
  if (!shared && !isDone) return null;
  const { figures, weeks } = shared ?? own;
  return weeks.length === 0 ? null : [...weeks.map(({ passing }) => passing), figures.passing];
}

/** Whether a project has work that a policy asks anything of. */
export const hasWork = (line: Line): boolean => figuresOf(line).items > 0;

/** Projects whose handoffs are still to be asked about: those with work, whose numbers are not shared. */
export const unjudged = ({ lines }: Loaded): readonly string[] =>
  lines.filter((line) => !line.isJudged && hasWork(line)).map(({ project }) => project.projectKey);

/** Whether a handoff of a line has weeks enough for its drift to be told from chance. */
export const mayTell = ({ all, have, need }: DriftFigures): boolean => all > 0 && have >= need;
