import { evaluateTransition } from '../app/gate/evaluate-transition';
import { record, string } from '../platform/read';
import { gateReads } from '../platform/jira/gate-reads';
import { withModifiedFields } from '../platform/jira/work-item';
import { charterStore } from '../platform/storage/charters';
import { followUps } from '../platform/storage/follow-ups';
import { gateTraces } from '../platform/storage/gate-traces';
import { policyStore } from '../platform/storage/policies';
import { lastModesOf } from './last-modes';
import { clock } from './runtime';
import { readTransitionRule } from './transition-rule';

interface ValidatorResult {
  readonly result: boolean;
  readonly errorMessage?: string;
}

/** `jira:workflowValidator`: Jira's event and the platform's context in, whether the transition may pass out. */
export async function transitionGate(event: unknown, context?: unknown): Promise<ValidatorResult> {
  const { issue, configuration, transition } = record(event);
  const { to, modifiedFields } = record(transition);
  const issueKey = string(record(issue)['key']);
  const answer = await evaluateTransition(
    {
      issueKey,
      toStatusId: string(record(to)['id']),
      rule: readTransitionRule(configuration),
      onScreen: (item, reading) => withModifiedFields(item, reading, record(modifiedFields)),
    },
    {
      jira: gateReads,
      charters: charterStore,
      policies: policyStore,
      followUps,
      traces: gateTraces,
      lastModes: lastModesOf(string(record(context)['installContext'])),
      clock,
    },
  );
  return answer.allowed ? { result: true } : { result: false, errorMessage: answer.message };
}
