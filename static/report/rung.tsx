import type { ReportItem } from '../../src/contract/answers';
import { useRungText } from '../ui/rung';

/** The highest rung anything of an item stands on, under what the gate found; nothing while no clock has run out. */
export function Rung({ item: { rung } }: { item: ReportItem }) {
  const rungText = useRungText();
  return rung && <div className="hf-report-rung hf-small">{rungText(rung, { withCause: true })}</div>;
}
