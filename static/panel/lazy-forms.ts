import './texts-of-rules';
import '../agreement-forms/texts';
import '../follow-through/texts';

/** What the panel fetches when it is first asked for: together, as many small files weigh more than one. */
export { AgreementForm } from '../agreement-forms/agreement-form';
export { DecideForm } from '../follow-through/escalation/decide-form';
export { AnswerGapForm } from '../follow-through/gap/answer-gap-form';
export { CheckInForm } from '../follow-through/check-in/check-in-form';
export { ReviewForm } from '../follow-through/review/review-form';
export { AgreementDetails } from './agreements/agreement-details';
export { AskForm } from './follow-through/escalation/ask-form';
export { RedirectForm } from './follow-through/escalation/redirect-form';
export { TakeBackQuestionForm } from './follow-through/escalation/take-back-form';
export { RaiseGapForm } from './follow-through/gap/raise-gap-form';
export { OwnerForms } from './forms/owner-forms';
export { RequestForm } from './forms/request-form';
export { History } from './history/history';
export { ProviderView } from './provider-view';
export { EndWaiverForm } from './waivers/end-waiver-form';
export { WaiveForm } from './waivers/waive-form';
