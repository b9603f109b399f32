import './texts-of-rules';
import '../agreement-forms/texts';
import '../follow-through/texts';

/** What the panel fetches when it is first asked for: together, as many small files weigh more than one. */
export { JiraLines } from '../agreement-forms/jira-lines';
export { AgreementDetails } from './agreements/agreement-details';
export { History } from './history/history';
export { PassageLines } from './waivers/passage-lines';
export { WaiverLines } from './waivers/waiver-lines';
