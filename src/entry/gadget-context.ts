import { calls } from '../contract/calls';
import { record, string } from '../platform/read';
import type { Caller } from './dispatch';

const GADGET = 'jira:dashboardGadget';
const PROJECT_KEY = /^[A-Z][A-Z0-9_]{1,254}$/;

const extensionOf = (context: unknown): Readonly<Record<string, unknown>> =>
  record(record(context)['extension']);

/** Whether a call comes from a dashboard. */
export const isGadget = (context: unknown): boolean => string(extensionOf(context)['type']) === GADGET;

/** A dashboard reads what its own calls tell and changes nothing. */
export const gadgetMayAsk = (functionKey: string): boolean =>
  calls.some((call) => call.key === functionKey && 'onDashboard' in call);

/**
 * The caller as a dashboard names them. Its project is what somebody once configured, so it says nothing about rights:
 * whether this viewer may browse it is asked of Jira, as them, with every call. A work item or project beside it is not
 * looked at.
 */
export function gadgetCaller(accountId: string | undefined, context: unknown): Caller {
  const projectKey = string(record(extensionOf(context)['gadgetConfiguration'])['projectKey']);
  return {
    accountId,
    issueKey: undefined,
    projectKey: PROJECT_KEY.test(projectKey) ? projectKey : undefined,
  };
}
