/** What every panel fetches as soon as it is painted: in one file, which is there before anybody presses a button. */
export { FollowThroughSection } from './follow-through/follow-through-section';
export { openModal } from './open-modal';
