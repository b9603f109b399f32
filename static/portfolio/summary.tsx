import { Text, useText } from '../ui/text';
import { sumsOf } from './model/groups';
import type { Line } from './model/load';

/** What all lines come to, in one sentence, in room for its longest. */
export function Summary({ lines }: { lines: readonly Line[] }) {
  const t = useText();
  const sums = sumsOf(lines);
  return (
    <p className="hf-portfolio-summary" title={t('portfolio.testHelp')}>
      <Text
        id="portfolio.summary"
        values={{
          projects: lines.length,
          passing: sums.passing,
          items: sums.items - sums.notKnown,
          unanswered: sums.unanswered,
          overdue: sums.overdue,
          offTrack: sums.offTrack,
          decisions: sums.decisionsDue,
        }}
      />
    </p>
  );
}
