export { followUp } from './entry/follow-up';
export { issueChanged } from './entry/issue-changed';
