import type { Jira } from '../jira';
import type { Project, Status, Workflow } from '../jira/model/types';

const statusView = (jira: Pick<Jira, 'status'>, id: string) => {
  const status: Status | undefined = jira.status(id);
  return { id, name: status?.name ?? id, category: status?.category ?? 'new' };
};

/** A workflow as its page shows it; `from` is null for transitions that start anywhere. */
export const workflowView = (jira: Pick<Jira, 'status'>, workflow: Workflow) => ({
  id: workflow.id,
  name: workflow.name,
  transitions: workflow.transitions.map((transition) => ({
    id: transition.id,
    name: transition.name,
    from: transition.from === 'any' ? null : transition.from.map((id) => statusView(jira, id)),
    to: statusView(jira, transition.to),
    rules: transition.validators,
  })),
});

/** Who changes a workflow: Jira's administrators, and in team-managed projects the project's own. */
export const mayEditWorkflow = (project: Project, held: ReadonlySet<string>): boolean =>
  held.has('ADMINISTER') || (project.style === 'next-gen' && held.has('ADMINISTER_PROJECTS'));
