import type {
  Issue,
  Named,
  Notice,
  Project,
  Status,
  Transition,
  User,
  ValidatorRule,
  Workflow,
} from '../model/types';
import { canBrowse, canSee } from '../permissions';
import { viewerOf, type Site } from '../site';

export interface Card {
  readonly key: string;
  readonly summary: string;
  readonly type: string;
  readonly assignee: User | null;
  readonly priority: string | null;
}

export interface Board {
  readonly project: Project;
  readonly columns: readonly { readonly status: Status; readonly cards: readonly Card[] }[];
}

/** One validator on one transition, with what its configuration page needs to know. */
export interface RuleView {
  readonly workflow: Workflow;
  readonly transition: Transition;
  readonly rule: ValidatorRule;
  readonly from: readonly Status[] | 'any';
  readonly to: Status | undefined;
}

/** What the shell reads and changes beside REST. */
export interface View {
  users(): readonly User[];
  user(accountIdOrEmail: string): User | undefined;
  /** Projects this account may browse; all of them without one. */
  projects(accountId?: string): readonly Project[];
  project(idOrKey: string): Project | undefined;
  workflowOf(projectKey: string): Workflow | undefined;
  status(id: string): Status | undefined;
  priorities(): readonly Named[];
  /** Any issue, whoever asks: for seeds, tests and the host. The shell reads issues over REST, as its user. */
  issue(idOrKey: string): Issue | undefined;
  /** All of them, for whoever makes worlds; see `issue`. */
  issues(): Iterable<Issue>;
  issueCount(projectKey?: string): number;
  /** The project's work in columns, only what this account may see; undefined when it may not browse the project. */
  board(projectKey: string, accountId: string): Board | undefined;
  /** Validators on the project's workflow. */
  rules(projectKey: string): readonly RuleView[];
  /** Saves a validator's configuration, as `workflowRules.onConfigure` does. Without a rule id it adds a new rule. */
  configureRule(
    at: { workflowId: string; transitionId: string; ruleId?: string; moduleKey: string },
    configuration: unknown,
  ): ValidatorRule;
  removeRule(workflowId: string, transitionId: string, ruleId: string): void;
  /** Mails that `issue/{key}/notify` would have sent to this account, newest first; everyone's without one. */
  notices(accountId?: string): readonly Notice[];
  /** Empties every mailbox: what was sent so far is nobody's news. */
  forgetNotices(): void;
}

export function createView(site: Site): View {
  const { store } = site;
  const changeTransition = (
    workflowId: string,
    transitionId: string,
    change: (rules: readonly ValidatorRule[]) => ValidatorRule[],
  ): void => {
    const workflow = store.workflows.get(workflowId);
    if (!workflow?.transitions.some((one) => one.id === transitionId))
      throw new Error(`No transition ${transitionId} in workflow ${workflowId}`);
    const transitions = workflow.transitions.map((one) =>
      one.id === transitionId ? { ...one, validators: change(one.validators) } : one,
    );
    store.workflows.set(workflowId, { ...workflow, transitions });
  };
  const view: View = {
    users: () => [...store.users.values()],
    user(accountIdOrEmail) {
      const known = store.users.get(accountIdOrEmail);
      if (known) return known;
      for (const user of store.users.values())
        if (accountIdOrEmail !== '' && user.emailAddress.toLowerCase() === accountIdOrEmail.toLowerCase())
          return user;
      return undefined;
    },
    projects(accountId) {
      const all = [...store.projects.values()];
      if (accountId === undefined) return all;
      const viewer = viewerOf(site, { kind: 'user', accountId }, false);
      return all.filter((project) => canBrowse(viewer, project));
    },
    project: (idOrKey) => store.project(idOrKey),
    workflowOf: (projectKey) => store.workflows.get(store.project(projectKey)?.workflowId ?? ''),
    status: (id) => store.statuses.get(id),
    priorities: () => [...store.priorities.values()],
    issue: (idOrKey) => store.issue(idOrKey),
    issues: () => store.issues.values(),
    issueCount(projectKey) {
      const project = projectKey === undefined ? undefined : store.project(projectKey);
      if (projectKey === undefined) return store.issues.size;
      let count = 0;
      for (const issue of store.issues.values()) if (issue.projectId === project?.id) count += 1;
      return count;
    },
    board(projectKey, accountId) {
      const project = store.project(projectKey);
      const workflow = view.workflowOf(projectKey);
      const viewer = viewerOf(site, { kind: 'user', accountId }, false);
      if (!project || !workflow || !canBrowse(viewer, project)) return undefined;
      const cards = new Map<string, Card[]>(workflow.statusIds.map((id) => [id, []]));
      for (const issue of store.issues.values()) {
        if (issue.projectId !== project.id || !canSee(site, viewer, issue)) continue;
        cards.get(issue.statusId)?.push({
          key: issue.key,
          summary: String(issue.values.get('summary') ?? ''),
          type: store.issueTypes.get(issue.typeId)?.name ?? '',
          assignee: store.users.get(String(issue.values.get('assignee') ?? '')) ?? null,
          priority: store.priorities.get(String(issue.values.get('priority') ?? ''))?.name ?? null,
        });
      }
      const columns = workflow.statusIds.flatMap((id) => {
        const status = store.statuses.get(id);
        return status ? [{ status, cards: cards.get(id) ?? [] }] : [];
      });
      return { project, columns };
    },
    rules(projectKey) {
      const workflow = view.workflowOf(projectKey);
      return (workflow?.transitions ?? []).flatMap((transition) =>
        transition.validators.map((rule) => ({
          workflow: workflow ?? fail(),
          transition,
          rule,
          from:
            transition.from === 'any' ? 'any' : transition.from.flatMap((id) => store.statuses.get(id) ?? []),
          to: store.statuses.get(transition.to),
        })),
      );
    },
    configureRule(at, configuration) {
      const rule: ValidatorRule = {
        id: at.ruleId ?? store.nextId('rule'),
        moduleKey: at.moduleKey,
        configuration,
      };
      changeTransition(at.workflowId, at.transitionId, (rules) =>
        rules.some((one) => one.id === rule.id)
          ? rules.map((one) => (one.id === rule.id ? rule : one))
          : [...rules, rule],
      );
      return rule;
    },
    removeRule(workflowId, transitionId, ruleId) {
      changeTransition(workflowId, transitionId, (rules) => rules.filter((one) => one.id !== ruleId));
    },
    forgetNotices() {
      store.notices.length = 0;
    },

    notices(accountId) {
      const all = [...store.notices].reverse();
      return accountId === undefined ? all : all.filter((notice) => notice.recipients.includes(accountId));
    },
  };
  return view;
}

function fail(): never {
  throw new Error('A rule without a workflow');
}
