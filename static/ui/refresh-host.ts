import { view } from '@forge/bridge';

/** How long the fields on Jira's own part of the page take to follow a change, as a rule. */
const FOLLOW_UP_MS = 2_500;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Asks Jira to show its own fields anew, a moment after a change: they follow through a queue. `mayInterrupt` is asked
 * when the moment has come. Hosts that cannot refresh stay as they are.
 */
export function refreshHostSoon(mayInterrupt: () => boolean): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (mayInterrupt()) void view.refresh().catch(() => undefined);
  }, FOLLOW_UP_MS);
}
