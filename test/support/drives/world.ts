import type { CharterAnswer } from '../../../src/contract/answers';
import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { clientOf, succeeded, type Client, type Reply } from '../client';
import { newEpic, type ServedSite } from '../sandbox';

/** A random number from 0 to below 1, by a seed. */
export type Chance = () => number;

/** People who work in every project of the demo; those who may leave in the middle of it. */
export const MEMBERS = ['u-coo', 'u-cto', 'u-product', 'u-marketing', 'u-sales', 'u-ops', 'u-platform'];
/** Sees none of the projects. */
export const STRANGER = 'u-outsider';
const MAY_LEAVE = ['u-product', 'u-marketing', 'u-sales', 'u-ops'];

/** Sees every project of the demo and never leaves. */
const READER = 'u-coo';
const ADMIN = 'u-admin';

/** A move that Jira made, as whoever made it saw it. */
export interface Move {
  readonly issueId: string;
  readonly by: string;
  readonly at: string;
  readonly transition: string;
  /** Whether the workflow asks the gate on this transition. */
  readonly asks: boolean;
}

/** A passage that the history has to tell within a day. */
export interface Owed {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly what: string;
}

interface Transition {
  readonly id: string;
  readonly name: string;
}

/** One history as it goes on: the items it is about, and what was seen of them so far. */
export class Drive {
  /** By id: keys change with moves between projects. */
  readonly items: string[] = [];
  readonly moves: Move[] = [];
  readonly owed: Owed[] = [];
  /** What was done, for whoever has to understand a failure. */
  readonly log: string[] = [];
  /** Who is away now, and who ever was. */
  readonly gone = new Set<string>();
  readonly wereGone = new Set<string>();
  readonly deleted = new Set<string>();
  disturbed = false;
  private readonly histories = new Map<string, readonly string[]>();

  constructor(
    readonly site: ServedSite,
    private readonly chance: Chance,
  ) {}

  pick<T>(all: readonly T[]): T {
    const found = all[Math.floor(this.chance() * all.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  }

  likely(share: number): boolean {
    return this.chance() < share;
  }

  as(accountId: string): Client {
    return clientOf(this.site, accountId);
  }

  get reader(): Client {
    return this.as(READER);
  }

  get admin(): Client {
    return this.as(ADMIN);
  }

  get now(): string {
    return new Date(this.site.sandbox.clock.now()).toISOString();
  }

  /** Somebody who can still do something. */
  somebody(): string {
    return this.pick(MEMBERS.filter((accountId) => !this.gone.has(accountId)));
  }

  leaver(): string {
    return this.pick(MAY_LEAVE);
  }

  item(): string {
    return this.pick(this.items.filter((id) => !this.deleted.has(id)));
  }

  newItem(project: string, summary: string): string {
    const key = newEpic(this.site.sandbox, { summary }, project);
    const { id } = this.site.sandbox.jira.issue(key) ?? {};
    if (id === undefined) throw new Error(`${key} was not created`);
    this.items.push(id);
    return id;
  }

  async keyOf(issueId: string): Promise<string> {
    const { body } = await this.reader.get(`/rest/api/3/issue/${issueId}?fields=status`);
    return (body as { key: string }).key;
  }

  async categoryOf(issueId: string): Promise<'new' | 'indeterminate' | 'done'> {
    const { body } = await this.reader.get(`/rest/api/3/issue/${issueId}?fields=status`);
    return (body as { fields: { status: { statusCategory: { key: 'new' | 'indeterminate' | 'done' } } } })
      .fields.status.statusCategory.key;
  }

  /** What the panel says to somebody who sees everything. @throws Error while the app cannot answer. */
  async panel(issueId: string): Promise<CharterAnswer> {
    const reply = await this.reader.panel(await this.keyOf(issueId), 'charter/get');
    if (!succeeded(reply.body)) throw new Error(`charter/get: ${JSON.stringify(reply.body)}`);
    return reply.body as unknown as CharterAnswer;
  }

  async transitionsOf(issueId: string, by: string): Promise<readonly Transition[]> {
    const { body } = await this.as(by).get(`/rest/api/3/issue/${issueId}/transitions`);
    return (body as { transitions?: readonly Transition[] }).transitions ?? [];
  }

  /** Whether the workflow of the item's project asks the gate on a transition. */
  async asksAt(issueId: string, name: string): Promise<boolean> {
    const [project = ''] = (await this.keyOf(issueId)).split('-');
    return this.site.sandbox.jira.rules(project).some(({ transition }) => transition.name === name);
  }

  move(issueId: string, by: string, { id }: Transition): Promise<Reply> {
    return this.as(by).send('POST', `/rest/api/3/issue/${issueId}/transitions`, { transition: { id } });
  }

  disturb(...faults: readonly Fault[]): void {
    this.disturbed = true;
    for (const fault of faults) this.site.sandbox.faults.add(fault);
  }

  calm(): void {
    this.disturbed = false;
    this.site.sandbox.faults.clear();
    // What the app said of an outage is no defect.
    this.site.logs.splice(0);
  }

  /** Time goes on, and what follows from what was done arrives. */
  async later(duration: string): Promise<void> {
    await this.admin.send('POST', '/sandbox/clock', { advance: duration });
    await this.admin.send('POST', '/sandbox/drain');
  }

  /** Nothing disturbs, and everything that may have been lost has had its day to be found. */
  async settle(): Promise<void> {
    this.calm();
    await this.later('P1D');
    for (let turn = 0; turn < 10; turn += 1) await this.later('PT6M');
  }

  /** The history as it stands, and whether what was there before is still there. */
  remember(issueId: string, { history }: CharterAnswer): readonly string[] {
    const now = history.map((event) => JSON.stringify(event));
    const before = this.histories.get(issueId) ?? [];
    this.histories.set(issueId, now);
    return before.filter((event) => !now.includes(event));
  }
}
