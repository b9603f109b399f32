import { useCallback, useRef } from 'react';
import type { CommitmentsAnswer } from '../../src/contract/answers';
import type { Failure } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { NowProvider } from '../ui/surroundings';
import { Text } from '../ui/text';
import { useWhenSeen } from '../ui/use-when-seen';
import { CommitmentsSkeleton } from './skeleton';
import { Lists } from './lists';
import { useCommitments } from './use-commitments';

/** What waits for the reader, and what they wait for: everything it shows first comes with one answer. */
export function CommitmentsPage({ first }: { first: Promise<CommitmentsAnswer | Failure | null> }) {
  const { loaded, reload } = useCommitments(first);
  const sending = useRef(false);
  const refresh = useCallback(() => {
    if (!sending.current) void reload();
  }, [reload]);
  useWhenSeen(refresh);
  return (
    <>
      {/* Jira writes the page's name above the frame. */}
      <h1 className="hf-visually-hidden">
        <Text id="commitments.title" />
      </h1>
      {loaded.status === 'loading' && <CommitmentsSkeleton />}
      {loaded.status === 'failed' && <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />}
      {loaded.status === 'ready' && (
        <NowProvider value={loaded.data.now}>
          <Lists
            answer={loaded.data}
            loading={loaded.loading}
            problem={loaded.problem}
            reload={reload}
            sending={sending}
          />
        </NowProvider>
      )}
    </>
  );
}
