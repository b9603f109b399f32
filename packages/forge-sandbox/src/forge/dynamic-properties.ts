import { z } from 'zod';
import type { JiraDouble } from '../kernel';
import { resolverContext, type Place } from './context';
import type { FunctionRunner } from './functions';
import type { Installation } from './installation';
import type { licenceOf } from './licence';
import { findModule, type AppManifest } from './manifest';
import { InvokeError } from './resolver';
import { backendContext } from './runtime';

const answerSchema = z.looseObject({
  status: z
    .strictObject({
      type: z.literal('lozenge'),
      value: z.strictObject({
        label: z.string().min(1),
        type: z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']).optional(),
      }),
    })
    .optional(),
});
export type DynamicProperties = z.infer<typeof answerSchema>;

/**
 * Runs a module's `dynamicProperties` as the person who looks at the page, as Jira does while an issue context is
 * collapsed. A function that fails, hangs or answers nonsense leaves the module as the manifest has it: nothing changes.
 * Badges and icons are not read here, and count as nonsense.
 *
 * @throws InvokeError when the manifest has no such module.
 */
export async function runDynamicProperties(
  needs: {
    readonly manifest: AppManifest;
    readonly installation: Installation;
    readonly runner: FunctionRunner;
    readonly licence: () => ReturnType<typeof licenceOf>;
    readonly jira: JiraDouble;
    readonly onProblem: (where: string, problem: unknown) => void;
  },
  {
    moduleKey,
    place,
    accountId,
  }: { readonly moduleKey: string; readonly place: Place; readonly accountId: string | undefined },
): Promise<DynamicProperties> {
  const { manifest, installation, runner, jira } = needs;
  const module = findModule(manifest, moduleKey);
  if (module?.functions.dynamicProperties === undefined) {
    throw new InvokeError(
      'MODULE_NOT_FOUND',
      `The manifest has no module ${moduleKey} with dynamic properties.`,
    );
  }
  const { cloudId, extension } = await resolverContext(jira, installation, module, place, accountId);
  const outcome = await runner.run({
    kind: 'properties',
    moduleKey,
    functionKey: module.functions.dynamicProperties,
    accountId,
    event: { cloudId, extension },
    context: backendContext(installation, accountId, needs.licence()),
  });
  if (outcome.kind !== 'answered') return {};
  const answer = answerSchema.safeParse(outcome.value ?? {});
  if (!answer.success) needs.onProblem(`dynamic properties of ${moduleKey}`, z.prettifyError(answer.error));
  return answer.success ? answer.data : {};
}
