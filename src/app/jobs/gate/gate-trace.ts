import { CHECKPOINTS } from '../../../domain/policy/rules';
import { array, record, string } from '../../../platform/read';
import type { GateTrace, GateTraces } from '../../gate/ports';
import { defineJob } from '../define-job';
import { ruleIn, textIn } from '../read-body';
import { passage } from './passage';

/** A trace of the gate that storage did not take when it was left. */
export interface GateTraceJob {
  readonly kind: 'gate-trace';
  readonly trace: GateTrace;
}

function traceIn(value: unknown): GateTrace | null {
  const raw = record(value);
  const issueKey = textIn(raw['issueKey']);
  const at = textIn(raw['at']);
  const rule = ruleIn(raw['rule']);
  const checkpoint = CHECKPOINTS.find((one) => one === raw['checkpoint']);
  if (issueKey === undefined || at === undefined || !rule || !checkpoint) return null;
  return {
    issueId: string(raw['issueId']),
    issueKey,
    toStatusId: string(raw['toStatusId']),
    checkpoint,
    at,
    rule,
    isOwn: raw['isOwn'] === true,
    passages: array(raw['passages']).flatMap((one) => passage.read(record(one)) ?? []),
  };
}

export const gateTrace = defineJob<GateTraceJob>({
  kind: 'gate-trace',
  paged: false,
  read(body) {
    const trace = traceIn(body['trace']);
    return trace && { kind: 'gate-trace', trace };
  },
  run: ({ trace }, { traces }: { readonly traces: Pick<GateTraces, 'leave'> }) => traces.leave(trace),
});
