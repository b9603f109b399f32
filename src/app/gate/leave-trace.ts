import type { Instant } from '../../domain/values';
import { logError } from '../../platform/log';
import type { RefusalJob } from '../jobs/gate/refusal';
import type { FollowUp, FollowUps } from '../jobs/ports';
import type { SubjectRead } from '../subject/read-subject';
import type { Clock } from '../ports';
import type { GateTrace, GateTraces } from './ports';
import { uncheckedPassage, type Transition } from './passages';
import { SIDE_WORK_LIMIT_MS, within } from './time-limit';

export interface TracePorts {
  readonly traces: Pick<GateTraces, 'leave'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Jira needs a moment between letting the move pass and writing it into the changelog. */
const PASSAGE_DELAY_SECONDS = 5;

/** Two places can take what the gate leaves; both together have the time of one. */
const EACH_MS = SIDE_WORK_LIMIT_MS / 2;

/** What is known of a transition before anything of its item was read. */
export const traceOf = ({ issueKey, toStatusId, rule }: Transition, at: Instant): GateTrace => ({
  issueId: '',
  issueKey,
  toStatusId,
  checkpoint: rule.checkpoint,
  at,
  rule,
  isOwn: true,
  passages: [],
});

type Write = () => Promise<void>;

/** The first place that takes it; whatever fails, the verdict stands. */
async function leave(...places: readonly Write[]): Promise<void> {
  for (const place of places) {
    try {
      await within(EACH_MS, place());
      return;
    } catch (error) {
      logError('What the gate answered could not be kept', error);
    }
  }
}

/**
 * Keeps that the rule was asked and let a move pass, before Jira makes it: whoever looks at the move afterwards finds the
 * trace there. Storage takes it; where it does not, the queue does.
 */
export const leaveTrace = (trace: GateTrace, { traces, followUps }: TracePorts): Promise<void> =>
  leave(
    () => traces.leave(trace),
    () => followUps.push([{ kind: 'gate-trace', trace }]),
  );

/**
 * Keeps that a move passed which nobody could look at. The queue takes it, since storage may be what is out, and records it
 * whether or not Jira tells of the move.
 */
export function leaveUnchecked(
  transition: Transition,
  { traces, followUps, clock }: TracePorts,
): Promise<void> {
  const trace = traceOf(transition, clock.now());
  const passages = [uncheckedPassage(transition, trace.at)];
  return leave(
    () => followUps.push([{ kind: 'gate-trace', trace }, ...passages], PASSAGE_DELAY_SECONDS),
    () => traces.leave({ ...trace, passages }),
  );
}

/** Has a refusal counted. It moves nothing and accuses nobody, so that the queue alone takes it. */
export const tellRefusal = (job: RefusalJob, { followUps }: TracePorts): Promise<void> =>
  leave(() => followUps.push([job]));

/** Has what lies under a former key brought to the one it has; nothing is told where nothing does. */
export async function tellRenamed(
  { lying, raw }: Extract<SubjectRead, { readonly kind: 'read' }>,
  { followUps }: TracePorts,
): Promise<void> {
  const { issueId, projectId } = raw;
  const jobs: FollowUp[] = [
    ...(lying.home === undefined ? [] : [{ kind: 'rekey-project' as const, projectId, from: lying.home }]),
    ...(lying.lyingUnder === undefined
      ? []
      : [{ kind: 'locate-item' as const, issueId, issueKey: lying.lyingUnder, gone: false }]),
  ];
  if (jobs.length > 0) await leave(() => followUps.push(jobs));
}
