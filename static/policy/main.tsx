import { LoadProblem } from '../ui/call-problem';
import { EmptyState } from '../ui/empty-state';
import { mount } from '../ui/mount';
import { Bone, SkeletonLines } from '../ui/skeleton';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { call } from '../ui/call';
import { useCall } from '../ui/use-call';
import { PolicyForm } from './policy-form';
import './policy.css';

/** The question leaves before React has started. */
const first = call('policy/get', {});

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

function Page() {
  const { loaded, reload } = useCall('policy/get', {}, first);
  const t = useText();
  const projectKey = useProjectKey();
  return (
    <>
      {/* Jira writes the page's name above the frame. */}
      <h1 className="hf-unseen">
        <Text id="policy.title" />
      </h1>
      {loaded.status === 'loading' && <Skeleton />}
      {loaded.status === 'failed' &&
        (loaded.problem.code === 'not-found' || loaded.problem.code === 'not-allowed' ? (
          <>
            <h2 className="hf-unseen">
              <Text id="policy.title" />
            </h2>
            <EmptyState title={t('policy.hiddenTitle')}>
              <Text id="policy.hiddenBody" />
            </EmptyState>
          </>
        ) : (
          <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />
        ))}
      {loaded.status === 'ready' && <PolicyForm loaded={loaded.data} projectKey={projectKey} />}
    </>
  );
}

function useProjectKey(): string {
  const project: unknown = useSurroundings().extension['project'];
  return typeof project === 'object' && project !== null && 'key' in project ? String(project.key) : '';
}

void mount({ skeleton: <Skeleton />, render: () => <Page /> });
