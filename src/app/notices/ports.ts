import type { Sight } from '../../domain/access/sight';
import type { Audience, Way } from '../../domain/policy/notice-steps';
import type { WorkItem } from '../../domain/gate/item';
import type { Preferences } from '../../domain/notices/preferences';
import type { Policy } from '../../domain/policy/policy';
import type { AccountId, Instant, IsoDate, IssueKey, PersonFact } from '../../domain/values';

/** A charter by its item, as far as the sweep needs to find it. */
export interface DueItem {
  readonly issueId: string;
  readonly issueKey: IssueKey;
}

/** When a charter is to be looked at. */
export interface DueRow extends DueItem {
  readonly nextAt: Instant;
  /** Changes with every write of the row: who read an older one may not write. */
  readonly mark: string;
}

/** One thing that one person is to be told: a step, a reminder, a warned move or what became their move. Made once, and told once. */
export interface Notice {
  readonly key: string;
  readonly accountId: AccountId;
  /** Whose it is, where `accountId` stands in for them. */
  readonly insteadOf?: AccountId;
  readonly issueId: string;
  readonly issueKey: IssueKey;
  /** Names the step, the reminder or the move: the key the domain gives it. */
  readonly step: string;
  readonly audience: Audience;
  readonly how: Way;
  /**
   * `waiting`: to be told. `told`: Jira took a mail or comment for them. `kept`: it waits in My commitments, because the person left, or
   * is proven not to see anything that could carry it. `settled`: nobody waits for it any more.
   */
  readonly state: 'waiting' | 'told' | 'kept' | 'settled';
  /** Not to be told before. */
  readonly sendAfter: Instant;
  /** When it was told, and how; absent in notices from before that was kept. */
  readonly toldAt?: Instant;
  readonly via?: 'mail' | 'mention' | 'page';
  /** Told with the day's mail, or on the page alone, because its reader chose so. */
  readonly chosen?: 'day' | 'page';
  /** When a mail about it began to go, and through which item, where nothing is known of it since. */
  readonly triedAt?: Instant;
  readonly triedThrough?: IssueKey;
  /** Names whoever sends that mail. */
  readonly triedBy?: string;
  /** Jira's answer to that mail was lost: no other one goes. */
  readonly lost?: true;
  /** The day of the mail that only counted it: it stands in My commitments since. */
  readonly listedOn?: IsoDate;
}

/** A change of the rows above; several are made together or not at all. */
export type ClockChange =
  /** A notice where none is. */
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** A notice that still waits, as it is from now on. */
  | { readonly kind: 'update'; readonly notice: Notice }
  /** The same, where nobody tries to tell it: one of several that would try does. */
  | { readonly kind: 'try'; readonly notice: Notice }
  /** The same, where what is known of a mail about it (`triedBy`, `lost`) is what the notice says. */
  | { readonly kind: 'put-off'; readonly notice: Notice }
  /** A due row put in the place of the one that was read; `nextAt` null: there is nothing to look at. */
  | {
      readonly kind: 'due';
      readonly item: DueItem;
      readonly was: DueRow | undefined;
      readonly nextAt: Instant | null;
    };

/** Most changes one `commit` takes, and most charters one job looks at. */
export const CHANGES_AT_ONCE = 25;

/** Rows that follow the charters, and what was told about them. */
export interface ClockStore {
  /** Items due at a moment, page by page; what was written a moment ago may be missing. */
  due(now: Instant, cursor?: string): Promise<{ readonly items: readonly DueItem[]; readonly next?: string }>;
  rows(issueIds: readonly string[]): Promise<ReadonlyMap<string, DueRow>>;
  /** Policies in force, by project key. */
  policies(projectKeys: readonly string[]): Promise<ReadonlyMap<string, Policy>>;
  /** When the first policy was saved that each project had, its own or the site's; absent where nobody ever saved one. */
  firstPolicies(projectKeys: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  notices(keys: readonly string[]): Promise<ReadonlyMap<string, Notice>>;
  /** Notices that may be told at a moment, page by page; what was written a moment ago may be missing. */
  waiting(
    now: Instant,
    cursor?: string,
  ): Promise<{ readonly notices: readonly Notice[]; readonly next?: string }>;
  /** What the last mail that counted anything counted to somebody beyond what it spelled out, whatever became of it. */
  listed(accountId: AccountId): Promise<readonly Notice[]>;
  /** False when it was not written: somebody else wrote, or storage did not answer. */
  commit(changes: readonly ClockChange[]): Promise<boolean>;
}

/** What people chose to hear, and when. */
export interface PreferenceStore {
  /** Undefined for whoever chose nothing. */
  read(accountId: AccountId): Promise<Preferences | undefined>;
  save(accountId: AccountId, preferences: Preferences): Promise<void>;
}

/** A work item as a message speaks of it. */
export interface MessageItem extends DueItem {
  readonly summary: string;
  readonly category: WorkItem['status']['category'];
}

/** Which of these items one person may see. */
export interface SightQuestion {
  readonly accountId: AccountId;
  readonly items: readonly DueItem[];
  /** Ids of those worth a call each where the one call for all proves nothing; all of them unless told otherwise. */
  readonly worthACall?: ReadonlySet<string>;
}

/** `off`: the site sends no mail. `refused`: not through this item, or not to this person. */
export type MailOutcome = 'sent' | 'off' | 'refused';

/** What leaves for people, and what must be known before. All of it in the app's name. */
export interface Messages {
  /**
   * Items by id or key; those that Jira no longer has, or does not show the app, are absent.
   *
   * @throws Refused when Jira will not say.
   */
  items(idsOrKeys: readonly string[]): Promise<readonly MessageItem[]>;
  /** What is proven about each item asked about, by its id; an answer for each question, in their order. */
  sights(questions: readonly SightQuestion[]): Promise<readonly ReadonlyMap<string, Sight>[]>;
  /** The project's lead, null where it has none; undefined where Jira will not say. */
  projectLead(projectKey: string): Promise<AccountId | null | undefined>;
  /** Address of the site, without a slash at its end. */
  siteUrl(): Promise<string>;
  /** Address of My commitments on a site, without a query. */
  commitmentsUrl(site: string): string;
  /**
   * Steps that comments on an item told a person before, whatever became of our knowing it; null where Jira does not
   * show the comments.
   */
  toldOn(issueKey: IssueKey, accountId: AccountId): Promise<ReadonlySet<string> | null>;
  /** A comment on an item that mentions one person, and keeps which steps it tells. False when Jira will not take it. */
  mention(
    issueKey: IssueKey,
    person: PersonFact,
    paragraphs: readonly string[],
    steps: readonly string[],
  ): Promise<boolean>;
  /** Jira's own mail about an item to one person, who gets it only if they may see that item. */
  mail(issueKey: IssueKey, to: AccountId, subject: string, text: string): Promise<MailOutcome>;
}
