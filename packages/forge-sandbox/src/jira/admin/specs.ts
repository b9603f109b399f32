import type { PickerType } from '../fields/custom';
import type {
  Change,
  Comment,
  Grant,
  Json,
  RoleActors,
  SecurityLevel,
  Stored,
  User,
  ValidatorRule,
} from '../model/types';

/** How seeds, imports and tests describe what they want to exist. */

export type UserSpec = Pick<User, 'accountId' | 'displayName'> & Partial<User>;

export interface TransitionSpec {
  readonly name: string;
  /** Status names; 'any' for a transition from everywhere, 'create' for the one that makes items. */
  readonly from: readonly string[] | 'any' | 'create';
  readonly to: string;
  /** Field ids on the transition's screen. */
  readonly screen?: readonly string[];
  readonly validators?: readonly Pick<ValidatorRule, 'moduleKey' | 'configuration'>[];
}

export interface WorkflowSpec {
  readonly name: string;
  /** Status names with their category; the first is where new issues start. Known names are shared across workflows. */
  readonly statuses: readonly {
    readonly name: string;
    readonly category: 'new' | 'indeterminate' | 'done';
  }[];
  readonly transitions: readonly TransitionSpec[];
  /** Gives the workflow statuses of its own even where names repeat, as team-managed projects have. */
  readonly ownStatuses?: boolean;
}

export interface ProjectSpec {
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly style?: 'classic' | 'next-gen';
  readonly lead: string;
  /** By name; projects that name the same are of the same category. */
  readonly category?: string;
  readonly workflowId: string;
  /** Names; every known type by default. */
  readonly issueTypes?: readonly string[];
  /** By role name. */
  readonly roles?: Readonly<Record<string, Partial<RoleActors>>>;
  /** The standard grants (see `standardGrants`) by default. */
  readonly grants?: readonly Grant[];
  readonly components?: readonly string[];
  readonly versions?: readonly string[];
  readonly securityLevels?: readonly Omit<SecurityLevel, 'id'>[];
}

export interface FieldSpec {
  /** `customfield_NNNNN`; the next free one by default. */
  readonly id?: string;
  readonly name: string;
  readonly picker: PickerType;
}

/** A past move through the workflow, for issues that are born with a history. */
export interface Move {
  readonly at: number;
  readonly by: string;
  /** Status name. */
  readonly to: string;
}

export interface IssueSpec {
  readonly project: string;
  /** The project's next key by default. */
  readonly key?: string;
  readonly id?: string;
  /** Issue type name. */
  readonly type: string;
  /** Status name or id; the workflow's first by default. */
  readonly status?: string;
  readonly creator?: string;
  /** Milliseconds since the epoch; now by default. */
  readonly created?: number;
  readonly updated?: number;
  readonly resolved?: number | null;
  readonly statusChanged?: number;
  /** By field id, as stored: ids of things, account ids, ADF for rich text. */
  readonly values: Readonly<Record<string, Stored>>;
  /** Moves from the workflow's first status on; they set status, changelog and resolution. */
  readonly moves?: readonly Move[];
  readonly comments?: readonly Comment[];
  readonly changelog?: readonly Change[];
  readonly properties?: Readonly<Record<string, Json>>;
}
