import { view } from '@forge/bridge';
import type { FormOutcome } from '../panel/model/form-modal';

/** Closes the modal this page stands in; null: nothing was sent. */
export async function closePage(outcome: FormOutcome | null): Promise<void> {
  // What was already closed by Jira cannot be closed again.
  await view.close(outcome ?? undefined).catch(() => undefined);
}
