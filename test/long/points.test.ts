import { describeBacktestPoints } from '../support/backtest-points';

jest.setTimeout(400_000);

describe.each([
  ['Jira says what is left', 'x-ratelimit'],
  ['Jira says it as announced', 'beta'],
  ['Jira says nothing', 'none'],
] as const)('a site where %s', (_, pointsHeaders) => {
  describeBacktestPoints(5_000, pointsHeaders);
});
