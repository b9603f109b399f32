import type { ReactNode } from 'react';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { FEWEST_ITEMS, type Summary, type Typical } from '../../../src/domain/report/backtest/summary';
import { Columns } from '../../ui/columns';
import { Text } from '../../ui/text';

/** How long items took whose start met a gap, beside those whose start met none. */
export function Comparison({ summary }: { summary: Summary }) {
  return (
    <section aria-labelledby="hf-backtest-compared">
      <Stack space="space.100">
        <h3 id="hf-backtest-compared" className="hf-title">
          <Text id="backtest.compared" />
        </h3>
        <Columns least="240px">
          <Side of={summary.withGap} title={<Text id="backtest.withGap" />} />
          <Side of={summary.withoutGap} title={<Text id="backtest.withoutGap" />} />
        </Columns>
        <p className="hf-subtle hf-small">
          <Text id="backtest.comparedHelp" values={{ fewest: FEWEST_ITEMS }} />
        </p>
      </Stack>
    </section>
  );
}

function Side({ of: { days, finished, unfinished }, title }: { of: Typical; title: ReactNode }) {
  return (
    <div className="hf-card hf-figure">
      <span className="hf-subtle">{title}</span>
      <span className="hf-figure-number">
        {days === null ? (
          <Text id="backtest.tooFew" />
        ) : (
          <Text id="backtest.days" values={{ days: Math.round(days * 10) / 10 }} />
        )}
      </span>
      <span className="hf-subtle hf-small">
        <Text id="backtest.sample" values={{ finished, unfinished }} />
      </span>
    </div>
  );
}
