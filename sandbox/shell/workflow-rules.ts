import type { JiraStore } from '../jira/model/store';
import type { Project, Transition, ValidatorRule, Workflow } from '../jira/model/types';

type Store = Pick<JiraStore, 'workflows' | 'statuses' | 'nextId'>;

export const workflowOf = (store: Store, project: Project): Workflow => {
  const workflow = store.workflows.get(project.workflowId);
  if (workflow === undefined) throw new Error(`Project ${project.key} has no workflow.`);
  return workflow;
};

const statusView = (store: Store, id: string) => {
  const status = store.statuses.get(id);
  return { id, name: status?.name ?? id, category: status?.category ?? 'new' };
};

/** A workflow as its page shows it; `from` is null for transitions that start anywhere. */
export const workflowView = (store: Store, workflow: Workflow) => ({
  id: workflow.id,
  name: workflow.name,
  transitions: workflow.transitions.map((transition) => ({
    id: transition.id,
    name: transition.name,
    from: transition.from === 'any' ? null : transition.from.map((id) => statusView(store, id)),
    to: statusView(store, transition.to),
    rules: transition.validators,
  })),
});

/**
 * Replaces a transition's rules by what `change` makes of them. Workflows are replaced whole, as Jira publishes them.
 * @returns false when the workflow has no such transition.
 */
export const changeRules = (
  store: Store,
  workflow: Workflow,
  transitionId: string,
  change: (rules: readonly ValidatorRule[]) => readonly ValidatorRule[],
): boolean => {
  if (!workflow.transitions.some(({ id }) => id === transitionId)) return false;
  const transitions = workflow.transitions.map(
    (transition): Transition =>
      transition.id === transitionId ? { ...transition, validators: change(transition.validators) } : transition,
  );
  store.workflows.set(workflow.id, { ...workflow, transitions });
  return true;
};
