import '../agreement-forms/texts';
import './follow/texts';

/** What the panel fetches when it is first asked for: together, as many small files weigh more than one. */
export { AgreementForm } from '../agreement-forms/agreement-form';
export { DecideForm } from '../agreement-forms/decide-form';
export { AgreementDetails } from './agreements/agreement-details';
export { AskForm } from './follow/ask-form';
export { CheckInForm } from './follow/check-in-form';
export { AnswerGapForm, RaiseGapForm } from './follow/gap-forms';
export { ReviewForm } from './follow/review-form';
export { OwnerForms } from './forms/owner-forms';
export { RequestForm } from './forms/request-form';
export { History } from './history/history';
export { ProviderView } from './provider-view';
export { EndWaiverForm } from './waivers/end-waiver-form';
export { WaiveForm } from './waivers/waive-form';
