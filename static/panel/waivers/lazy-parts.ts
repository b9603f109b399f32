import '../texts-of-rules';

/** What most panels do not show: it comes when there is a waiver, a move around the gate, or one with a warning. */
export { PassageLines } from './passage-lines';
export { WaiverLines } from './waiver-lines';
