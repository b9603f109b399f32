import type { TransitionRule } from '../../../domain/policy/policy';
import { CHECKPOINTS, type Checkpoint } from '../../../domain/policy/rules';
import type { Instant, IssueKey } from '../../../domain/values';
import { string } from '../../../platform/read';
import { followRefusal } from '../../moves/record-refusal';
import { defineJob } from '../define-job';
import { ruleIn, textIn } from '../read-body';

/** The gate refused a move. */
export interface RefusalJob {
  readonly kind: 'refusal';
  readonly issueId: string;
  readonly issueKey: IssueKey;
  readonly projectId: string;
  readonly checkpoint: Checkpoint;
  readonly rule: TransitionRule;
  /** The item's own rules held it, and not those of an item above. */
  readonly isOwn: boolean;
  readonly at: Instant;
}

export const refusal = defineJob<RefusalJob>({
  kind: 'refusal',
  paged: false,
  read(body) {
    const issueKey = textIn(body['issueKey']);
    const issueId = textIn(body['issueId']);
    const at = textIn(body['at']);
    const rule = ruleIn(body['rule']);
    const checkpoint = CHECKPOINTS.find((one) => one === body['checkpoint']);
    if (issueKey === undefined || issueId === undefined || at === undefined || !checkpoint || !rule)
      return null;
    return {
      kind: 'refusal',
      issueId,
      issueKey,
      projectId: string(body['projectId']),
      checkpoint,
      rule,
      isOwn: body['isOwn'] === true,
      at,
    };
  },
  run: followRefusal,
});
