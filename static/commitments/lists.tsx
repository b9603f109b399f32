import { lazy, Suspense, type MutableRefObject } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CommitmentEntry, CommitmentsAnswer } from '../../src/contract/answers';
import type { Problem } from '../ui/call';
import { Notice } from '../ui/notice';
import { SkeletonLines } from '../ui/skeleton';
import { useText } from '../ui/text';
import { IssueStatuses } from '../agreement-forms/issue-statuses';
import { PartBoundary } from '../ui/part-boundary';
import { AwayUntil } from './away-until';
import { Awaited } from './awaited';
import { CommitmentsProvider } from './commitments-context';
import { Counted } from './counted';
import { Hearing } from './hearing';
import { useNamedLine } from './use-named-line';
import { useCommitmentsState } from './use-commitments-state';
import { Yours } from './yours';

const MyAway = lazy(() => import('../people/my-away').then((file) => ({ default: file.MyAway })));

/** The work items that an agreement of a line and Jira may have come apart over. */
const issuesOf = ({ agreement, item }: CommitmentEntry) =>
  agreement ? [agreement.providerIssueKey, item?.issueKey] : [];

/** The two lists side by side where there is room, one under the other where there is not. */
export function Lists({
  answer,
  loading,
  problem,
  reload,
  sending,
}: {
  answer: CommitmentsAnswer;
  loading: boolean;
  problem: Problem | null;
  reload: () => Promise<void>;
  sending: MutableRefObject<boolean>;
}) {
  const t = useText();
  const page = useCommitmentsState(answer, reload, sending);
  const complete = !loading && !problem;
  const isOver = useNamedLine(answer.yours, complete, page);
  return (
    <CommitmentsProvider value={page}>
      <div className="hf-commitments">
        {problem && (
          <Notice
            tone="warning"
            title={t(answer.nextCursor === undefined ? 'panel.staleTitle' : 'commitments.partTitle')}
            actions={
              <Button spacing="compact" onClick={() => void reload()}>
                {t('ui.retry')}
              </Button>
            }
          >
            {answer.nextCursor === undefined
              ? t(problem.code === 'connection-lost' ? 'panel.staleLost' : 'panel.staleUnavailable')
              : t('commitments.partBody')}
          </Notice>
        )}
        {isOver && <Notice title={t('commitments.overTitle')}>{t('commitments.overBody')}</Notice>}
        <AwayUntil answer={answer} />
        <Counted />
        <IssueStatuses keys={complete ? answer.yours.flatMap(issuesOf) : []} asOf={answer.now}>
          <div className="hf-commitments-columns">
            <Yours entries={answer.yours} awaited={answer.awaited} complete={complete} />
            <Awaited entries={answer.awaited} complete={complete} />
          </div>
        </IssueStatuses>
        {complete && (
          <PartBoundary>
            <Suspense fallback={null}>
              <MyAway onChanged={() => void reload()} />
            </Suspense>
          </PartBoundary>
        )}
        <Hearing />
        {loading && (
          <div aria-busy="true">
            <SkeletonLines lines={2} />
          </div>
        )}
      </div>
    </CommitmentsProvider>
  );
}
