import { useEffect, useMemo, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { indicatorWords } from '../../../src/contract/wording/indicators';
import { sideName } from '../../../src/contract/wording/names';
import { chartMarks, judgedSeries, type Judged } from '../../../src/domain/report/drift/drift';
import { FEWEST_WEEKS } from '../../../src/domain/report/drift/judge';
import { INDICATORS, JIRA_INDICATORS } from '../../../src/domain/report/indicators/indicators';
import { weekOf } from '../../../src/domain/report/indicators/weeks';
import { providersIn } from '../../../src/domain/report/indicators/series';
import { sideKey } from '../../../src/domain/team/side';
import { LoadProblem } from '../../ui/call-problem';
import { Choice } from '../../ui/choice';
import { Columns } from '../../ui/columns';
import { EmptyState } from '../../ui/empty-state';
import { SkeletonLines } from '../../ui/skeleton';
import { useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { lettered } from './model/policy-changes';
import { Multiple } from './multiple';
import { PolicyChangeList } from './policy-changes';
import { useEvidence } from './use-evidence';
import { useFigures } from './use-figures';

const WHOLE = 'whole';

/** Where figures come from: charters, or Jira's own changelogs, which tell of the time before them too. */
export type Source = 'charters' | 'jira';

const sources = {
  charters: { call: 'report/indicators', indicators: INDICATORS, none: 'drift.none' },
  jira: { call: 'report/past', indicators: JIRA_INDICATORS, none: 'drift.past.none' },
} as const;

/** Every indicator of a source as a small chart, of the project or of one of its handoffs. */
export function Indicators({
  source,
  onShown,
}: {
  source: Source;
  /** Told once the first answer, or why there is none, is shown. */
  onShown: () => void;
}) {
  const t = useText();
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState(WHOLE);
  const [isFlatShown, setFlatShown] = useState(false);
  const { locale } = useSurroundings();
  const { evidence, weeks, policyChanges: told, state } = useEvidence(sources[source].call, attempt);
  const { since } = evidence;
  // As in the signals: what was changed before anything was recorded is on no chart.
  const policyChanges = lettered(told.filter(({ week }) => since !== null && week >= weekOf(since)));
  const { date } = useFigures([], null, 'count');
  const series = useMemo(
    () => judgedSeries(evidence, weeks, sources[source].indicators),
    [evidence, weeks, source],
  );
  const isFirst = weeks.length === 0 && state === 'loading';
  useEffect(() => {
    if (!isFirst) onShown();
  }, [isFirst, onShown]);
  const providers = providersIn(evidence);
  const options = [
    { value: WHOLE, label: t('drift.whole') },
    ...providers.map((provider) => ({
      value: sideKey(provider),
      label: t('drift.handoffTo', { name: sideName(provider) }),
    })),
  ];
  const isShown = ({ provider }: Judged): boolean =>
    shown === WHOLE ? !provider : provider !== undefined && sideKey(provider) === shown;
  const chosen = series.filter(isShown);
  const empty = chosen.filter((one) => !isMeasured(one));
  const measured = chosen.filter(isMeasured);
  const flat = measured.filter((one) => isFlat(one) && changedSince(one) === '');
  const changed = measured.filter((one) => !flat.includes(one)).sort(byChange);
  const listed = (some: readonly Judged[]): string =>
    new Intl.ListFormat(locale).format(some.map(({ indicator }) => indicatorWords(indicator).name));
  if (isFirst) return <SkeletonLines lines={6} />;
  if (evidence.withHistory === 0 && state === 'done') {
    return (
      <EmptyState title={t(`${sources[source].none}Title`)}>
        <Text id={`${sources[source].none}Body`} values={{ items: evidence.items, need: FEWEST_WEEKS }} />
      </EmptyState>
    );
  }
  return (
    <Stack space="space.150">
      {typeof state === 'object' && (
        <LoadProblem problem={state} onRetry={() => setAttempt((before) => before + 1)} />
      )}
      {(providers.length > 0 || state === 'loading') && (
        <Inline space="space.200" alignBlock="end" shouldWrap>
          {providers.length > 0 && (
            <Choice label={t('drift.of')} value={shown} options={options} onChange={setShown} />
          )}
          {state === 'loading' && (
            <p className="hf-subtle" role="status">
              <Text id="drift.loadedItems" values={{ items: evidence.items }} />
            </p>
          )}
        </Inline>
      )}
      {policyChanges.length > 0 && (
        <div>
          <h3 className="hf-label">
            <Text id="drift.turn.heading" />
          </h3>
          <PolicyChangeList policyChanges={policyChanges} date={date} />
        </div>
      )}
      <Columns as="ul" least="260px">
        {(isFlatShown ? [...changed, ...flat] : changed).map((one) => (
          <li key={one.indicator} className="hf-card hf-card-small">
            <Multiple series={one} policyChanges={policyChanges} words={indicatorWords(one.indicator)} />
          </li>
        ))}
      </Columns>
      {flat.length > 0 && (
        <p className="hf-actions">
          <span className="hf-subtle">
            <Text id="drift.flat" values={{ names: listed(flat), count: flat.length }} />
          </span>{' '}
          <Button
            spacing="compact"
            appearance="subtle"
            aria-expanded={isFlatShown}
            onClick={() => setFlatShown(!isFlatShown)}
          >
            {t(isFlatShown ? 'drift.hideFlat' : 'drift.showFlat', { count: flat.length })}
          </Button>
        </p>
      )}
      {empty.length > 0 && (
        <p className="hf-subtle">
          <Text id="drift.unmeasured" values={{ names: listed(empty) }} />
        </p>
      )}
      {evidence.cut > 0 && (
        <p className="hf-subtle hf-small">
          <Text id="drift.cut" values={{ count: evidence.cut }} />
        </p>
      )}
    </Stack>
  );
}

const isMeasured = ({ points }: Judged): boolean => points.some(({ value }) => value !== null);

/** Since when a chart says that something changed; empty where it does not. */
const changedSince = (series: Judged): string => chartMarks(series)?.since ?? '';
/** What changed last comes first, then the rest in their usual order. */
const byChange = (a: Judged, b: Judged): number =>
  changedSince(a) < changedSince(b) ? 1 : changedSince(a) > changedSince(b) ? -1 : 0;
/** A line that is level: every week says the same. */
const isFlat = ({ points }: Judged): boolean => new Set(points.flatMap(({ value }) => value ?? [])).size < 2;
