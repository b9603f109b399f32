import type { Preferences } from '../../src/domain/notices/preferences';
import type {
  ClockChange,
  ClockStore,
  DueRow,
  MailOutcome,
  MessageItem,
  Messages,
  Notice,
  PreferenceStore,
  SightQuestion,
} from '../../src/app/notices/ports';
import { Refused, Unavailable } from '../../src/platform/unavailable';
import type { Sight } from '../../src/domain/access/sight';
import { siteDefault, type Policy } from '../../src/domain/policy/policy';
import type { AccountId, Instant, PersonFact } from '../../src/domain/values';

/** Due rows and notices, one writer at a time. */
export class MemoryClocks implements ClockStore {
  readonly stored = new Map<string, Notice>();
  readonly dueRows = new Map<string, DueRow>();
  policy: Policy = siteDefault;

  async due() {
    return { items: [...this.dueRows.values()] };
  }

  async rows(issueIds: readonly string[]) {
    return new Map([...this.dueRows].filter(([id]) => issueIds.includes(id)));
  }

  async policies(projectKeys: readonly string[]) {
    return new Map(projectKeys.map((key) => [key, this.policy]));
  }

  /** When the first policy was saved; undefined where nobody ever saved one. */
  firstPolicy: Instant | undefined;

  async firstPolicies(projectKeys: readonly string[]) {
    const at = this.firstPolicy;
    return new Map(at === undefined ? [] : projectKeys.map((key) => [key, at] as const));
  }

  async notices(keys: readonly string[]) {
    return new Map([...this.stored].filter(([key]) => keys.includes(key)));
  }

  async waiting(now: Instant) {
    return {
      notices: [...this.stored.values()].filter(
        ({ state, sendAfter }) => state === 'waiting' && sendAfter <= now,
      ),
    };
  }

  async listed(accountId: AccountId) {
    const theirs = [...this.stored.values()].filter((one) => one.accountId === accountId && one.listedOn);
    const day = theirs
      .map(({ listedOn = '' }) => listedOn)
      .sort()
      .at(-1);
    return theirs.filter(({ listedOn }) => listedOn === day);
  }

  async commit(changes: readonly ClockChange[]) {
    const stale = changes.some((change) => {
      if (change.kind === 'due') return false;
      const { kind, notice } = change;
      const found = this.stored.get(notice.key);
      if (kind === 'notice') return found !== undefined;
      if (found?.state !== 'waiting') return true;
      if (kind === 'try') return found.triedAt !== undefined;
      return kind === 'put-off' && (found.triedBy !== notice.triedBy || found.lost !== notice.lost);
    });
    if (stale) return false;
    for (const change of changes) {
      if (change.kind !== 'due') this.stored.set(change.notice.key, change.notice);
      else if (change.nextAt === null) this.dueRows.delete(change.item.issueId);
      else this.dueRows.set(change.item.issueId, { ...change.item, nextAt: change.nextAt, mark: 'written' });
    }
    return true;
  }
}

/** What people chose. */
export class MemoryPreferences implements PreferenceStore {
  readonly chosen = new Map<AccountId, Preferences>();

  async read(accountId: AccountId) {
    return this.chosen.get(accountId);
  }

  async save(accountId: AccountId, preferences: Preferences) {
    this.chosen.set(accountId, preferences);
  }
}

export interface Mail {
  readonly through: string;
  readonly to: AccountId;
  readonly subject: string;
  readonly text: string;
}

/** Jira's mails and comments, and what it says before; a refusal of each. */
export class MemoryMessages implements Messages {
  readonly mails: Mail[] = [];
  readonly comments: {
    readonly issueKey: string;
    readonly to: AccountId;
    readonly paragraphs: readonly string[];
    readonly steps: readonly string[];
  }[] = [];
  /** Jira takes what it is sent, and its answer is lost: mails, comments. */
  readonly loses = { mails: false, comments: false };
  readonly asked: SightQuestion[] = [];
  /** By issue id. */
  readonly known = new Map<string, MessageItem>();
  readonly sight = new Map<string, Sight>();
  /** What `mail` answers through an item, by key. */
  readonly outcomes = new Map<string, MailOutcome>();
  refusesItems = false;
  takesComments = true;
  showsComments = true;
  lead: AccountId | null | undefined = null;

  async items(idsOrKeys: readonly string[]) {
    if (this.refusesItems) throw new Refused('work items: status 403');
    return [...this.known.values()].filter(
      ({ issueId, issueKey }) => idsOrKeys.includes(issueId) || idsOrKeys.includes(issueKey),
    );
  }

  async sights(questions: readonly SightQuestion[]) {
    this.asked.push(...questions);
    return questions.map(
      ({ items }) =>
        new Map(items.map(({ issueId }) => [issueId, this.sight.get(issueId) ?? 'unknown'] as const)),
    );
  }

  async projectLead() {
    return this.lead;
  }

  async siteUrl() {
    return 'https://site.example';
  }

  commitmentsUrl(site: string) {
    return `${site}/jira/apps/app/production`;
  }

  async toldOn(issueKey: string, accountId: AccountId) {
    const told = this.comments.filter((one) => one.issueKey === issueKey && one.to === accountId);
    return this.showsComments ? new Set(told.flatMap(({ steps }) => steps)) : null;
  }

  async mention(
    issueKey: string,
    { accountId }: PersonFact,
    paragraphs: readonly string[],
    steps: readonly string[],
  ) {
    if (this.takesComments) this.comments.push({ issueKey, to: accountId, paragraphs, steps });
    if (this.loses.comments) throw new Unavailable('jira', 'no answer in time');
    return this.takesComments;
  }

  async mail(issueKey: string, to: AccountId, subject: string, text: string) {
    const outcome = this.outcomes.get(issueKey) ?? 'sent';
    if (outcome === 'sent') this.mails.push({ through: issueKey, to, subject, text });
    if (this.loses.mails) throw new Unavailable('jira', 'no answer in time');
    return outcome;
  }
}
