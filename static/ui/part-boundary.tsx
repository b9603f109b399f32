import type { ReactNode } from 'react';
import { PartProblem } from './call-problem';
import { ErrorBoundary } from './error-boundary';

/** Around a part that is fetched when it is asked for: when it cannot be, the rest of the page goes on. */
export function PartBoundary({ children }: { children: ReactNode }) {
  return <ErrorBoundary fallback={<PartProblem />}>{children}</ErrorBoundary>;
}
