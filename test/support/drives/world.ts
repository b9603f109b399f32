import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import type { CharterAnswer, HistoryPageAnswer } from '../../../src/contract/answers';
import type { Checkpoint } from '../../../src/domain/policy/rules';
import { clientOf, succeeded, type Client, type Reply } from '../client';
import { newEpic, type ServedSite } from '../sandbox';
import type { Dice } from './dice';

/** People who work in every project of the demo; those who may leave in the middle of it. */
export const MEMBERS = ['u-coo', 'u-cto', 'u-product', 'u-marketing', 'u-sales', 'u-ops', 'u-platform'];
export const MAY_LEAVE = ['u-product', 'u-marketing', 'u-sales', 'u-ops'];
/** Who is in the demo's one security level. */
const LEADS = ['u-lead', 'u-coo', 'u-cto'];
/** Sees none of the projects. */
export const STRANGER = 'u-outsider';
const ADMIN = 'u-admin';
/** Sees every project of the demo and every item in it, and never leaves. */
export const READER = 'u-coo';

type Category = CharterAnswer['item']['status']['category'];

/** A move that Jira made across a border. */
export interface Move {
  readonly issueId: string;
  readonly by: string;
  readonly at: string;
  readonly what: string;
  readonly checkpoint: Checkpoint;
  /** Whether the workflow asks the gate on this transition. */
  readonly asks: boolean;
  /** Whether the item's own policy covered it; undefined where that could not be read. */
  readonly covered: boolean | undefined;
  /** Whether rules that would hold it were unmet. */
  readonly unmet: boolean | undefined;
}

/** A passage that the history has to tell within a day: of the move, for one of these reasons. */
interface Owed {
  readonly move: Move;
  readonly reasons: readonly string[];
}

interface Transition {
  readonly id: string;
  readonly name: string;
}

interface Absence {
  readonly accountId: string;
  readonly from: number;
  readonly to: number;
}

export type HistoryEvent = CharterAnswer['history'][number];

/** One history as it goes on: the items it is about, what happened to them, and what was seen of them so far. */
export class Drive {
  /** By id, as keys change with moves between projects; each with words that nothing else has. */
  readonly items = new Map<string, { readonly summary: string }>();
  readonly moves: Move[] = [];
  readonly owed: Owed[] = [];
  /** What was done, for whoever has to understand a failure. */
  readonly log: string[] = [];
  readonly deleted = new Set<string>();
  /** How often what happened. */
  readonly counts = new Map<string, number>();
  trashed = false;
  disturbedSince: number | null = null;
  private readonly absences: Absence[] = [];
  private faults: readonly Fault[] = [];

  constructor(
    readonly site: ServedSite,
    readonly dice: Dice,
  ) {}

  as(accountId: string): Client {
    return clientOf(this.site, accountId);
  }

  get reader(): Client {
    return this.as(READER);
  }

  get admin(): Client {
    return this.as(ADMIN);
  }

  get nowMs(): number {
    return this.site.sandbox.clock.now();
  }

  get now(): string {
    return new Date(this.nowMs).toISOString();
  }

  get disturbed(): boolean {
    return this.disturbedSince !== null;
  }

  /** Notes what was done, and how it ended. */
  note(what: string, ended: string | number, about = ''): void {
    const said = `${what}: ${ended}`;
    this.counts.set(said, (this.counts.get(said) ?? 0) + 1);
    this.log.push(`${this.now} ${said} ${about}`);
  }

  isGone(accountId: string, at = this.nowMs): boolean {
    return this.absences.some((one) => one.accountId === accountId && one.from <= at && at <= one.to);
  }

  leave(accountId: string): void {
    this.absences.push({ accountId, from: this.nowMs, to: Infinity });
  }

  comeBack(accountId: string): void {
    const at = this.absences.findIndex((one) => one.accountId === accountId && one.to === Infinity);
    const [absence] = this.absences.splice(at, 1);
    if (absence) this.absences.push({ ...absence, to: this.nowMs });
  }

  /** Somebody who can still do something. */
  somebody(): string {
    return this.dice.pick(MEMBERS.filter((accountId) => !this.isGone(accountId)));
  }

  /** Items that are there at this moment. */
  get there(): readonly string[] {
    return [...this.items.keys()].filter((id) => {
      const issue = this.site.sandbox.jira.issue(id);
      if (!issue || this.deleted.has(id)) return false;
      return !(this.trashed && issue.key.startsWith('TEAM-'));
    });
  }

  item(): string {
    return this.dice.pick(this.there);
  }

  newItem(project: string, summary: string, type = 'Epic'): string {
    const { sandbox } = this.site;
    const key =
      type === 'Epic'
        ? newEpic(sandbox, { summary }, project)
        : sandbox.jira.addIssue({ project, type, values: { summary, reporter: 'u-coo' } }).key;
    const { id } = sandbox.jira.issue(key) ?? {};
    if (id === undefined) throw new Error(`${key} was not created`);
    this.items.set(id, { summary });
    return id;
  }

  keyOf(issueId: string): string {
    const issue = this.site.sandbox.jira.issue(issueId);
    if (!issue) throw new Error(`There is no item ${issueId}`);
    return issue.key;
  }

  async categoryOf(issueId: string): Promise<Category> {
    const { body } = await this.reader.get(`/rest/api/3/issue/${issueId}?fields=status`);
    return (body as { fields: { status: { statusCategory: { key: Category } } } }).fields.status
      .statusCategory.key;
  }

  /** Whether Jira shows an item to somebody: to those who work in its project, and a hidden one to the leads alone. */
  sees(accountId: string, issueId: string): boolean {
    const issue = this.site.sandbox.jira.issue(issueId);
    if (!issue || accountId === STRANGER || (this.trashed && issue.key.startsWith('TEAM-'))) return false;
    return (issue.values.get('security') ?? null) === null || LEADS.includes(accountId);
  }

  /** What the panel says to somebody who sees everything. @throws Error while the app cannot answer. */
  async panel(issueId: string): Promise<CharterAnswer> {
    const reply = await this.reader.panel(this.keyOf(issueId), 'charter/get');
    if (!succeeded(reply.body)) throw new Error(`charter/get: ${JSON.stringify(reply.body)}`);
    return reply.body as unknown as CharterAnswer;
  }

  /** The same with everything disturbing held back for as long as that is read. */
  async truth(issueId: string): Promise<CharterAnswer> {
    this.site.sandbox.faults.clear();
    try {
      return await this.panel(issueId);
    } finally {
      this.applyFaults();
    }
  }

  /** The whole history, oldest first. */
  async history(issueId: string, { history, earlier }: CharterAnswer): Promise<readonly HistoryEvent[]> {
    let all: readonly HistoryEvent[] = history;
    let before: number | undefined = earlier > 0 ? earlier : undefined;
    while (before !== undefined) {
      const { body } = await this.reader.panel(this.keyOf(issueId), 'history/page', { before });
      if (!succeeded(body)) throw new Error(`history/page: ${JSON.stringify(body)}`);
      const { events, nextBefore } = body as unknown as HistoryPageAnswer;
      all = [...events, ...all];
      before = nextBefore;
    }
    return all;
  }

  async transitionsOf(issueId: string, by: string): Promise<readonly Transition[]> {
    const { body } = await this.as(by).get(`/rest/api/3/issue/${issueId}/transitions`);
    return (body as { transitions?: readonly Transition[] }).transitions ?? [];
  }

  /** Whether the workflow of the item's project asks the gate on a transition. */
  asksAt(issueId: string, name: string): boolean {
    const [project = ''] = this.keyOf(issueId).split('-');
    return this.site.sandbox.jira.rules(project).some(({ transition }) => transition.name === name);
  }

  move(issueId: string, by: string, { id }: Transition): Promise<Reply> {
    return this.as(by).send('POST', `/rest/api/3/issue/${issueId}/transitions`, { transition: { id } });
  }

  disturb(faults: readonly Fault[]): void {
    this.disturbedSince ??= this.nowMs;
    this.faults = [...this.faults, ...faults];
    this.applyFaults();
  }

  calm(): void {
    this.disturbedSince = null;
    this.faults = [];
    this.site.sandbox.faults.clear();
    // What the app said of an outage is no defect.
    this.site.logs.splice(0);
  }

  /** Time goes on, and what follows from what was done arrives. */
  async later(duration: string): Promise<void> {
    await this.admin.send('POST', '/sandbox/clock', { advance: duration });
    await this.admin.send('POST', '/sandbox/drain');
  }

  private applyFaults(): void {
    const { faults } = this.site.sandbox;
    faults.clear(this.dice.upTo(2 ** 31));
    for (const fault of this.faults) faults.add(fault);
  }
}
