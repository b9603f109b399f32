import { lazy, Suspense } from 'react';
import { PartBoundary } from '../../ui/part-boundary';
import { SkeletonLines } from '../../ui/skeleton';
import { usePanel, type OpenForm } from '../panel-context';
import { isFollowThroughOffer } from '../model/follow-through-offers';

const AnswerGapForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.AnswerGapForm })));
const AskForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.AskForm })));
const CheckInForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.CheckInForm })));
const DecideForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.DecideForm })));
const RaiseGapForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.RaiseGapForm })));
const RedirectForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.RedirectForm })));
const TakeBackQuestionForm = lazy(() =>
  import('../lazy-forms').then((file) => ({ default: file.TakeBackQuestionForm })),
);
const ReviewForm = lazy(() => import('../lazy-forms').then((file) => ({ default: file.ReviewForm })));

/** The form that is open here. */
export function FollowThroughForms() {
  const { form } = usePanel();
  if (!form || !isFollowThroughOffer(form)) return null;
  return (
    <PartBoundary>
      <Suspense fallback={<SkeletonLines lines={5} />}>
        <FollowThroughForm form={form} />
      </Suspense>
    </PartBoundary>
  );
}

function FollowThroughForm({ form }: { form: OpenForm }) {
  const { answer } = usePanel();
  switch (form.kind) {
    case 'check-in':
      return <CheckInForm />;
    case 'ask-decision':
      return <AskForm key={JSON.stringify(form.prefill)} prefill={form.prefill} />;
    case 'decide': {
      const asked = answer.charter.escalations.find(({ id }) => id === form.escalationId);
      return (
        asked && (
          <DecideForm
            key={asked.id}
            escalationId={asked.id}
            question={asked.question}
            askedBy={asked.raisedBy}
          />
        )
      );
    }
    case 'redirect-question':
    case 'take-back-question': {
      const question = answer.charter.escalations.find(({ id }) => id === form.escalationId);
      if (!question) return null;
      const Form = form.kind === 'redirect-question' ? RedirectForm : TakeBackQuestionForm;
      return <Form key={`${form.kind}:${question.id}`} question={question} />;
    }
    case 'raise-gap':
      return <RaiseGapForm />;
    case 'answer-gap': {
      const gap = answer.charter.gaps.find(({ id }) => id === form.gapId);
      return gap && <AnswerGapForm key={gap.id} gapId={gap.id} raisedBy={gap.raisedBy} what={gap.what} />;
    }
    case 'recommit':
    case 're-date':
    case 'release':
      return <ReviewForm key={form.kind} choice={form.kind} />;
    default:
      return null;
  }
}
