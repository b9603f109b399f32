import '../agreement-forms/texts';
import '../follow-through/texts';

/** The forms of the page, fetched together when the first of them is asked for. */
export { AgreementForm } from '../agreement-forms/agreement-form';
export { JiraLines } from '../agreement-forms/jira-lines';
export { DecideForm } from '../follow-through/escalation/decide-form';
export { DeclineNominationForm } from '../agreement-forms/decline-nomination-form';
export { AnswerGapForm } from '../follow-through/gap/answer-gap-form';
export { CheckInForm } from '../follow-through/check-in/check-in-form';
export { HearingForm } from './hearing-form';
export { ReviewForm } from '../follow-through/review/review-form';
export { RedirectForm } from '../follow-through/escalation/redirect-form';
export { TakeBackQuestionForm } from '../follow-through/escalation/take-back-question-form';
