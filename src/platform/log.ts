/**
 * Logs an error to the app's log, the only place an operator can look.
 * Takes names of errors and dependencies, never payloads, texts or account ids.
 */
export function logError(what: string, error: unknown): void {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : 'no detail';
  // eslint-disable-next-line no-console -- Forge collects the console as the app's log
  console.error(`${what} (${detail})`);
}
