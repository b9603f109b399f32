/** What most panels do not show: it comes when there is a waiver, or a move around the gate. */
export { PassageLines } from './passage-lines';
export { WaiverLines } from './waiver-lines';
