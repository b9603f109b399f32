import * as z from 'zod';

const Results = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

/**
 * Counts tests in jest's JSON results. A suite that could not run counts as one failure, and so does a run
 * that jest ended with an error (`code`) without naming any, or without results at all.
 */
export function summarise(results: unknown, code: number): { passed: number; failed: number } {
  const parsed = Results.safeParse(results);
  if (!parsed.success) return { passed: 0, failed: 1 };
  const failures = parsed.data.testResults.map(({ status, assertionResults }) => {
    const failed = assertionResults.filter((assertion) => assertion.status === 'failed').length;
    return status === 'failed' ? Math.max(failed, 1) : failed;
  });
  const failed = failures.reduce((sum, count) => sum + count, 0);
  return { passed: parsed.data.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
}
