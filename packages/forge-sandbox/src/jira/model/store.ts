import type {
  Issue,
  IssueType,
  Link,
  LinkType,
  Named,
  Notice,
  Project,
  Status,
  Stored,
  User,
  Workflow,
} from './types';
import type { Field } from '../fields/field';
import { renameProject } from './rename-project';

/** An issue as the search index still sees it, until the index has caught up. Null: not indexed yet. */
interface Stale {
  readonly seen: Issue | null;
  readonly until: number;
}

export interface JiraSnapshot {
  readonly maps: Readonly<Record<string, ReadonlyMap<string, unknown>>>;
  readonly notices: readonly Notice[];
}

/** The double's whole memory. Knows how things hang together, nothing of REST or permissions. */
export class JiraStore {
  readonly users = new Map<string, User>();
  readonly groups = new Map<string, Named>();
  readonly roles = new Map<string, Named>();
  readonly statuses = new Map<string, Status>();
  readonly issueTypes = new Map<string, IssueType>();
  readonly priorities = new Map<string, Named>();
  readonly resolutions = new Map<string, Named>();
  readonly linkTypes = new Map<string, LinkType>();
  readonly workflows = new Map<string, Workflow>();
  readonly projects = new Map<string, Project>();
  readonly fields = new Map<string, Field>();
  /** Custom fields in the trash: there for nobody, and their values wait. */
  readonly trashedFields = new Map<string, Field>();
  readonly issues = new Map<string, Issue>();
  readonly links = new Map<string, Link>();
  readonly notices: Notice[] = [];
  /** Grows with every change to issues; cached searches end with it. */
  revision = 0;

  private readonly idsByKey = new Map<string, string>();
  private readonly childrenOf = new Map<string, Set<string>>();
  private readonly linksOf = new Map<string, Set<Link>>();
  private readonly stale = new Map<string, Stale>();
  private readonly lastNumber = new Map<string, number>();
  private readonly counters = new Map<string, number>();

  /** @param indexLagMs how long search keeps seeing an issue as it was before its last change */
  constructor(
    private readonly now: () => number,
    readonly indexLagMs: number,
  ) {}

  /** Forgets everything. */
  clear(): void {
    for (const one of Object.values(this)) if (one instanceof Map) one.clear();
    this.notices.length = 0;
    this.revision += 1;
  }

  /** Everything remembered, map by map, for a snapshot. */
  snapshot(): JiraSnapshot {
    const maps = Object.entries(this).filter((entry) => entry[1] instanceof Map);
    return { maps: Object.fromEntries(maps), notices: this.notices };
  }

  /** Remembers what a snapshot holds, and nothing else. */
  restore({ maps, notices }: JiraSnapshot): void {
    this.clear();
    for (const [name, one] of Object.entries(this))
      if (one instanceof Map) for (const [key, value] of maps[name] ?? []) one.set(key, value);
    this.notices.push(...notices);
  }

  /** The next free numeric id of a kind, as a string. */
  nextId(kind: string, first = 10_000): string {
    const next = this.counters.get(kind) ?? first;
    this.counters.set(kind, next + 1);
    return String(next);
  }

  /** Makes sure `nextId` never hands out `id` again. */
  reserveId(kind: string, id: string, first = 10_000): void {
    const taken = Number(id);
    if (Number.isSafeInteger(taken))
      this.counters.set(kind, Math.max(this.counters.get(kind) ?? first, taken + 1));
  }

  nextKey(project: Project): string {
    return `${project.key}-${(this.lastNumber.get(project.key) ?? 0) + 1}`;
  }

  issue(idOrKey: string): Issue | undefined {
    return this.issues.get(idOrKey) ?? this.issues.get(this.idsByKey.get(idOrKey.toUpperCase()) ?? '');
  }

  project(idOrKey: string): Project | undefined {
    const byId = this.projects.get(idOrKey);
    if (byId) return byId;
    const key = idOrKey.toUpperCase();
    const all = [...this.projects.values()];
    return (
      all.find((project) => project.key === key) ?? all.find(({ formerKeys }) => formerKeys?.includes(key))
    );
  }

  projectOf(issue: Issue): Project {
    const project = this.projects.get(issue.projectId);
    if (!project) throw new Error(`Issue ${issue.key} belongs to no project`);
    return project;
  }

  workflowOf(issue: Issue): Workflow {
    const workflow = this.workflows.get(this.projectOf(issue).workflowId);
    if (!workflow) throw new Error(`Project of ${issue.key} has no workflow`);
    return workflow;
  }

  addIssue(issue: Issue): void {
    if (this.issues.has(issue.id) || this.idsByKey.has(issue.key))
      throw new Error(`Issue ${issue.key} exists already`);
    this.issues.set(issue.id, issue);
    this.idsByKey.set(issue.key, issue.id);
    this.reserveId('issue', issue.id);
    const [projectKey = '', number = '0'] = issue.key.split('-');
    this.lastNumber.set(projectKey, Math.max(this.lastNumber.get(projectKey) ?? 0, Number(number)));
    this.joinParent(issue, null);
    this.revision += 1;
    if (this.indexLagMs > 0) this.stale.set(issue.id, { seen: null, until: this.now() + this.indexLagMs });
  }

  removeIssue(issue: Issue): void {
    for (const link of [...this.linksFor(issue)]) this.removeLink(link);
    for (const child of this.children(issue)) this.setValue(child, 'parent', null);
    this.childrenOf.get(this.parentId(issue) ?? '')?.delete(issue.id);
    this.childrenOf.delete(issue.id);
    this.issues.delete(issue.id);
    for (const [key, id] of this.idsByKey) if (id === issue.id) this.idsByKey.delete(key);
    this.stale.delete(issue.id);
    this.revision += 1;
  }

  /** Gives the issue the next key of another project; its former key goes on leading to it. */
  moveIssue(issue: Issue, project: Project): void {
    this.touch(issue);
    issue.key = this.nextKey(project);
    issue.projectId = project.id;
    this.idsByKey.set(issue.key, issue.id);
    this.lastNumber.set(project.key, Number(issue.key.split('-')[1]));
  }

  /** Gives the project another key, and with it every issue; the former ones go on leading there. */
  renameProject(project: Project, key: string): Project {
    const { projects, issues, idsByKey, lastNumber } = this;
    this.revision += 1;
    const touch = (issue: Issue): void => this.touch(issue);
    return renameProject({ projects, issues, idsByKey, lastNumber, touch }, project, key);
  }

  /** Removes the project with everything in it, for good. */
  removeProject(project: Project): void {
    for (const issue of [...this.issues.values()])
      if (issue.projectId === project.id) this.removeIssue(issue);
    this.projects.delete(project.id);
    this.revision += 1;
  }

  /** Call before changing an issue: bumps the revision and lets the index lag behind. */
  touch(issue: Issue): void {
    this.revision += 1;
    if (this.indexLagMs === 0) return;
    const pending = this.stale.get(issue.id);
    const seen =
      pending && pending.until > this.now() ? pending.seen : { ...issue, values: new Map(issue.values) };
    this.stale.set(issue.id, { seen, until: this.now() + this.indexLagMs });
  }

  /** The issue as search sees it now; null while it is not indexed. */
  indexed(issue: Issue): Issue | null {
    const pending = this.stale.get(issue.id);
    if (!pending) return issue;
    if (pending.until > this.now()) return pending.seen;
    this.stale.delete(issue.id);
    return issue;
  }

  setValue(issue: Issue, fieldId: string, value: Stored): void {
    this.touch(issue);
    const formerParent = this.parentId(issue);
    if (value === null) issue.values.delete(fieldId);
    else issue.values.set(fieldId, value);
    if (fieldId === 'parent') this.joinParent(issue, formerParent);
  }

  parentId(issue: Issue): string | null {
    const parent = issue.values.get('parent');
    return typeof parent === 'string' ? parent : null;
  }

  children(issue: Issue): Issue[] {
    const found: Issue[] = [];
    for (const id of this.childrenOf.get(issue.id) ?? []) {
      const child = this.issues.get(id);
      if (child) found.push(child);
    }
    return found;
  }

  addLink(link: Link): void {
    this.links.set(link.id, link);
    this.reserveId('link', link.id);
    for (const end of [link.sourceId, link.destinationId]) {
      const known = this.linksOf.get(end);
      if (known) known.add(link);
      else this.linksOf.set(end, new Set([link]));
    }
    this.revision += 1;
  }

  removeLink(link: Link): void {
    this.links.delete(link.id);
    this.linksOf.get(link.sourceId)?.delete(link);
    this.linksOf.get(link.destinationId)?.delete(link);
    this.revision += 1;
  }

  linksFor(issue: Issue): Iterable<Link> {
    return this.linksOf.get(issue.id) ?? [];
  }

  private joinParent(issue: Issue, formerParent: string | null): void {
    if (formerParent !== null) this.childrenOf.get(formerParent)?.delete(issue.id);
    const parent = this.parentId(issue);
    if (parent === null) return;
    const siblings = this.childrenOf.get(parent);
    if (siblings) siblings.add(issue.id);
    else this.childrenOf.set(parent, new Set([issue.id]));
  }
}
