import { showFlag } from '@forge/bridge';

let shown = 0;

/** A short note in Jira's own corner of the screen, outside our frame; it goes away by itself. False where there are none. */
export function flag(
  type: 'success' | 'info' | 'warning' | 'error',
  title: string,
  description?: string,
): boolean {
  shown += 1;
  try {
    showFlag({
      id: `holdfast-${shown}`,
      type,
      title,
      ...(description !== undefined && { description }),
      isAutoDismiss: true,
    });
    return true;
  } catch {
    // The page says the same where it happened.
    return false;
  }
}
