import { showFlag } from '@forge/bridge';

let shown = 0;

/** A button in a flag. */
export interface FlagAction {
  readonly text: string;
  readonly onClick: () => void;
}

/** A short note in Jira's own corner of the screen, outside our frame; it goes away by itself. False where there are none. */
export function flag(
  type: 'success' | 'info' | 'warning' | 'error',
  title: string,
  description?: string,
  actions: readonly FlagAction[] = [],
): boolean {
  shown += 1;
  try {
    showFlag({
      id: `holdfast-${shown}`,
      type,
      title,
      ...(description !== undefined && { description }),
      // What can be clicked stays until the reader has seen it.
      isAutoDismiss: actions.length === 0,
      ...(actions.length > 0 && { actions: [...actions] }),
    });
    return true;
  } catch {
    // The page says the same where it happened.
    return false;
  }
}
