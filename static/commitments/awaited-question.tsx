import { lazy, Suspense } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CommitmentEntry } from '../../src/contract/answers';
import type { AccountId } from '../../src/domain/values';
import { ActionProblem } from '../ui/call-problem';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { useText } from '../ui/text';
import { useCommitmentsContext } from './commitments-context';
import { EntryFormContext } from './entry-form-context';

const RedirectForm = lazy(() => import('./lazy-forms').then((file) => ({ default: file.RedirectForm })));
const TakeBackQuestionForm = lazy(() =>
  import('./lazy-forms').then((file) => ({ default: file.TakeBackQuestionForm })),
);

/** What whoever asked may do with a question that waits for its decision: put it to somebody else, or take it back. */
export function AwaitedQuestion({
  entry,
  question: { escalationId, text },
  to,
}: {
  entry: CommitmentEntry;
  question: NonNullable<CommitmentEntry['question']>;
  to: AccountId;
}) {
  const t = useText();
  const page = useCommitmentsContext();
  const { ref } = entry;
  const form = page.form?.ref === ref ? page.form.kind : null;
  const problem = page.problemOf(ref);
  const question = { id: escalationId, question: text, raisedBy: page.accountId, toAccountId: to };
  return (
    <EntryFormContext entry={entry}>
      {problem && !form && <ActionProblem problem={problem} onCheck={page.reload} />}
      {form === null ? (
        <div className="hf-actions">
          <Button
            spacing="compact"
            aria-label={`${t('follow.redirect')}: ${text}`}
            onClick={() => page.open(ref, 'redirect')}
          >
            {t('follow.redirect')}
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={`${t('follow.takeBack')}: ${text}`}
            onClick={() => page.open(ref, 'take-back-question')}
          >
            {t('follow.takeBack')}
          </Button>
        </div>
      ) : (
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={4} />}>
            {form === 'redirect' ? (
              <RedirectForm question={question} />
            ) : (
              <TakeBackQuestionForm question={question} />
            )}
          </Suspense>
        </PartBoundary>
      )}
    </EntryFormContext>
  );
}
