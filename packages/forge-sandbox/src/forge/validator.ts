import { z } from 'zod';
import type { ValidatorAnswer, ValidatorEvent } from '../kernel';
import type { AppParts } from './app-parts';
import { workflowValidator } from '../modules/workflow-validator';
import { findModule } from './manifest';
import { backendContext } from './runtime';

/** What a person reads when the app's validator broke: nothing of the cause, as on Jira. */
export const VALIDATOR_FAILED = 'We couldn’t run a validator of this transition. Contact your Jira admin.';
/** What a person reads when the validator refused without a message. */
export const VALIDATOR_REFUSED = 'A validator of this transition did not pass.';

const answerSchema = z.looseObject({ result: z.boolean(), errorMessage: z.string().nullish() });

/** Runs a workflow validator: no person behind it, 25 s, and anything but a proper answer refuses the transition. */
export async function runValidator(
  needs: AppParts,
  moduleKey: string,
  event: ValidatorEvent,
): Promise<ValidatorAnswer> {
  const module = findModule(needs.manifest, moduleKey);
  if (module?.type !== workflowValidator.type || module.functions.function === undefined) {
    return { result: false, errorMessage: VALIDATOR_FAILED };
  }
  const outcome = await needs.runner.run({
    kind: 'validator',
    moduleKey,
    functionKey: module.functions.function,
    event,
    context: backendContext(needs.installation, undefined, needs.licence()),
  });
  const answer = outcome.kind === 'answered' ? answerSchema.safeParse(outcome.value) : undefined;
  if (answer?.success !== true) return { result: false, errorMessage: VALIDATOR_FAILED };
  if (answer.data.result) return { result: true };
  return { result: false, errorMessage: answer.data.errorMessage || VALIDATOR_REFUSED };
}
