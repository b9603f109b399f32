import { policyHome, type ProjectHomes } from '../../src/domain/policy/home';
import { Refused, Unavailable } from '../../src/platform/unavailable';
import type { SummaryStore } from '../../src/app/summaries/ports';
import type { KeptSummary } from '../../src/domain/report/accountability/kept';
import type {
  CharterMove,
  CharterSearch,
  CharterStore,
  ItemRef,
  StoredCharter,
} from '../../src/app/charter/ports';
import type { AwayStore } from '../../src/app/away/ports';
import type { TeamStore } from '../../src/app/team/ports';
import type { Claims, Clock, Jira } from '../../src/app/ports';
import type { CommitmentRow, CommitmentStore, IssueSummary } from '../../src/app/commitments/ports';
import type {
  ListedIssueType,
  Home,
  PolicyOwner,
  ProjectPlace,
  PolicyRecords,
  PolicyStore,
  StoredPolicy,
} from '../../src/app/policy/ports';
import type { OpenItemsSearch, ProjectsPage } from '../../src/app/portfolio/ports';
import type { SiteProject } from '../../src/app/site-check/ports';
import type { RawWorkItem, Reading, Viewer } from '../../src/app/subject/ports';
import type {
  ComparisonState,
  ComparisonStore,
  FieldChange,
  FieldsSearch,
  ItemWithFields,
  CurrentFields,
} from '../../src/app/fields/ports';
import { FIELD_NAMES } from '../../src/app/fields/differences';
import type { ChangedPage, GateBorders, GateTrace, GateTraces, Refusals } from '../../src/app/gate/ports';
import type { Borders } from '../../src/domain/gate/border';
import type { LastModes } from '../../src/app/gate/evaluate-transition';
import type { ClockChange, ClockStore, Notice } from '../../src/app/notices/ports';
import type { FollowUp, FollowUps } from '../../src/app/jobs/ports';
import type { CharterEvent } from '../../src/domain/charter/events';
import { emptyCharter } from '../../src/domain/charter/charter';
import { replay } from '../../src/domain/charter/evolve';
import { isOwn } from '../../src/domain/charter/lifecycle/own';
import { partiesOf } from '../../src/domain/commitments/parties';
import type { WorkItem } from '../../src/domain/gate/item';
import type { Mode } from '../../src/domain/policy/rules';
import type { Policy, PolicyVersion } from '../../src/domain/policy/policy';
import { withPresence } from '../../src/domain/team/presence';
import { underKey } from '../../src/domain/policy/under-key';
import type { LinkTypeFact } from '../../src/domain/policy/scope';
import {
  projectOf,
  type AccountId,
  type Instant,
  type IssueKey,
  type PersonFact,
} from '../../src/domain/values';
import { deepFreeze, NOW } from './charter-spec';
import { MemoryAudit, MemoryBrakes } from './memory-administration';
import { epic, idOf, projectIdOf, TYPES } from './items';
import { MemoryMessages, MemoryPreferences } from './memory-clocks';
import { MemoryDirectory } from './memory-directory';
import { MemoryHistories } from './memory-histories';
import { MemoryReadiness } from './memory-readiness';
import { people } from './people';
import { enforcing } from './policies';

const NEVER_WRITTEN: StoredCharter = {
  issueId: '',
  version: 0,
  charter: emptyCharter,
  history: [],
  earlier: 0,
};

/** Counts calls by name, so that tests can say how many, and that none was made. */
export type Calls = Record<string, number>;

interface SavedPolicy {
  readonly policy: Policy;
  readonly projectId?: string;
  readonly inherited: boolean;
  readonly recordVersion: number;
}

export class MemoryCharters implements CharterStore {
  readonly calls: Calls = {};
  readonly stored = new Map<IssueKey, StoredCharter>();
  readonly policies = new Map<string, SavedPolicy>();
  /** By project id, the key under which its policy lies. */
  homes: ProjectHomes = { of: {} };
  readonly directory = new MemoryDirectory();
  readonly audit = new MemoryAudit();
  readonly brakes = new MemoryBrakes(this.audit);
  /** Called before a write is judged: where rivals write first. */
  beforeWrite: (next: StoredCharter) => void | Promise<void> = () => undefined;
  /** What `readLedger` finds, oldest first. */
  ledger: readonly CharterEvent[] = [];
  pageSize = 20;
  full = false;
  down = false;
  /** How long storage takes for each step of a change, so that writers can meet. */
  latencyMs = 0;

  async read(issueKey: IssueKey) {
    this.#count('read');
    const policy = this.policyOf(issueKey.split('-')[0] ?? '');
    return { stored: this.#get(issueKey), policy };
  }

  async readCharter(issueKey: IssueKey) {
    this.#count('readCharter');
    const found = this.#get(issueKey);
    await this.#wait();
    return found;
  }

  async readLedger(_stored: StoredCharter, before: number) {
    this.#count('readLedger');
    return { events: this.ledger.slice(0, before), from: 0 };
  }

  async readFor(items: readonly ItemRef[]) {
    this.#count('readFor');
    return new Map(
      items.map(({ issueKey, issueId }): [string, StoredCharter] => {
        const found = this.#get(issueKey);
        return [issueId, isOwn(found, issueId) ? found : NEVER_WRITTEN];
      }),
    );
  }

  async readMany(issueKeys: readonly IssueKey[]) {
    this.#count('readMany');
    return new Map(
      issueKeys.flatMap((key): [IssueKey, StoredCharter][] => {
        const found = this.stored.get(key);
        return found ? [[key, found]] : [];
      }),
    );
  }

  async write(
    issueKey: IssueKey,
    next: StoredCharter,
    _now?: Instant,
    _dueAt?: Instant | null,
    beside?: () => Promise<void>,
  ) {
    this.#count('write');
    await this.#wait();
    await this.beforeWrite(next);
    if (this.full) return 'full' as const;
    await beside?.();
    if (this.#get(issueKey).version !== next.version - 1) return 'conflict' as const;
    const { mark, room: _room, fresh: _fresh, ...kept } = next;
    const writes = [...(next.writes ?? []), ...(mark === undefined ? [] : [mark])];
    this.stored.set(issueKey, deepFreeze({ ...kept, ...(writes.length > 0 && { writes }) }));
    return 'written' as const;
  }

  async move({ from, fromVersion, to, toVersion }: CharterMove, next: StoredCharter) {
    this.#count('move');
    await this.beforeWrite(next);
    if (this.full) return 'full' as const;
    if (this.#get(from).version !== fromVersion || this.#get(to).version !== toVersion)
      return 'conflict' as const;
    this.stored.delete(from);
    this.stored.set(to, deepFreeze(next));
    return 'written' as const;
  }

  async find(where: CharterSearch, cursor?: string) {
    this.#count('find');
    const all = [...this.stored]
      .filter(
        ([key, { issueId }]) =>
          'everywhere' in where ||
          ('issueId' in where ? issueId === where.issueId : key.startsWith(`${where.projectKey}-`)),
      )
      .map(([issueKey, { issueId }]) => ({ issueKey, issueId }));
    const start = Number(cursor ?? 0);
    const end = start + this.pageSize;
    const found = all.slice(start, end);
    const stored = new Map(found.map(({ issueKey, issueId }) => [issueId, this.#get(issueKey)] as const));
    return { found, stored, ...(end < all.length && { next: String(end) }) };
  }

  /** Writes a history over whatever is there, as somebody else would: the version moves on. */
  put(issueKey: IssueKey, history: readonly CharterEvent[], issueId = idOf(issueKey)): void {
    const version = this.#get(issueKey).version + 1;
    this.stored.set(issueKey, { issueId, version, charter: replay(history), history, earlier: 0 });
  }

  /** A policy that its owner decided, for the project of this id where one is given. */
  setPolicy(owner: string, policy: Policy, projectId?: string): void {
    this.policies.set(owner, {
      policy,
      ...(projectId !== undefined && { projectId }),
      inherited: false,
      recordVersion: policy.version,
    });
  }

  policyOf(owner: string): StoredPolicy {
    // Most of what these tests ask is what a project does that enforces.
    const known = <P extends Policy>(policy: P): P => withPresence(policy, this.directory.presence());
    const above = known(owner === SITE ? enforcing : (this.policies.get(SITE)?.policy ?? enforcing));
    const own = this.policies.get(owner);
    const inherited = own?.inherited ?? true;
    const brakes = this.brakes.under(owner, NOW);
    const brake = owner === SITE ? brakes.site : brakes.own;
    return {
      underKey:
        own && !inherited
          ? underKey(known(own.policy), above, own.projectId, brakes)
          : underKey(above, above, undefined, brakes),
      ...(brake && { brake }),
      home: { liesUnder: owner },
      homes: this.homes,
      above,
      inherited,
      recordVersion: own?.recordVersion ?? 0,
    };
  }

  #get(issueKey: IssueKey): StoredCharter {
    return this.stored.get(issueKey) ?? NEVER_WRITTEN;
  }

  async #wait(): Promise<void> {
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
  }

  #count(name: string): void {
    if (this.down) throw new Unavailable('storage', 'down');
    this.calls[name] = (this.calls[name] ?? 0) + 1;
  }
}

/** Rows as they should be: read off the charters at the moment of asking. */
export class MemoryCommitments implements CommitmentStore {
  readonly calls: Calls = {};
  readonly rebuilt: IssueKey[] = [];
  /** Attempts to rebuild that meet a writer. */
  conflicts = 0;
  pageSize = 100;

  constructor(private readonly charters: MemoryCharters) {}

  async page(accountId: AccountId, cursor?: string) {
    this.#count('page');
    const rows = this.#rows().filter((row) => row.accountId === accountId);
    const from = Number(cursor ?? 0);
    const next = from + this.pageSize;
    return {
      rows: rows.slice(from, next),
      ...(next < rows.length && { nextCursor: String(next) }),
    };
  }

  async find(accountId: AccountId, handles: readonly string[]) {
    this.#count('find');
    const rows = this.#rows().filter((row) => row.accountId === accountId && handles.includes(row.handle));
    return new Map(rows.map((row) => [row.handle, row]));
  }

  async rebuild(issueKey: IssueKey) {
    this.#count('rebuild');
    if (this.conflicts > 0) {
      this.conflicts -= 1;
      return 'conflict' as const;
    }
    this.rebuilt.push(issueKey);
    return 'rebuilt' as const;
  }

  #rows(): readonly CommitmentRow[] {
    return [...this.charters.stored].flatMap(([issueKey, { charter, issueId }]) =>
      partiesOf(charter).map((accountId) => ({
        handle: handleOf(accountId, issueKey),
        accountId,
        issueKey,
        issueId,
      })),
    );
  }

  #count(name: string): void {
    if (this.charters.down) throw new Unavailable('storage', 'down');
    this.calls[name] = (this.calls[name] ?? 0) + 1;
  }
}

/** Thirty-two hexadecimal digits, as storage makes them. */
export const handleOf = (accountId: AccountId, issueKey: IssueKey): string =>
  Buffer.from(`${accountId}/${issueKey}`).toString('hex').padEnd(32, '0').slice(0, 32);

export class MemoryPolicies implements PolicyStore {
  constructor(private readonly charters: MemoryCharters) {}

  readonly saved = new Map<string, PolicyVersion[]>();

  async read(owner: ProjectPlace | 'site') {
    if (owner === 'site') return this.charters.policyOf(SITE);
    const [found, id] = [this.charters.policyOf(owner.project), await owner.id];
    return this.charters.policyOf(policyHome(found, owner.project, id) ?? owner.project);
  }

  async readMany(projects: readonly ProjectPlace[]) {
    return new Map(
      await Promise.all(projects.map(async (one) => [one.project, await this.read(one)] as const)),
    );
  }

  async write(_owner: PolicyOwner, home: Home, next: PolicyVersion & { readonly projectId?: string }) {
    const { liesUnder } = home;
    const { recordVersion } = this.charters.policyOf(liesUnder);
    if (recordVersion !== next.version - 1) return 'conflict' as const;
    this.saved.set(liesUnder, [next, ...(await this.versions(home))]);
    if (next.policy) this.charters.setPolicy(liesUnder, next.policy, next.projectId);
    else {
      const { above } = this.charters.policyOf(liesUnder);
      this.charters.policies.set(liesUnder, {
        policy: above,
        inherited: true,
        recordVersion: next.version,
      });
    }
    return 'written' as const;
  }

  /** A policy that a test only set has been in force from the beginning. */
  async versions(home: Home | 'site'): Promise<readonly PolicyVersion[]> {
    const name = home === 'site' ? SITE : home.liesUnder;
    const saved = this.saved.get(name);
    const set = this.charters.policies.get(name);
    if (saved || !set || set.inherited) return saved ?? [];
    return [{ version: 1, savedAt: SAVED_LONG_AGO, savedBy: 'u-admin', policy: set.policy }];
  }
}

/** The policies that were decided, a few a page. */
export class MemoryPolicyRecords implements Pick<PolicyRecords, 'page'> {
  pageSize = 2;
  pages = 0;

  constructor(private readonly charters: MemoryCharters) {}

  async page(cursor?: string) {
    if (this.charters.down) throw new Unavailable('storage', 'down');
    this.pages += 1;
    const all = [...this.charters.policies].flatMap(([key, { policy, inherited, recordVersion }]) =>
      inherited
        ? []
        : [
            {
              key,
              ...(key !== SITE && { projectKey: key }),
              version: recordVersion,
              savedAt: SAVED_LONG_AGO,
              policy,
            },
          ],
    );
    const from = Number(cursor ?? 0);
    const next = from + this.pageSize;
    return { found: all.slice(from, next), ...(next < all.length && { next: String(next) }) };
  }
}

/** What the gate left, and what its borders met. */
export class MemoryGate {
  readonly left: GateTrace[] = [];
  readonly borders = new Map<string, Borders>();
  readonly refused = new Map<string, readonly Instant[]>();
  down = false;

  /** What is to be recorded of the moves that it let pass. */
  get passages(): GateTrace['passages'] {
    return this.left.flatMap(({ passages }) => passages);
  }

  readonly traces: GateTraces = {
    leave: async (trace) => {
      if (this.down) throw new Unavailable('storage', 'down');
      this.left.push(trace);
    },
    of: async (moves) =>
      moves.map(({ issueId, issueKey, toStatusId }) =>
        this.left.findLast(
          (trace) =>
            trace.toStatusId === toStatusId && (trace.issueId === issueId || trace.issueKey === issueKey),
        ),
      ),
  };

  readonly store: GateBorders = {
    change: async ({ project }, after) => void this.borders.set(project, after(this.borders.get(project))),
  };

  readonly refusals: Refusals = {
    add: async (issueId, at) => {
      const known = this.refused.get(issueId) ?? [];
      if (!known.includes(at)) this.refused.set(issueId, [...known, at]);
    },
    readFor: async (issueIds) => new Map([...this.refused].filter(([issueId]) => issueIds.includes(issueId))),
  };
}

/** Kept numbers of projects, by key. */
export class MemorySummaries implements SummaryStore {
  readonly kept = new Map<string, KeptSummary>();

  async read({ project }: ProjectPlace) {
    return this.kept.get(project) ?? null;
  }

  async readMany(projects: readonly ProjectPlace[]) {
    return new Map(
      projects.flatMap(({ project }): [string, KeptSummary][] => {
        const found = this.kept.get(project);
        return found ? [[project, found]] : [];
      }),
    );
  }

  async write({ liesUnder }: Home, kept: KeptSummary) {
    this.kept.set(liesUnder, kept);
  }
}

/** What an instance of the gate remembers, without its bound. */
export class MemoryModes implements LastModes {
  readonly modes = new Map<string, Mode>();

  of(projectKey: string) {
    return this.modes.get(projectKey);
  }

  remember(projectKey: string, mode: Mode) {
    this.modes.set(projectKey, mode);
  }
}

const SITE = 'site';
const SAVED_LONG_AGO = '2026-01-01T00:00:00.000Z';

const raw = (
  item: WorkItem,
  currentFields: CurrentFields,
  read: (item: WorkItem, reading: Reading) => WorkItem,
): RawWorkItem => ({
  issueId: item.issueId,
  issueKey: item.issueKey,
  projectId: item.projectId,
  currentFields,
  createdAt: '2026-06-01T00:00:00.000Z',
  toWorkItem: (reading) => read(item, reading),
});

/** Jira as these tests need it: one user at a time, who may or may not see things. */
export class MemoryJira implements Jira {
  readonly calls: Calls = {};
  readonly items = new Map<IssueKey, WorkItem>([['EXP-1', epic()]]);
  readonly known: Record<AccountId, PersonFact> = { ...people };
  readonly comments: { issueKey: IssueKey; mention: AccountId; paragraphs: readonly string[] }[] = [];
  /** What was written into our fields, call by call, and what stands in them, by issue id. */
  readonly written: (readonly FieldChange[])[] = [];
  readonly fieldsOf = new Map<string, CurrentFields>();
  readonly searches: FieldsSearch[] = [];
  /** Items with ids that Jira takes no field values for. */
  readonly refusing = new Set<string>();
  assigned: Record<IssueKey, AccountId> = {};
  move: { historyId: string; accountId: AccountId; at: Instant } | null = null;
  changed: ChangedPage = { items: [] };
  /** Projects of the site, and those of them that the app does not see. */
  projects: readonly SiteProject[] = [
    { projectKey: 'EXP', projectId: projectIdOf('EXP'), name: 'Expansion' },
  ];
  readonly projectsHiddenFromApp = new Set<string>();
  siteProjects = async (viewer: Viewer) => {
    const seen = this.projects.filter(
      ({ projectKey }) => viewer === 'user' || !this.projectsHiddenFromApp.has(projectKey),
    );
    return { projects: seen, total: seen.length };
  };
  /** Keys that each project had before, by project id. */
  readonly formerKeys = new Map<string, readonly string[]>();
  projectKeys = async (projectId: string) => this.#keys().find((one) => one.projectId === projectId) ?? null;
  projectPage = async (startAt: number) => {
    const all = this.#keys();
    const next = startAt + 2;
    return { projects: all.slice(startAt, next), ...(next < all.length && { next }) };
  };
  readonly #keys = () =>
    this.projects
      .filter(({ projectKey }) => !this.projectsHiddenFromApp.has(projectKey))
      .map(({ projectId, projectKey }) => ({
        projectId,
        key: projectKey,
        formerKeys: this.formerKeys.get(projectId) ?? [],
      }));
  latestItem = async (projectKey: string) => {
    const found = [...this.items.values()].find((item) => item.projectKey === projectKey);
    return found ? { issueId: found.issueId, issueKey: found.issueKey } : null;
  };
  rights = { browse: true, administer: false };
  siteAdmin = false;
  /** What the user of this moment may do; the app sees everything. */
  userSees = true;
  /** Items the user of this moment may not see, whatever else they see; links to them are not there for them. */
  readonly hidden = new Set<IssueKey>();
  /** The same for the app. */
  readonly hiddenFromApp = new Set<IssueKey>();
  types: readonly ListedIssueType[] = TYPES;
  links: readonly LinkTypeFact[] = [
    { id: '10200', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    { id: '10201', name: 'Depends', inward: 'is dependent of', outward: 'depends on' },
  ];
  fields: readonly string[] = ['summary', 'assignee', 'customfield_10050'];
  /** What a policy's reading makes of an item; the item as it is where a test says nothing else. */
  readAs: (item: WorkItem, reading: Reading) => WorkItem = (item) => item;
  userEdits = true;
  /** Calls that throw Unavailable. */
  down: readonly (keyof Jira)[] = [];

  /** By key or by id, as Jira reads it. */
  async workItem(viewer: Viewer, keyOrId: string) {
    this.#called('workItem');
    const item =
      this.items.get(keyOrId) ?? [...this.items.values()].find(({ issueId }) => issueId === keyOrId);
    return item && this.#sees(viewer, item.issueKey)
      ? raw(this.#as(viewer, item), this.currentFieldsOf(item.issueId), this.readAs)
      : null;
  }

  async workItems(viewer: Viewer, issueIds: readonly string[], reading: Reading) {
    this.#called('workItems');
    return new Map(
      [...this.items.values()]
        .filter(({ issueKey, issueId }) => issueIds.includes(issueId) && this.#sees(viewer, issueKey))
        .map((item) => [item.issueId, this.readAs(this.#as(viewer, item), reading)]),
    );
  }

  async issueTypes() {
    this.#called('issueTypes');
    return this.types;
  }

  async linkTypes() {
    this.#called('linkTypes');
    return this.links;
  }

  async fieldIds() {
    this.#called('fieldIds');
    return this.fields;
  }

  async projectId(projectKey: string) {
    this.#called('projectId');
    return this.userSees && this.rights.browse ? projectIdOf(projectKey) : null;
  }

  async itemRights() {
    this.#called('itemRights');
    return {
      edit: this.userSees && this.userEdits,
      administer: this.userSees && this.rights.administer,
    };
  }

  /** Ids of the groups of the user, and of the roles they hold. */
  memberOf = { roles: [] as readonly string[], groups: [] as readonly string[] };

  async memberships() {
    this.#called('memberships');
    return this.memberOf;
  }

  async administersSite() {
    this.#called('administersSite');
    return this.siteAdmin;
  }

  async people(_viewer: Viewer, accountIds: readonly AccountId[]) {
    this.#called('people');
    return accountIds.flatMap((id) => (Object.hasOwn(this.known, id) ? [this.known[id]!] : []));
  }

  async openItems(_projectKey: string, { issueTypes, reading }: Parameters<Jira['openItems']>[1]) {
    this.#called('openItems');
    return this.userSees && this.rights.browse
      ? { items: this.#shown(issueTypes).map((item) => this.readAs(item, reading)) }
      : null;
  }

  async itemsEver(_projectKey: string, { issueTypes, viewer = 'user' }: Parameters<Jira['itemsEver']>[1]) {
    this.#called('itemsEver');
    return viewer === 'app' || (this.userSees && this.rights.browse)
      ? {
          items: this.#shown(issueTypes, viewer).map(({ issueKey, issueId, status }) => ({
            issueKey,
            issueId,
            closed: status.category === 'done',
          })),
        }
      : null;
  }

  async countOpenItems(_projectKey: string, { issueTypes }: Parameters<Jira['countOpenItems']>[1]) {
    this.#called('countOpenItems');
    return this.#shown(issueTypes).length;
  }

  /** The projects of the items there are; a reader who may not browse sees none. */
  async browsedProjects(asked: Parameters<Jira['browsedProjects']>[0]): Promise<ProjectsPage> {
    this.#called('browsedProjects');
    const keys = [...new Set([...this.items.values()].map(({ issueKey }) => projectOf(issueKey)))].sort();
    const wanted = 'projectKeys' in asked ? asked.projectKeys : keys;
    const projects = keys
      .filter((key) => this.userSees && this.rights.browse && wanted.includes(key))
      .map((key) => ({
        projectId: projectIdOf(key),
        projectKey: key,
        name: `Project ${key}`,
        lead: null,
        category: null,
      }));
    return { projects };
  }

  async openItemsAmong(
    { projectKeys, issueTypes }: OpenItemsSearch,
    { reading }: Parameters<Jira['openItemsAmong']>[1],
  ) {
    this.#called('openItemsAmong');
    if (!this.userSees || !this.rights.browse) return null;
    const items = this.#shown(issueTypes).filter(
      ({ issueKey, status }) => projectKeys.includes(projectOf(issueKey)) && status.category !== 'done',
    );
    return { items: items.map((item) => this.readAs(item, reading)) };
  }

  async countOpenItemsAmong(search: OpenItemsSearch) {
    this.#called('countOpenItemsAmong');
    return this.#shown(search.issueTypes).length;
  }

  async assignees(): Promise<Record<IssueKey, AccountId> | null> {
    this.#called('assignees');
    return this.assigned;
  }

  async issueSummaries(issueIds: readonly string[]) {
    this.#called('issueSummaries');
    return new Map(
      [...this.items.values()].flatMap((item): [string, IssueSummary][] => {
        const { issueId, issueKey, summary, status, projectId } = item;
        const seen = this.userSees && !this.hidden.has(issueKey) && issueIds.includes(issueId);
        return seen ? [[issueId, { issueKey, summary, status, projectId }]] : [];
      }),
    );
  }

  async projectById(projectId: string) {
    this.#called('projectById');
    const projectKey = ['EXP', 'PLAT'].find((key) => projectIdOf(key) === projectId);
    return projectKey !== undefined && this.userSees && this.rights.browse
      ? { projectKey, administer: this.rights.administer }
      : null;
  }

  async projectRights() {
    this.#called('projectRights');
    return this.rights;
  }

  async lastMove() {
    this.#called('lastMove');
    return this.move;
  }

  async changedItems() {
    this.#called('changedItems');
    return this.changed;
  }

  async comment(issueKey: IssueKey, mention: PersonFact, paragraphs: readonly string[]) {
    this.#called('comment');
    this.comments.push({ issueKey, mention: mention.accountId, paragraphs });
  }

  /** Every field is in reach, and empty until something is written. */
  currentFieldsOf(issueId: string): CurrentFields {
    const written = this.fieldsOf.get(issueId) ?? {};
    return Object.fromEntries(
      FIELD_NAMES.map((name) => [name, written[name] ?? { fieldId: `customfield_${name}`, value: null }]),
    );
  }

  async itemsWithFields(idsOrKeys: readonly string[]) {
    this.#called('itemsWithFields');
    return this.#withFields().filter(
      ({ issueId, issueKey }) => idsOrKeys.includes(issueId) || idsOrKeys.includes(issueKey),
    );
  }

  async searchFields(
    where: FieldsSearch,
    _scope: unknown,
    { most, pageToken = '0' }: { readonly most: number; readonly pageToken?: string | undefined },
  ) {
    this.#called('searchFields');
    this.searches.push(where);
    const parentOf = new Map([...this.items.values()].map((one) => [one.issueId, one.parent?.issueKey]));
    const all = this.#withFields().filter(({ issueId, projectKey }) => {
      if ('parents' in where) return where.parents.includes(parentOf.get(issueId) ?? '');
      return 'projectKey' in where ? projectKey === where.projectKey : true;
    });
    const next = Number(pageToken) + most;
    return {
      items: all.slice(Number(pageToken), next),
      ...(next < all.length && { nextPageToken: String(next) }),
    };
  }

  async writeFields(changes: readonly FieldChange[]) {
    this.#called('writeFields');
    if (changes.some(({ issueId }) => this.refusing.has(issueId))) throw new Refused('fields: status 404');
    this.written.push(changes);
    for (const { issueId, field, fieldId, value } of changes) {
      this.fieldsOf.set(issueId, { ...this.fieldsOf.get(issueId), [field]: { fieldId, value } });
    }
  }

  #withFields(): readonly ItemWithFields[] {
    return [...this.items.values()]
      .filter(({ issueKey }) => this.#sees('app', issueKey))
      .map(({ issueId, issueKey, projectId, projectKey, type }) => ({
        issueId,
        issueKey,
        projectId,
        projectKey,
        type,
        currentFields: this.currentFieldsOf(issueId),
      }));
  }

  #sees(viewer: Viewer, issueKey: IssueKey): boolean {
    return viewer === 'app' ? !this.hiddenFromApp.has(issueKey) : this.userSees && !this.hidden.has(issueKey);
  }

  #as(viewer: Viewer, item: WorkItem): WorkItem {
    const blockers = item.blockers.filter((one) => one.hidden || this.#sees(viewer, one.issueKey));
    return { ...item, blockers };
  }

  #shown(issueTypes?: readonly string[], viewer: Viewer = 'user'): readonly WorkItem[] {
    return [...this.items.values()]
      .filter(({ issueKey, type }) => this.#sees(viewer, issueKey) && (issueTypes?.includes(type.id) ?? true))
      .map((item) => this.#as(viewer, item));
  }

  #called(name: keyof Jira): void {
    this.calls[name] = (this.calls[name] ?? 0) + 1;
    if (this.down.includes(name)) throw new Unavailable('jira', `${name} is down`);
  }
}

export class MemoryQueue implements FollowUps {
  readonly pushed: { readonly followUps: readonly FollowUp[]; readonly delaySeconds?: number | undefined }[] =
    [];
  down = false;

  async push(followUps: readonly FollowUp[], delaySeconds?: number) {
    if (this.down) throw new Unavailable('queue', 'down');
    this.pushed.push({ followUps, delaySeconds });
  }

  get jobs(): readonly FollowUp[] {
    return this.pushed.flatMap(({ followUps }) => followUps);
  }

  get passages(): readonly FollowUp[] {
    return this.jobs.filter(({ kind }) => kind === 'passage');
  }
}

export class MemoryClaims implements Claims {
  readonly taken = new Map<string, string | undefined>();

  async take(key: string, mark?: string) {
    if (this.taken.has(key)) return mark !== undefined && this.taken.get(key) === mark;
    this.taken.set(key, mark);
    return true;
  }

  async marksOf(keys: readonly string[]) {
    return new Map(
      keys.flatMap((key): [string, string][] =>
        this.taken.has(key) ? [[key, this.taken.get(key) ?? 'unnamed']] : [],
      ),
    );
  }

  async isTaken(key: string) {
    return this.taken.has(key);
  }

  async release(key: string) {
    this.taken.delete(key);
  }
}

/** Notices as they are written; nothing is told. */
export class MemoryNotices implements Pick<
  ClockStore,
  'notices' | 'commit' | 'policies' | 'rows' | 'listed' | 'due' | 'waiting'
> {
  readonly stored = new Map<string, Notice>();
  policy: Policy = enforcing;
  /** Commits that are refused before one is taken. */
  refusals = 0;

  async notices(keys: readonly string[]) {
    return new Map([...this.stored].filter(([key]) => keys.includes(key)));
  }

  async policies(projectKeys: readonly string[]) {
    return new Map(projectKeys.map((key) => [key, this.policy]));
  }

  async rows() {
    return new Map<string, never>();
  }

  async due() {
    return { items: [] };
  }

  async waiting(now: Instant) {
    const waits = ({ state, sendAfter }: Notice) => state === 'waiting' && sendAfter <= now;
    return { notices: [...this.stored.values()].filter(waits) };
  }

  async listed(accountId: AccountId) {
    return [...this.stored.values()].filter((one) => one.accountId === accountId && one.listedOn);
  }

  async commit(changes: readonly ClockChange[]) {
    const notices = changes.flatMap((change) => (change.kind === 'notice' ? [change.notice] : []));
    if (this.refusals > 0) {
      this.refusals -= 1;
      return false;
    }
    if (notices.some(({ key }) => this.stored.has(key))) return false;
    for (const notice of notices) this.stored.set(notice.key, notice);
    return true;
  }
}

/** Where the comparison of fields stands, in memory. */
export class MemoryComparison implements ComparisonStore {
  state: ComparisonState | null = null;

  async read() {
    return this.state;
  }

  async write(state: ComparisonState) {
    this.state = state;
  }
}

export interface World {
  readonly jira: MemoryJira;
  readonly histories: MemoryHistories;
  readonly charters: MemoryCharters;
  readonly commitments: MemoryCommitments;
  readonly policies: MemoryPolicies;
  readonly brakes: MemoryBrakes;
  readonly audit: MemoryAudit;
  readonly policyRecords: MemoryPolicyRecords;
  readonly preferences: MemoryPreferences;
  readonly lastModes: MemoryModes;
  readonly readiness: MemoryReadiness;
  readonly followUps: MemoryQueue;
  readonly claims: MemoryClaims;
  readonly clocks: MemoryNotices;
  readonly messages: MemoryMessages;
  readonly comparison: MemoryComparison;
  readonly teams: TeamStore;
  readonly away: AwayStore;
  readonly clock: Clock;
  readonly gate: MemoryGate;
  readonly traces: GateTraces;
  readonly borders: GateBorders;
  readonly refusals: Refusals;
  readonly summaries: MemorySummaries;
}

/** A world of its own for one test, in which EXP-1 has this history. */
export function world(...history: readonly CharterEvent[]): World {
  const charters = new MemoryCharters();
  if (history.length > 0) charters.put('EXP-1', history);
  const gate = new MemoryGate();
  return {
    gate,
    traces: gate.traces,
    borders: gate.store,
    refusals: gate.refusals,
    jira: new MemoryJira(),
    histories: new MemoryHistories(),
    charters,
    commitments: new MemoryCommitments(charters),
    policies: new MemoryPolicies(charters),
    brakes: charters.brakes,
    audit: charters.audit,
    policyRecords: new MemoryPolicyRecords(charters),
    preferences: new MemoryPreferences(),
    lastModes: new MemoryModes(),
    readiness: new MemoryReadiness(),
    followUps: new MemoryQueue(),
    claims: new MemoryClaims(),
    clocks: new MemoryNotices(),
    messages: new MemoryMessages(),
    comparison: new MemoryComparison(),
    teams: charters.directory.teams,
    away: charters.directory.away,
    summaries: new MemorySummaries(),
    clock: { now: () => NOW },
  };
}
