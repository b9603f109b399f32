import '../agreement-forms/texts';
import '../follow-forms/texts';

/** The forms of the page, fetched together when the first of them is asked for. */
export { AgreementForm } from '../agreement-forms/agreement-form';
export { DecideForm } from '../agreement-forms/decide-form';
export { DeclineNominationForm } from '../agreement-forms/decline-nomination-form';
export { AnswerGapForm } from '../follow-forms/answer-gap-form';
export { CheckInForm } from '../follow-forms/check-in-form';
export { ReviewForm } from '../follow-forms/review-form';
