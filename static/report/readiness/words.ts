import type { Checkpoint } from '../../../src/domain/policy/rules';
import type { Behaviour } from '../../../src/domain/readiness/programme';
import type { Translate } from '../../ui/text';

/** `At Start: Every request is acknowledged by the person asked.` */
export const behaviourText = ({ rule, checkpoint }: Behaviour, t: Translate): string =>
  t(checkpoint === 'start' ? 'readiness.atStart' : 'readiness.atFinish') + t(`policy.rule.${rule}`);

export const groupText = (checkpoint: Checkpoint, t: Translate): string =>
  t(checkpoint === 'start' ? 'readiness.groupStart' : 'readiness.groupFinish');
