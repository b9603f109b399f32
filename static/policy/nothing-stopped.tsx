import type { Checkpoint } from '../../src/domain/policy/rules';
import { Notice } from '../ui/notice';
import { Text, useText } from '../ui/text';

/** Where the policy enforces and no rule is known to ask: that nothing is stopped yet, and what to do. */
export function NothingStopped({ unattached }: { unattached: readonly Checkpoint[] }) {
  const t = useText();
  const [first, second] = unattached;
  if (first === undefined) return null;
  return (
    <Notice tone="warning" title={t('policy.nothingStopped', { at: second === undefined ? first : 'both' })}>
      <Text id="policy.nothingStoppedBody" />
    </Notice>
  );
}
