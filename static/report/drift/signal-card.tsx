import { router } from '@forge/bridge';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { SignalView } from '../../../src/contract/drift';
import type { PolicyChangeView } from '../../../src/contract/indicators';
import { pathOfReinforcement } from '../../../src/contract/reinforcement-path';
import { indicatorWords } from '../../../src/contract/wording/indicators';
import { indicators } from '../../../src/domain/report/indicators/indicators';
import { Text, useText } from '../../ui/text';
import { Chart } from '../indicators/chart';
import { shownLimits, sinceFirst } from '../indicators/model/chart';
import type { PolicyChange } from '../indicators/model/policy-changes';
import { SavePicture } from '../indicators/save-picture';
import { Numbers } from '../indicators/numbers';
import { PolicyChangeVerdicts } from '../indicators/policy-changes';
import { useFigures } from '../indicators/use-figures';

/** One change: what it is, the chart that shows it, and the condition that could be changed. */
export function SignalCard({
  signal,
  policyChanges,
  projectKey,
  mayChange,
  onHide,
}: {
  signal: SignalView;
  /** Weeks in which the policy changed. */
  policyChanges: readonly (PolicyChange & PolicyChangeView)[];
  projectKey: string;
  /** Whether the reader may change the policy; others are told what could be changed. */
  mayChange: boolean;
  onHide: () => void;
}) {
  const t = useText();
  const { indicator, points, limits, marks, since, insight, why, reinforcements } = signal;
  const { unit } = indicators[indicator];
  const { name } = indicatorWords(indicator);
  const { figure, date } = useFigures(points, limits, unit);
  const { low, high } = shownLimits(limits, unit);
  const marked = new Set(marks.map(({ week }) => week));
  const range = { low: figure(low), high: figure(high) };
  const open = (change: SignalView['reinforcements'][number]['change']) => () =>
    void router
      .navigate({
        target: 'module',
        moduleKey: 'project-policy',
        projectKey,
        path: pathOfReinforcement(change),
      })
      .catch(() => undefined);
  return (
    <article className="hf-card hf-signal">
      <h3 className="hf-title">{insight}</h3>
      {why !== undefined && <p>{why}</p>}
      <Chart
        points={sinceFirst(points)}
        limits={limits}
        marked={marked}
        since={since}
        policyChanges={policyChanges}
        unit={unit}
        figure={figure}
        date={date}
        label={t('drift.chartLabel', { name, ...range, marked: marked.size })}
        height={180}
      />
      <p className="hf-subtle hf-small">
        <Text id="drift.limits" values={range} />
      </p>
      <PolicyChangeVerdicts
        policyChanges={policyChanges.filter(({ week }) => week >= (sinceFirst(points)[0]?.week ?? week))}
        points={points}
        indicator={indicator}
        figure={figure}
        date={date}
        withWhat
      />
      <Numbers
        name={name}
        points={sinceFirst(points)}
        marks={marks}
        policyChanges={policyChanges}
        figure={figure}
        date={date}
      />
      {reinforcements.length > 0 && (
        <Stack space="space.075" alignInline="start">
          <p className="hf-label">
            <Text id={mayChange ? 'drift.try' : 'drift.could'} />
          </p>
          {mayChange ? (
            reinforcements.map(({ label, change }) => (
              <Button key={label} spacing="compact" onClick={open(change)}>
                {label}
              </Button>
            ))
          ) : (
            <ul className="hf-points">
              {reinforcements.map(({ label }) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          )}
        </Stack>
      )}
      <div className="hf-signal-hide">
        <Button appearance="subtle" spacing="compact" onClick={onHide}>
          {t('drift.notUseful')}
        </Button>
        <SavePicture name={`${projectKey}-${indicator}`} title={insight} />
      </div>
    </article>
  );
}
