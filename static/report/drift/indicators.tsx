import { useMemo, useState } from 'react';
import { indicatorWords } from '../../../src/contract/wording/indicators';
import { providerName } from '../../../src/contract/wording/drift';
import { namesFrom } from '../../../src/contract/wording/names';
import { judgedSeries, type Judged } from '../../../src/domain/drift/drift';
import { FEWEST_WEEKS } from '../../../src/domain/drift/judge';
import { providerKey } from '../../../src/domain/indicators/indicators';
import { providersIn } from '../../../src/domain/indicators/series';
import { LoadProblem } from '../../ui/call-problem';
import { Choice } from '../../ui/choice';
import { EmptyState } from '../../ui/empty-state';
import { SkeletonLines } from '../../ui/skeleton';
import { Text, useText } from '../../ui/text';
import { Multiple } from './multiple';
import { useEvidence } from './use-evidence';

const WHOLE = 'whole';

/** Every indicator as a small chart, of the project or of one of its handoffs. */
export function Indicators() {
  const t = useText();
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState(WHOLE);
  const { evidence, weeks, people, state } = useEvidence(attempt);
  const series = useMemo(() => judgedSeries(evidence, weeks), [evidence, weeks]);
  const name = namesFrom(people);
  const providers = providersIn(evidence);
  const options = [
    { value: WHOLE, label: t('drift.whole') },
    ...providers.map((provider) => ({
      value: providerKey(provider),
      label: t('drift.handoffTo', { name: providerName(provider, name) }),
    })),
  ];
  const isShown = ({ provider }: Judged): boolean =>
    shown === WHOLE ? !provider : provider !== undefined && providerKey(provider) === shown;
  if (weeks.length === 0 && state === 'loading') return <SkeletonLines lines={6} />;
  if (evidence.withHistory === 0 && state === 'done') {
    return (
      <EmptyState title={t('drift.noneTitle')}>
        <Text id="drift.noneBody" values={{ items: evidence.items, need: FEWEST_WEEKS }} />
      </EmptyState>
    );
  }
  return (
    <div className="hf-indicators">
      {typeof state === 'object' && (
        <LoadProblem problem={state} onRetry={() => setAttempt((before) => before + 1)} />
      )}
      {providers.length > 0 && (
        <Choice label={t('drift.of')} value={shown} options={options} onChange={setShown} />
      )}
      {state === 'loading' && (
        <p className="hf-subtle" role="status">
          <Text id="drift.loadedItems" values={{ items: evidence.items }} />
        </p>
      )}
      <ul className="hf-multiples">
        {[...series.filter(isShown)].sort(measuredFirst).map((one) => (
          <li key={one.indicator}>
            <Multiple series={one} words={indicatorWords[one.indicator]} />
          </li>
        ))}
      </ul>
      {evidence.cut > 0 && (
        <p className="hf-subtle hf-small">
          <Text id="drift.cut" values={{ count: evidence.cut }} />
        </p>
      )}
    </div>
  );
}

const isMeasured = ({ points }: Judged): boolean => points.some(({ value }) => value !== null);
/** What there is to see comes before what there is not yet, each in its usual order. */
const measuredFirst = (a: Judged, b: Judged): number => Number(isMeasured(b)) - Number(isMeasured(a));
