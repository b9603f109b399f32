import { texts as ruleNames } from '../../texts/compiled/en/rule-names';
import { texts as ruleSentences } from '../../texts/compiled/en/rule-sentences';
import { texts } from '../../texts/compiled/en/settings';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicyAnswer } from '../../src/contract/answers';
import type { Failure, Problem } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { EmptyState } from '../ui/empty-state';
import { mount } from '../ui/mount';
import { PartBoundary } from '../ui/part-boundary';
import { Bone, SkeletonLines } from '../ui/skeleton';
import { NowProvider, useSurroundings } from '../ui/surroundings';
import { Tabs } from '../ui/tabs';
import { Text, useText } from '../ui/text';
import { firstPolicy, kindOf, policyCalls } from './owner-kind';
import { isSiteCheck } from './site-check/place';
import './policy.css';
import { askOffers } from './use-jira';

/** The question leaves before React has started, and the form is fetched while it is answered. */
const first = firstPolicy();
const form = import('./policy-form');
// What became of it is told where it is shown.
form.catch(() => undefined);
const SitePeople = lazy(() => import('../people/site-people').then((file) => ({ default: file.SitePeople })));
const PolicyForm = lazy(() => form.then((file) => ({ default: file.PolicyForm })));

const Skeleton = () => (
  <div className="hf-policy" aria-hidden="true">
    <Stack space="space.400">
      {[0, 1, 2].map((part) => (
        <Stack space="space.150" key={part}>
          <Bone width="160px" height="20px" />
          <SkeletonLines lines={4} />
        </Stack>
      ))}
    </Stack>
  </div>
);

type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'ready'; readonly data: PolicyAnswer };

const loadedFrom = (answer: PolicyAnswer | Failure): Loaded =>
  answer.ok ? { status: 'ready', data: answer } : { status: 'failed', problem: answer.error };

const SiteCheck = lazy(() => import('./site-check/site-check').then((file) => ({ default: file.SiteCheck })));

/** The page of Jira's settings has two: the policy of the site, and the check of it. */
function Page() {
  const { extension } = useSurroundings();
  if (kindOf(extension) !== 'site' || !isSiteCheck(extension)) return <PolicyPage />;
  return (
    <PartBoundary>
      <Suspense fallback={<Skeleton />}>
        <SiteCheck />
      </Suspense>
    </PartBoundary>
  );
}

function PolicyPage() {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const [part, setPart] = useState<'policy' | 'people'>('policy');
  const t = useText();
  const projectKey = useProjectKey();
  const kind = kindOf(useSurroundings().extension);
  const [offers] = useState(() => askOffers(projectKey, kind));
  const take = (answer: PolicyAnswer | Failure) => setLoaded(loadedFrom(answer));
  useEffect(() => void first.then(take), []);
  const reload = () => {
    setLoaded({ status: 'loading' });
    void policyCalls[kind].get().then(take);
  };
  return (
    <>
      {/* Jira writes the page's name above the frame. */}
      <h1 className="hf-visually-hidden">
        <Text id="policy.title" />
      </h1>
      {loaded.status === 'loading' && <Skeleton />}
      {loaded.status === 'failed' &&
        (loaded.problem.code === 'not-found' || loaded.problem.code === 'not-allowed' ? (
          <>
            <h2 className="hf-visually-hidden">
              <Text id="policy.title" />
            </h2>
            <EmptyState title={t(kind === 'site' ? 'policy.siteReadOnlyTitle' : 'policy.hiddenTitle')}>
              <Text id={kind === 'site' ? 'policy.siteReadOnlyBody' : 'policy.hiddenBody'} />
            </EmptyState>
          </>
        ) : (
          <LoadProblem problem={loaded.problem} onRetry={reload} />
        ))}
      {kind === 'site' && loaded.status === 'ready' && (
        <Tabs
          label={t('policy.parts')}
          tabs={[
            { tab: 'policy', name: t('policy.partPolicy') },
            { tab: 'people', name: t('policy.partPeople') },
          ]}
          current={part}
          onShow={setPart}
        />
      )}
      {loaded.status === 'ready' && part === 'people' && (
        <PartBoundary>
          <Suspense fallback={<Skeleton />}>
            <NowProvider value={loaded.data.now}>
              <SitePeople />
            </NowProvider>
          </Suspense>
        </PartBoundary>
      )}
      {loaded.status === 'ready' && part === 'policy' && (
        <PartBoundary>
          <Suspense fallback={<Skeleton />}>
            <PolicyForm loaded={loaded.data} offers={offers} projectKey={projectKey} kind={kind} />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}

function useProjectKey(): string {
  const project: unknown = useSurroundings().extension['project'];
  return typeof project === 'object' && project !== null && 'key' in project ? String(project.key) : '';
}

void mount({ texts: [ruleNames, ruleSentences, texts], skeleton: <Skeleton />, render: () => <Page /> });
