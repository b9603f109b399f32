import type { ReachedStep } from '../../../src/domain/notices/steps-by-cause';
import { useStepText } from '../../ui/reached-step';

/** The highest step anything of an item stands on, and what for. */
export function HighestStep({ step }: { step: ReachedStep }) {
  return <span className="hf-report-step">{useStepText()(step, { withCause: true })}</span>;
}
