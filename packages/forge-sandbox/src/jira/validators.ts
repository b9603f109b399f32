import type { ValidatorEvent } from '../kernel';
import type { Transition } from './model/types';
import type { Site } from './site';

/** What validators are told of a move beside where it leads; an item that is only being made comes from no status. */
export interface Moving {
  readonly issue: ValidatorEvent['issue'];
  readonly from?: { readonly id: string };
  readonly modifiedFields: Readonly<Record<string, unknown>>;
}

/** Runs every validator of the transition, in order, and collects what they object to. */
export async function objections(
  site: Site,
  { validators, to }: Transition,
  { issue, from, modifiedFields }: Moving,
): Promise<readonly string[]> {
  const host = site.host();
  const messages: string[] = [];
  for (const rule of validators) {
    const answer = await host?.validate(rule.moduleKey, {
      issue,
      configuration: rule.configuration,
      transition: { ...(from && { from }), to: { id: to }, modifiedFields },
    });
    // A rule whose app is gone holds the transition shut, as Jira does.
    if (!answer) messages.push(`The app that provides the validator "${rule.moduleKey}" is not available.`);
    else if (!answer.result)
      messages.push(answer.errorMessage ?? 'A workflow validator refused this transition.');
  }
  return messages;
}
