import { texts as ruleNames } from '../../texts/compiled/en/rule-names';
import { texts as ruleSentences } from '../../texts/compiled/en/rule-sentences';
import { texts } from '../../texts/compiled/en/settings';
import { useEffect, useState } from 'react';
import type { PolicyAnswer } from '../../src/contract/answers';
import type { Failure, Problem } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { EmptyState } from '../ui/empty-state';
import { mount } from '../ui/mount';
import { Bone, SkeletonLines } from '../ui/skeleton';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { firstPolicy, kindOf, policyCalls } from './owner-kind';
import { PolicyForm } from './policy-form';
import './policy.css';

/** The question leaves before React has started. */
const first = firstPolicy();

const Skeleton = () => (
  <div className="hf-policy" aria-hidden="true">
    {[0, 1, 2].map((part) => (
      <div className="hf-part" key={part}>
        <Bone width="160px" height="20px" />
        <SkeletonLines lines={4} />
      </div>
    ))}
  </div>
);

type Loaded =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'ready'; readonly data: PolicyAnswer };

const loadedFrom = (answer: PolicyAnswer | Failure): Loaded =>
  answer.ok ? { status: 'ready', data: answer } : { status: 'failed', problem: answer.error };

function Page() {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'loading' });
  const t = useText();
  const projectKey = useProjectKey();
  const kind = kindOf(useSurroundings().extension);
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
      {loaded.status === 'ready' && <PolicyForm loaded={loaded.data} projectKey={projectKey} kind={kind} />}
    </>
  );
}

function useProjectKey(): string {
  const project: unknown = useSurroundings().extension['project'];
  return typeof project === 'object' && project !== null && 'key' in project ? String(project.key) : '';
}

void mount({ texts: [ruleNames, ruleSentences, texts], skeleton: <Skeleton />, render: () => <Page /> });
