import '../agreement-forms/texts';
import '../follow-forms/texts';

/** What the panel fetches when it is first asked for: together, as many small files weigh more than one. */
export { AgreementForm } from '../agreement-forms/agreement-form';
export { DecideForm } from '../agreement-forms/decide-form';
export { AnswerGapForm } from '../follow-forms/answer-gap-form';
export { CheckInForm } from '../follow-forms/check-in-form';
export { ReviewForm } from '../follow-forms/review-form';
export { AgreementDetails } from './agreements/agreement-details';
export { AskForm } from './follow/ask-form';
export { RaiseGapForm } from './follow/raise-gap-form';
export { OwnerForms } from './forms/owner-forms';
export { RequestForm } from './forms/request-form';
export { History } from './history/history';
export { ProviderView } from './provider-view';
export { EndWaiverForm } from './waivers/end-waiver-form';
export { WaiveForm } from './waivers/waive-form';
