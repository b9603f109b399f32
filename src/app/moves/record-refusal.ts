import { afterMeeting, type Met } from '../../domain/gate/border';
import { projectOf, type IssueKey } from '../../domain/values';
import type { RefusalJob } from '../jobs/gate/refusal';
import type { GateBorders, Refusals } from '../gate/ports';

export interface RefusalPorts {
  readonly borders: GateBorders;
  readonly refusals: Pick<Refusals, 'add'>;
}

/**
 * Keeps what a border of a project met: nothing is written where nothing new is known by it.
 *
 * @throws Unavailable
 */
export async function meetBorder(
  issueKey: IssueKey,
  met: Met,
  { borders }: Pick<RefusalPorts, 'borders'>,
): Promise<void> {
  const project = { project: projectOf(issueKey), id: met.projectId };
  await borders.change(project, (before) => afterMeeting(before, met));
}

/**
 * Counts a move that the gate refused, and knows by it that the rule is alive.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function followRefusal(
  { issueId, issueKey, projectId, checkpoint, rule, isOwn, at }: RefusalJob,
  ports: RefusalPorts,
): Promise<void> {
  await ports.refusals.add(issueId, at);
  // A child's transition says nothing about the one of the items under policy.
  if (isOwn) await meetBorder(issueKey, { projectId, checkpoint, at, rule }, ports);
}
