/** What most panels do not show: it comes when there is a waiver, a move around the gate, or a form to open. */
export { EndWaiverForm } from './end-waiver-form';
export { PassageLines } from './passage-lines';
export { WaiveForm } from './waive-form';
export { WaiverLines } from './waiver-lines';
