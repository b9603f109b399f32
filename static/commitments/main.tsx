import { lazy, Suspense } from 'react';
import { view } from '@forge/bridge';
import { texts } from '../../texts/compiled/en/commitments';
import { texts as promises } from '../../texts/compiled/en/promises';
import { isPortfolio } from '../portfolio/place';
import { PortfolioSkeleton } from '../portfolio/skeleton';
import { call } from '../ui/call';
import { mount } from '../ui/mount';
import { PartBoundary } from '../ui/part-boundary';
import { useSurroundings } from '../ui/surroundings';
import '../agreement-forms/agreement-forms.css';
import './commitments.css';
import { CommitmentsPage } from './commitments-page';
import { CommitmentsSkeleton } from './skeleton';

const Portfolio = lazy(() =>
  import('../portfolio/portfolio-page').then((file) => ({ default: file.PortfolioPage })),
);

/** Jira opens both pages with the same frame. The one question of the first paint leaves as soon as it says which. */
const first = view
  .getContext()
  .then(
    ({ extension }) => extension,
    () => undefined,
  )
  .then((extension) => (extension && isPortfolio(extension) ? null : call('commitments/list', {})));

/** What waits for the reader; or, on the page below, how the projects stand. */
function Page() {
  const { extension } = useSurroundings();
  if (!isPortfolio(extension)) return <CommitmentsPage first={first} />;
  return (
    <PartBoundary>
      <Suspense fallback={<PortfolioSkeleton />}>
        <Portfolio />
      </Suspense>
    </PartBoundary>
  );
}

void mount({
  texts: [promises, texts],
  skeleton: <CommitmentsSkeleton />,
  render: () => <Page />,
});
