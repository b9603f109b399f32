import { PASSAGE_REASONS, type PassageReason } from '../../../domain/charter/charter';
import { CHECKPOINTS } from '../../../domain/policy/rules';
import type { Instant, IssueKey } from '../../../domain/values';
import { string } from '../../../platform/read';
import { followPassage } from '../../moves/record-passage';
import { defineJob } from '../define-job';
import { textIn, textsIn } from '../read-body';

/** The gate let a move pass although rules were unmet. */
export interface PassageJob {
  readonly kind: 'passage';
  readonly issueKey: IssueKey;
  readonly toStatusId: string;
  readonly checkpoint: 'start' | 'finish';
  readonly reason: Exclude<PassageReason, 'bypass' | 'entered'>;
  /** The child that moved, where `issueKey` is the item whose gate was asked. */
  readonly child?: IssueKey;
  readonly rules: readonly string[];
  /** Promises by agreement id of which is still to be read what they rest on, so that its rule joins the others. */
  readonly restsOn?: readonly string[];
  /** The sentences of the findings, for the comment in coach mode. */
  readonly advice: readonly string[];
  readonly at: Instant;
}

export const passage = defineJob<PassageJob>({
  kind: 'passage',
  paged: false,
  read(body) {
    const issueKey = textIn(body['issueKey']);
    const checkpoint = CHECKPOINTS.find((one) => one === body['checkpoint']);
    const reason = PASSAGE_REASONS.find((one) => one === body['reason']);
    if (issueKey === undefined || !checkpoint || !reason) return null;
    // Neither is what the gate let pass.
    if (reason === 'bypass' || reason === 'entered') return null;
    const child = textIn(body['child']);
    const restsOn = textsIn(body['restsOn']);
    return {
      kind: 'passage',
      issueKey,
      checkpoint,
      reason,
      toStatusId: string(body['toStatusId']),
      ...(child !== undefined && { child }),
      rules: textsIn(body['rules']),
      ...(restsOn.length > 0 && { restsOn }),
      advice: textsIn(body['advice']),
      at: string(body['at']),
    };
  },
  run: followPassage,
});
