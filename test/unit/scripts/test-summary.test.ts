import { summarise } from '../../../scripts/test-summary';

const suite = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const results = (numPassedTests: number, ...testResults: ReturnType<typeof suite>[]) => ({
  numPassedTests,
  testResults,
});

test('passed and failed tests are counted, skipped ones are not', () => {
  const run = results(2, suite('passed', 'passed', 'pending'), suite('failed', 'passed', 'failed', 'failed'));
  expect(summarise(run, 1)).toEqual({ passed: 2, failed: 2 });
});

test('a suite that could not run is one failure', () => {
  expect(summarise(results(1, suite('passed', 'passed'), suite('failed')), 1)).toEqual({
    passed: 1,
    failed: 1,
  });
});

test('a run that ended with an error names at least one failure', () => {
  expect(summarise(results(3, suite('passed', 'passed')), 1)).toEqual({ passed: 3, failed: 1 });
});

test('no results are a failure, even from a run that called itself fine', () => {
  expect(summarise(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});
