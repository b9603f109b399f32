/** What the first screen does not show, in one piece: many small ones would cost every page more than they save. */
export { AuditPart } from './audit-part';
export { BrakePart } from './brake-part';
export { ClocksPart } from './clocks/clocks-part';
export { FollowReview } from './follow-review';
export { Review } from './review';
export { SaveBar } from './save-bar';
export { SetUp } from './set-up/set-up';
export { Versions } from './versions';
export { RightsParts } from './rights-parts';
