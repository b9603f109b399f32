import { lazy, type ComponentType, type KeyboardEvent } from 'react';
import { Text, useText } from '../ui/text';
import { TABS, type Tab } from './view/view-state';

/** What every view but the first is given. */
export interface TabProps {
  /** Goes to another view. */
  readonly show: (tab: Tab) => void;
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

/** Links in all but name: the frame has no address of its own to give them. Arrow keys go from one to the next. */
export function Tabs({ current, onShow }: { current: Tab; onShow: (tab: Tab) => void }) {
  const t = useText();
  return (
    <nav className="hf-tabs" aria-label={t('report.tabs')}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          className="hf-tab"
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => onShow(tab)}
          onKeyDown={moveAlong}
        >
          <Text id="report.tab" values={{ tab }} />
        </button>
      ))}
    </nav>
  );
}

/** Moves the focus along the views, around both ends, as the reading direction has it. */
function moveAlong(event: KeyboardEvent<HTMLButtonElement>): void {
  const { currentTarget, key } = event;
  const tabs = [...(currentTarget.parentElement?.querySelectorAll('button') ?? [])];
  const at = tabs.indexOf(currentTarget);
  const onward = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1;
  const to = { Home: 0, End: -1, ArrowLeft: at - onward, ArrowRight: at + onward }[key];
  if (to === undefined) return;
  event.preventDefault();
  tabs.at(to % tabs.length)?.focus();
}
