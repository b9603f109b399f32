import { z } from 'zod';
import type { JiraDouble, JiraResponse } from '../kernel';
import type { JiraStore } from './model/store';

/** The account that a site's automation rules act under, of the type that apps have. */
export const AUTOMATION_ACCOUNT = 'automation-for-jira';

/** One action of a rule on one issue: a move by its transition's id or name, or new values of fields. */
export const automationAction = z.union([
  z.strictObject({ issueKey: z.string().min(1), transition: z.string().min(1) }),
  z.strictObject({ issueKey: z.string().min(1), fields: z.record(z.string(), z.unknown()) }),
]);
export type AutomationAction = z.infer<typeof automationAction>;

/** What the rule's log says of it: done, or in which words Jira refused. */
export interface AutomationOutcome {
  readonly outcome: 'success' | 'refused';
  readonly messages: readonly string[];
}

const transitionsBody = z.looseObject({
  transitions: z.array(z.looseObject({ id: z.string(), name: z.string() })),
});
const errorBody = z.looseObject({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

/** Every site has the account; it is met only once a rule has run. */
export function joinAutomation(store: JiraStore): void {
  if (store.users.has(AUTOMATION_ACCOUNT)) return;
  store.users.set(AUTOMATION_ACCOUNT, {
    accountId: AUTOMATION_ACCOUNT,
    displayName: 'Automation for Jira',
    emailAddress: '',
    accountType: 'app',
    active: true,
    timeZone: 'UTC',
    locale: 'en_US',
    groups: [],
  });
}

/** Runs a rule's action by Jira's own API: whatever holds a person's move or edit back holds the rule's back. */
export async function automate(
  jira: Pick<JiraDouble, 'handle'>,
  action: AutomationAction,
): Promise<AutomationOutcome> {
  const ask = (method: string, below: string, body?: unknown): Promise<JiraResponse> =>
    jira.handle({
      method,
      path: `/rest/api/3/issue/${encodeURIComponent(action.issueKey)}${below}`,
      query: new URLSearchParams(),
      headers: {},
      body,
      actor: { kind: 'automation' },
    });
  if ('fields' in action) return outcomeOf(await ask('PUT', '', { fields: action.fields }));
  const offered = await ask('GET', '/transitions');
  if (offered.status !== 200) return outcomeOf(offered);
  const found = transitionsBody
    .parse(offered.body)
    .transitions.find(({ id, name }) => id === action.transition || name === action.transition);
  if (!found)
    return {
      outcome: 'refused',
      messages: [`No transition ${action.transition} leads out of the status of ${action.issueKey}.`],
    };
  return outcomeOf(await ask('POST', '/transitions', { transition: { id: found.id } }));
}

function outcomeOf({ status, body }: JiraResponse): AutomationOutcome {
  if (status < 300) return { outcome: 'success', messages: [] };
  const { errorMessages, errors } = errorBody.parse(body);
  return { outcome: 'refused', messages: [...errorMessages, ...Object.values(errors)] };
}
