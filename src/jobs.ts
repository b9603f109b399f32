export { followUp } from './entry/follow-up';
export { lifeEvent, personalDataCycle, weeklyReview } from './entry/life-events';
export { issueChanged } from './entry/issue-changed';
export { slaSweep } from './entry/sla-sweep';
