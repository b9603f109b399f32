import type { RuleModeAnswer } from '../../contract/answers';
import { MODES, type Mode } from '../../domain/policy/rules';
import { strictest } from '../../domain/policy/policy';
import type { PolicyRecords, PolicyStore } from '../policy/ports';
import { savedPolicyFor } from '../subject/policy-for';

export interface RuleModePorts {
  readonly policies: Pick<PolicyStore, 'read'>;
  readonly policyRecords: Pick<PolicyRecords, 'page'>;
}

/**
 * The mode that a rule of this workflow is saved under, whatever brake is in force: the project's, or for a workflow that projects share the
 * strictest in force on the site, because nobody says which projects use it. Nothing is written.
 *
 * @throws Unavailable
 */
export async function ruleMode(
  project: { readonly projectKey: string; readonly projectId: string } | null,
  ports: RuleModePorts,
): Promise<RuleModeAnswer> {
  if (project === null) {
    const [mode, { brake }] = await Promise.all([strictestOfSite(ports), ports.policies.read('site')]);
    return { ok: true, mode, ...(brake && { brake }) };
  }
  const stored = await ports.policies.read({ project: project.projectKey, id: project.projectId });
  return {
    ok: true,
    mode: savedPolicyFor(stored, project.projectId).mode,
    ...(stored.brake && { brake: stored.brake }),
  };
}

/** What the projects that decided nothing follow, and what every other decided, until nothing stricter can come. */
async function strictestOfSite({ policies, policyRecords }: RuleModePorts): Promise<Mode> {
  let { mode } = savedPolicyFor(await policies.read('site'), null);
  let cursor: string | undefined;
  while (mode !== MODES.at(-1)) {
    const { found, next } = await policyRecords.page(cursor);
    mode = found.reduce<Mode>((so, { policy }) => strictest(so, policy.mode), mode);
    if (next === undefined) break;
    cursor = next;
  }
  return mode;
}
