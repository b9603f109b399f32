import type { PolicyAnswer } from '../../src/contract/answers';
import { CHECKPOINTS, type Checkpoint, type Mode } from '../../src/domain/policy/rules';
import { Notice } from '../ui/notice';
import { Text, useText } from '../ui/text';

interface Known {
  readonly mode: Mode;
  /** Absent where nobody knows what was asked. */
  readonly attached: PolicyAnswer['attached'];
}

/** Borders at which a policy enforces and no rule is known to ask. */
export const unstoppedBy = ({ mode, attached }: Known): readonly Checkpoint[] =>
  mode === 'enforce' && attached ? CHECKPOINTS.filter((checkpoint) => !attached[checkpoint]) : [];

/**
 * Somebody decided, and no transition asks yet: whoever may change the policy is led to the rule by a part of the page,
 * which says as well that nothing is stopped.
 */
export const leadsToRule = ({ policy, attached }: Pick<PolicyAnswer, 'policy' | 'attached'>): boolean =>
  policy.decidedBy !== undefined && attached !== undefined && !attached.start && !attached.finish;

/** Where the policy enforces and no rule is known to ask: that nothing is stopped yet, and what to do. */
export function NothingStopped(known: Known) {
  const t = useText();
  const [first, second] = unstoppedBy(known);
  if (first === undefined) return null;
  return (
    <Notice tone="warning" title={t('policy.nothingStopped', { at: second === undefined ? first : 'both' })}>
      <Text id="policy.nothingStoppedBody" />
    </Notice>
  );
}
