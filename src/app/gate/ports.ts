import type { Borders } from '../../domain/gate/border';
import type { Checkpoint } from '../../domain/policy/rules';
import type { TransitionRule } from '../../domain/policy/policy';
import type { AccountId, Instant, IssueKey, PersonFact } from '../../domain/values';
import type { ProjectPlace } from '../policy/ports';
import type { PassageJob } from '../jobs/gate/passage';

/** A change of status in the changelog. */
export interface JiraMove {
  readonly historyId: string;
  readonly accountId: AccountId;
  readonly at: Instant;
}

/** One page of items that were changed lately, as the app sees them. */
export interface ChangedPage {
  readonly items: readonly {
    readonly issueId: string;
    readonly issueKey: IssueKey;
    readonly projectId: string;
    readonly createdAt: Instant;
  }[];
  readonly nextPageToken?: string;
}

/** Items that may have come under policy, or crossed a border. */
export type ChangedSearch =
  | { readonly kind: 'lately' }
  /** Items of these types beyond To Do, everywhere or in one project. */
  | {
      readonly kind: 'started';
      readonly issueTypes: readonly string[];
      readonly projectKey?: string | undefined;
    };

/** What is known of a move afterwards, and whom to tell. */
export interface JiraMoves {
  /**
   * Who took the item into a status, and when, as the changelog tells.
   *
   * @throws Refused when the app may not read it.
   */
  lastMove(
    issueKey: IssueKey,
    toStatusId: string,
  ): Promise<
    (JiraMove & { /** The one into the same status before it. */ readonly former?: JiraMove }) | null
  >;
  /** @throws Refused when Jira does not take it. */
  comment(issueKey: IssueKey, mention: PersonFact, paragraphs: readonly string[]): Promise<void>;
  /** @throws Refused when Jira shows the app nothing. */
  changedItems(search: ChangedSearch, pageToken?: string): Promise<ChangedPage>;
}

/** A move that the gate was asked about and let pass. */
export interface GateTrace {
  /** Empty where nothing of the item could be read. */
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly toStatusId: string;
  readonly checkpoint: Checkpoint;
  readonly at: Instant;
  readonly rule: TransitionRule;
  /** It was asked about the item's own rules, and not about those of an item above. */
  readonly isOwn: boolean;
  /** What is to be recorded of it once Jira tells that it moved. */
  readonly passages: readonly PassageJob[];
}

/** Which move a trace is asked for. */
export type TracedMove = Pick<GateTrace, 'issueId' | 'issueKey' | 'toStatusId'>;

export interface GateTraces {
  /** One write; a later trace of the same item and status replaces it. It ends by itself after some days. */
  leave(trace: GateTrace): Promise<void>;
  /** The latest trace of each of these moves, in their order; undefined where there is none. */
  of(moves: readonly TracedMove[]): Promise<readonly (GateTrace | undefined)[]>;
}

/** What the gate's rules met, project by project. */
export interface GateBorders {
  /** Writes what became of what was found, wherever it lies; nothing where that is the same. */
  change(project: ProjectPlace, after: (before: Borders | undefined) => Borders): Promise<void>;
}

/** Moves that the gate refused, by issue id. */
export interface Refusals {
  /** The same moment twice is one refusal. */
  add(issueId: string, at: Instant): Promise<void>;
  readFor(issueIds: readonly string[]): Promise<ReadonlyMap<string, readonly Instant[]>>;
}
