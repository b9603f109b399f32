import '../agreement-forms/texts';

/** What the panel fetches when it is first asked for: together, as many small files weigh more than one. */
export { AgreementForm } from '../agreement-forms/agreement-form';
export { AgreementDetails } from './agreements/agreement-details';
export { OwnerForms } from './forms/owner-forms';
export { RequestForm } from './forms/request-form';
export { History } from './history/history';
export { ProviderView } from './provider-view';
export { EndWaiverForm } from './waivers/end-waiver-form';
export { WaiveForm } from './waivers/waive-form';
