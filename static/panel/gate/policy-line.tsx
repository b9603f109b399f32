import type { GateView } from '../../../src/contract/answers';
import { useText } from '../../ui/text';

/** Which policy, in which version, made the findings. */
export function PolicyLine({ gate }: { gate: GateView }) {
  const t = useText();
  return (
    <p className="hf-gate-note hf-policy-line">
      {gate.policyOf === undefined
        ? t('waiver.policyShipped')
        : t(gate.policyOf === 'site' ? 'waiver.policySite' : 'waiver.policyProject', {
            version: gate.policyVersion,
          })}
    </p>
  );
}
