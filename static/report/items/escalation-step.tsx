import type { RungReached } from '../../../src/domain/notices/steps-by-cause';
import { useRungText } from '../../ui/rung';

/** The highest step anything of an item stands on, and what for. */
export function HighestStep({ rung }: { rung: RungReached }) {
  return <span className="hf-report-rung">{useRungText()(rung, { withCause: true })}</span>;
}
