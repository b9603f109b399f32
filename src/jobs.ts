export { followUp } from './entry/follow-up';
