import Resolver from '@forge/resolver';
import { callByKey } from '../contract/calls';
import { isRecord, record, string } from '../platform/read';
import { itemHistories as histories } from '../platform/jira/item-histories';
import { jira } from '../platform/jira/jira';
import { messages } from '../platform/jira/messages';
import { auditLog as audit } from '../platform/storage/audit';
import { brakeStore as brakes } from '../platform/storage/brakes';
import { charterStore as charters } from '../platform/storage/charters';
import { clockStore as clocks } from '../platform/storage/clocks';
import { commitmentStore as commitments } from '../platform/storage/commitments';
import { awayStore as away, teamStore as teams } from '../platform/storage/directory';
import { followUps } from '../platform/storage/follow-ups';
import { refusals } from '../platform/storage/gate-traces';
import { summaryStore as summaries } from '../platform/storage/project-summaries';
import { policyStore as policies } from '../platform/storage/policies';
import type { ProjectPolicy } from '../app/subject/project-items';
import { policyRecords } from '../platform/storage/policy-records';
import { preferenceStore as preferences } from '../platform/storage/preferences';
import { readinessStore as readiness } from '../platform/storage/readiness';
import { budget, COUNTING_TIMEOUT_MS } from '../platform/points-budget';
import { spentPoints as spent } from '../platform/storage/points';
import { runs } from '../platform/storage/runs';
import { timeLimited } from '../platform/time-limit';
import { callsOn } from './calls';
import { dispatch, type Caller, type Contract } from './dispatch';
import { gadgetCaller, gadgetMayAsk, isGadget } from './gadget-context';
import { hasLapsed } from './licence';
import { rememberedBySite } from './remembered';
import { clock } from './runtime';

const orUndefined = (text: string): string | undefined => (text === '' ? undefined : text);

/** Who calls and from where, out of the context that the platform signs. */
export function callerOf(context: unknown): Caller {
  const { accountId, cloudId, extension } = record(context);
  if (isGadget(context)) return gadgetCaller(orUndefined(string(accountId)), context);
  const { issue, project } = record(extension);
  return {
    accountId: orUndefined(string(accountId)),
    isUnlicensed: hasLapsed(context),
    site: orUndefined(string(cloudId)),
    issueKey: orUndefined(string(record(issue)['key'])),
    projectKey: orUndefined(string(record(project)['key'])),
  };
}

/** Projects whose last reading this instance keeps, of all sites that it serves. */
const PROJECTS_REMEMBERED = 200;

const spentPoints = timeLimited(spent, COUNTING_TIMEOUT_MS);

const contract: Contract = {
  calls: callsOn({
    jira,
    histories,
    charters,
    commitments,
    policies,
    brakes,
    audit,
    policyRecords,
    preferences,
    readiness,
    teams,
    away,
    refusals,
    summaries,
    followUps,
    clocks,
    messages,
    clock,
  }),
  item: { jira, charters, policies, clock },
  project: jira,
  waiting: {
    optionally: (work, isSmallAtFirst) => budget.optionally(work, spentPoints, { isSmallAtFirst }),
    runs,
    clock,
    lastRead: rememberedBySite<ProjectPolicy>(PROJECTS_REMEMBERED),
  },
};

const resolver = new Resolver();
for (const key of Object.keys(callByKey)) {
  resolver.define(key, ({ payload, context }) => dispatch(key, payload, callerOf(context), contract));
}
const definitions = resolver.getDefinitions();

/** What may not be asked from there is as if it did not exist. */
const asked = (functionKey: string, context: unknown): string =>
  isGadget(context) && !gadgetMayAsk(functionKey) ? '' : functionKey;

/** Every Custom UI module's backend. A call nobody defined is refused like any other, instead of failing the invocation. */
export const handler: typeof definitions = (request, runtime) => {
  const functionKey = asked(request.call.functionKey, request.context);
  return Object.hasOwn(callByKey, functionKey) && isRecord(request.context)
    ? definitions(request, runtime)
    : dispatch(functionKey, undefined, callerOf(request.context), contract);
};
