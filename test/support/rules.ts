import type { Sandbox } from '../../packages/forge-sandbox/src/sandbox';
import { clientOf } from './client';
import type { ServedSite } from './sandbox';

/** Saves the gate's configuration on one transition of a project, as the rule's page does; returns a way back. */
export function configureGate(
  { jira }: Sandbox,
  projectKey: string,
  transitionName: string,
  configuration: unknown,
): () => void {
  const view = jira.rules(projectKey).find(({ transition }) => transition.name === transitionName);
  if (!view) throw new Error(`${projectKey} has no gated transition ${transitionName}`);
  const { workflow, transition, rule } = view;
  const at = {
    workflowId: workflow.id,
    transitionId: transition.id,
    ruleId: rule.id,
    moduleKey: rule.moduleKey,
  };
  jira.configureRule(at, configuration);
  return () => void jira.configureRule(at, rule.configuration);
}

interface PolicySeen {
  readonly mode: string;
  readonly rules: Readonly<Record<string, Readonly<Record<'start' | 'finish', string>>>>;
}

/** Changes a project's policy as its administrator. @throws Error when it is refused. */
export async function changePolicy(
  site: ServedSite,
  projectKey: string,
  change: (policy: PolicySeen) => object,
): Promise<void> {
  const admin = clientOf(site, 'u-admin');
  const { body } = await admin.invoke('project-policy', 'policy/get', {}, { projectKey });
  const { policy } = body as { policy: PolicySeen };
  const payload = { policy: { ...policy, ...change(policy) } };
  const reply = await admin.invoke('project-policy', 'policy/save', payload, { projectKey });
  if ((reply.body as { ok?: boolean }).ok !== true) throw new Error(JSON.stringify(reply.body));
}
