import { AgreementForm } from '../../agreement-forms/agreement-form';
import { DecideForm } from '../../follow-through/escalation/decide-form';
import { AnswerGapForm } from '../../follow-through/gap/answer-gap-form';
import { CheckInForm } from '../../follow-through/check-in/check-in-form';
import { ReviewForm } from '../../follow-through/review/review-form';
import { DeclineNominationForm } from '../../agreement-forms/decline-nomination-form';
import { AskForm } from '../follow-through/escalation/ask-form';
import { RedirectForm } from '../../follow-through/escalation/redirect-form';
import { TakeBackQuestionForm } from '../../follow-through/escalation/take-back-question-form';
import { RaiseGapForm } from '../follow-through/gap/raise-gap-form';
import { isFollowThroughOffer, type FollowThroughOffer } from '../model/follow-through-offers';
import { usePanel, type OpenForm } from '../panel-context';
import { EndWaiverForm } from '../waivers/end-waiver-form';
import { WaiveForm } from '../waivers/waive-form';
import { AuthorityForm } from './authority-form';
import { BriefForm } from './brief-form';
import { NominateForm } from './nominate-form';
import { RequestForm } from './request-form';
import '../texts-of-rules';
import '../../agreement-forms/texts';
import '../../follow-through/texts';
import './panel-forms.css';

/** Any form of the panel, in place or in a modal. What it is about must be there, as `hasSubject` says. */
export function PanelForm({ form }: { form: OpenForm }) {
  // Another form, or another subject, begins anew.
  return <FormOf key={JSON.stringify(form)} form={form} />;
}

function FormOf({ form }: { form: OpenForm }) {
  const { answer } = usePanel();
  if (isFollowThroughOffer(form)) return <FollowThroughForm form={form} />;
  switch (form.kind) {
    case 'nominate':
      return <NominateForm {...(form.accountId !== undefined && { accountId: form.accountId })} />;
    case 'decline-nomination':
      return <DeclineNominationForm />;
    case 'hand-back':
      return <DeclineNominationForm handsBack />;
    case 'write-brief':
      return <BriefForm />;
    case 'grant-authority':
      return <AuthorityForm />;
    case 'request':
      return <RequestForm prefill={form.prefill} />;
    case 'waive':
      return <WaiveForm rules={form.rules} />;
    case 'end-waiver':
      return <EndWaiverForm waiverId={form.waiverId} />;
    default: {
      const agreement = answer.charter.agreements.find(({ id }) => id === form.agreementId);
      return agreement ? <AgreementForm kind={form.kind} agreement={agreement} /> : null;
    }
  }
}

function FollowThroughForm({ form }: { form: FollowThroughOffer }) {
  const { charter } = usePanel().answer;
  switch (form.kind) {
    case 'check-in':
      return <CheckInForm />;
    case 'ask-decision':
      return <AskForm prefill={form.prefill} />;
    case 'decide': {
      const asked = charter.escalations.find(({ id }) => id === form.escalationId);
      return (
        asked && <DecideForm escalationId={asked.id} question={asked.question} askedBy={asked.raisedBy} />
      );
    }
    case 'redirect-question':
    case 'take-back-question': {
      const question = charter.escalations.find(({ id }) => id === form.escalationId);
      if (!question) return null;
      return form.kind === 'redirect-question' ? (
        <RedirectForm question={question} />
      ) : (
        <TakeBackQuestionForm question={question} />
      );
    }
    case 'raise-gap':
      return <RaiseGapForm />;
    case 'answer-gap': {
      const gap = charter.gaps.find(({ id }) => id === form.gapId);
      return gap && <AnswerGapForm gapId={gap.id} raisedBy={gap.raisedBy} what={gap.what} />;
    }
    case 'recommit':
    case 're-date':
    case 'release':
      return <ReviewForm choice={form.kind} />;
  }
}
