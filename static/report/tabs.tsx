import { lazy, type ComponentType } from 'react';
import { Tabs } from '../ui/tabs';
import { useText } from '../ui/text';
import { TABS, type Past, type Tab } from './view/view-state';

/** What every view but the first is given. */
export interface TabProps {
  /** Goes to another view. */
  readonly show: (tab: Tab) => void;
  /** What the backtest opens with, where the address names it. */
  readonly past: Past | null;
}

/** The views that first paint does not need, in the order of their tabs; each brings its own words and styles. */
export const OTHER_TABS: readonly {
  readonly tab: Exclude<Tab, 'overview'>;
  readonly View: ComponentType<TabProps>;
}[] = [
  {
    tab: 'handoffs',
    View: lazy(() => import('./handoffs/handoffs-view').then((file) => ({ default: file.HandoffsView }))),
  },
  {
    tab: 'dependencies',
    View: lazy(() =>
      import('./dependencies/dependencies-view').then((file) => ({ default: file.DependenciesView })),
    ),
  },
  {
    tab: 'decisions',
    View: lazy(() => import('./decisions/decisions-view').then((file) => ({ default: file.DecisionsView }))),
  },
  {
    tab: 'indicators',
    View: lazy(() =>
      import('./indicators/indicators-view').then((file) => ({ default: file.IndicatorsView })),
    ),
  },
  {
    tab: 'backtest',
    View: lazy(() => import('./backtest/backtest-view').then((file) => ({ default: file.BacktestView }))),
  },
  {
    tab: 'readiness',
    View: lazy(() => import('./readiness/readiness-view').then((file) => ({ default: file.ReadinessView }))),
  },
];

/** The views of the report, one shown at a time. */
export function ReportTabs({ current, onShow }: { current: Tab; onShow: (tab: Tab) => void }) {
  const t = useText();
  const tabs = TABS.map((tab) => ({ tab, name: t('report.tab', { tab }) }));
  return <Tabs label={t('report.tabs')} tabs={tabs} current={current} onShow={onShow} />;
}
