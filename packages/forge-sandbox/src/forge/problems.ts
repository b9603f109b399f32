import type { Clock } from '../kernel';

export interface Problem {
  /** Simulated time, ISO 8601. */
  readonly at: string;
  readonly where: string;
  readonly message: string;
}

const KEPT = 50;

/** The last things that went wrong in the app or its host, for `GET /sandbox/state`. */
export class ProblemLog {
  private problems: Problem[] = [];

  constructor(private readonly clock: Clock) {}

  add(where: string, problem: unknown): void {
    const message = problem instanceof Error ? problem.message : String(problem);
    this.problems.push({ at: new Date(this.clock.now()).toISOString(), where, message });
    this.problems = this.problems.slice(-KEPT);
  }

  list(): readonly Problem[] {
    return [...this.problems];
  }

  clear(): void {
    this.problems = [];
  }
}
