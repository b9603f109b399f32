/** How often a ticking world looks for what became due, in real milliseconds. */
const TICK_MS = 250;

/** Calls `work` again and again, never twice at a time; what it throws goes to `onProblem`. Returns how to stop. */
export function everyTick(work: () => Promise<void>, onProblem: (problem: unknown) => void): () => void {
  let working = false;
  const tick = async (): Promise<void> => {
    if (working) return;
    working = true;
    try {
      await work();
    } catch (problem) {
      onProblem(problem);
    } finally {
      working = false;
    }
  };
  const timer = setInterval(() => void tick(), TICK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
