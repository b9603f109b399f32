import { CHECKPOINTS, type Checkpoint } from '../../../domain/policy/rules';
import type { IssueKey } from '../../../domain/values';
import { string } from '../../../platform/read';
import { followMove } from '../../moves/record-bypass';
import { defineJob } from '../define-job';
import { textIn } from '../read-body';

/** Jira says the item changed status: was the gate asked? */
export interface TransitionCheckJob {
  readonly kind: 'transition-check';
  readonly issueKey: IssueKey;
  readonly toStatusId: string;
  readonly checkpoint: Checkpoint;
}

export const transitionCheck = defineJob<TransitionCheckJob>({
  kind: 'transition-check',
  formerly: 'moved',
  paged: false,
  read(body) {
    const issueKey = textIn(body['issueKey']);
    const checkpoint = CHECKPOINTS.find((one) => one === body['checkpoint']);
    return issueKey === undefined || !checkpoint
      ? null
      : { kind: 'transition-check', issueKey, toStatusId: string(body['toStatusId']), checkpoint };
  },
  run: followMove,
});
