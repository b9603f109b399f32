import { Suspense, useState } from 'react';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import type { Address } from '../ui/address';
import type { Tab } from './view/view-state';
import { Overview } from './accountability/overview';
import { OTHER_TABS, ReportTabs } from './tabs';
import { useView } from './view/use-view';

/** The gap report of a project: its views, each kept as it was left, loaded when first asked for. */
export function Report({ address }: { address: Address }) {
  const [view, change] = useView(address);
  const [opened, setOpened] = useState<readonly Tab[]>([view.tab]);
  // Going back in the browser opens a tab too.
  if (!opened.includes(view.tab)) setOpened([...opened, view.tab]);
  const show = (tab: Tab) => change({ tab });
  return (
    <>
      <ReportTabs current={view.tab} onShow={show} />
      {opened.includes('overview') && (
        <div hidden={view.tab !== 'overview'}>
          <Overview view={view} change={change} />
        </div>
      )}
      {OTHER_TABS.filter(({ tab }) => opened.includes(tab)).map(({ tab, View }) => (
        <div key={tab} hidden={view.tab !== tab}>
          <PartBoundary>
            <Suspense fallback={<SkeletonLines lines={6} />}>
              <View show={show} past={view.past} />
            </Suspense>
          </PartBoundary>
        </div>
      ))}
    </>
  );
}
