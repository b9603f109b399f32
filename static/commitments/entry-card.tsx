import { lazy, Suspense, useId, useState } from 'react';
import type { AgreementView, CommitmentEntry } from '../../src/contract/answers';
import { DueDateCell } from '../agreement-forms/due-date-cell';
import { Fact } from '../charter-form/fact';
import { useFormContext } from '../charter-form/form-context';
import { UndoLine } from '../charter-form/undo-line';
import { LifeFacts } from '../agreement-forms/life-facts';
import { JiraNote } from '../agreement-forms/jira-note';
import { RowNote } from '../agreement-forms/row-note';
import { ActionProblem } from '../ui/call-problem';
import { Disclosure } from '../ui/disclosure';
import { PartBoundary } from '../ui/part-boundary';
import { SkeletonLines } from '../ui/skeleton';
import { StateWord } from '../ui/state-word';
import { useText } from '../ui/text';
import { EntryFormContext } from './entry-form-context';
import { useCommitmentsContext, type FormKind } from './commitments-context';
import { EntrySteps } from './entry-steps';
import { QuestionFacts } from './question-facts';
import { lineId } from './use-named-line';
import { EntryLead } from './entry-lead';
import { contextOf, nameOfEntry, offersFor, quickAnswer } from './model/entries';
import { ItemLink } from './item-link';
import { dutyText, dutyTone } from './words';

const AnswerGapForm = lazy(() => import('./lazy-forms').then((file) => ({ default: file.AnswerGapForm })));
const CheckInForm = lazy(() => import('./lazy-forms').then((file) => ({ default: file.CheckInForm })));
const ReviewForm = lazy(() => import('./lazy-forms').then((file) => ({ default: file.ReviewForm })));
const AgreementForm = lazy(() => import('./lazy-forms').then((file) => ({ default: file.AgreementForm })));
const JiraLines = lazy(() => import('./lazy-forms').then((file) => ({ default: file.JiraLines })));
const DecideForm = lazy(() => import('./lazy-forms').then((file) => ({ default: file.DecideForm })));
const DeclineNominationForm = lazy(() =>
  import('./lazy-forms').then((file) => ({ default: file.DeclineNominationForm })),
);

/** One thing that waits for the reader, with everything they may do about it. */
export function EntryCard({
  entry,
  hasTicks,
}: {
  entry: CommitmentEntry;
  /** There is more than one line that can be answered together with others. */
  hasTicks: boolean;
}) {
  const t = useText();
  const id = useId();
  const page = useCommitmentsContext();
  const [opened, setOpened] = useState(false);
  const { agreement, duty, ref, urgency } = entry;
  const name = nameOfEntry(entry);
  const form = page.form?.ref === ref ? page.form.kind : null;
  const problem = page.problemOf(ref);
  const { also } = offersFor(entry, page);
  return (
    <li className="hf-commitment" aria-labelledby={id} id={lineId(ref)} tabIndex={-1}>
      {hasTicks && (
        <div className="hf-commitment-tick">
          {quickAnswer(entry, page) && (
            <input
              type="checkbox"
              aria-label={t('commitments.tick', { what: name })}
              checked={page.ticked.has(ref)}
              disabled={page.busy}
              onChange={(event) => page.tick(ref, event.currentTarget.checked)}
            />
          )}
        </div>
      )}
      <EntryFormContext entry={entry}>
        <div className="hf-commitment-body">
          <div className="hf-commitment-title">
            <h4 className="hf-commitment-name" id={id}>
              {name}
            </h4>
            <StateWord tone={dutyTone(duty, urgency)}>{t(dutyText(entry))}</StateWord>
          </div>
          <EntryLead entry={entry} />
          {entry.question && <QuestionFacts question={entry.question} />}
          <ItemLink entry={entry} />
          {agreement && (
            <div className="hf-commitment-by">
              <span className="hf-subtle">{t('panel.columnBy')}</span> <DueDateCell agreement={agreement} />
            </div>
          )}
          {agreement && <RowNote agreement={agreement} />}
          {agreement && <EntryJiraNote entry={entry} agreement={agreement} />}
          {agreement && <UndoLine undo={entry.undo} agreementId={agreement.id} about={name} />}
          {problem && !form && <ActionProblem problem={problem} onCheck={page.reload} />}
          {form ? <EntryForm kind={form} entry={entry} /> : <EntrySteps entry={entry} />}
          {agreement && (
            <Disclosure label={t('commitments.details')} isOpen={opened} onToggle={() => setOpened(!opened)}>
              <dl className="hf-facts">
                <Fact label={t('panel.acceptance')}>{agreement.acceptance}</Fact>
                <LifeFacts agreement={agreement} />
              </dl>
              {!form && <EntrySteps entry={entry} offers={also} />}
            </Disclosure>
          )}
        </div>
      </EntryFormContext>
    </li>
  );
}

function EntryJiraNote({ entry, agreement }: { entry: CommitmentEntry; agreement: AgreementView }) {
  const page = useCommitmentsContext();
  const { send } = useFormContext();
  return (
    <JiraNote
      Lines={JiraLines}
      agreement={agreement}
      context={contextOf(entry, page)}
      issueKey={entry.item?.issueKey}
      act={async (key, input, said) => {
        page.settle();
        await send(key, input, said);
      }}
    />
  );
}

function EntryForm({ kind, entry }: { kind: FormKind; entry: CommitmentEntry }) {
  return (
    <PartBoundary>
      <Suspense fallback={<SkeletonLines lines={4} />}>{formOf(kind, entry)}</Suspense>
    </PartBoundary>
  );
}

function formOf(kind: FormKind, entry: CommitmentEntry) {
  const { agreement, gap, question } = entry;
  const other = entry.awaitedBy ?? '';
  switch (kind) {
    case 'decline-nomination':
      return <DeclineNominationForm />;
    case 'decide':
      return question && <DecideForm escalationId={question.escalationId} askedBy={other} />;
    case 'redirect':
    case 'take-back-question':
      // Whoever asked opens these where they wait.
      return null;
    case 'check-in':
      return <CheckInForm />;
    case 'answer-gap':
      return gap && <AnswerGapForm gapId={gap.gapId} raisedBy={other} />;
    case 'recommit':
    case 're-date':
    case 'release':
      return <ReviewForm key={kind} choice={kind} />;
    default:
      return agreement && <AgreementForm kind={kind} agreement={agreement} />;
  }
}
