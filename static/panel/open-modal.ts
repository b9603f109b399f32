import { Modal } from '@forge/bridge';
import { unsharedDrafts } from '../ui/drafts';
import { outcomeIn, sizeFor, type FormOutcome, type FormRequest } from './model/form-modal';
import { hearDrafts } from './shared-drafts';

/**
 * Opens a form in Jira's own modal. `onClose` gets what it was sent with, or null. A click beside it closes nothing:
 * what is typed there is worth more than the way out. False where this place has no modals.
 */
export async function openModal(
  request: Omit<FormRequest, 'drafts'>,
  title: string,
  onClose: (outcome: FormOutcome | null) => void,
): Promise<boolean> {
  const stopHearing = hearDrafts();
  try {
    const modal = new Modal({
      resource: 'main/form',
      title,
      size: sizeFor(request.form),
      context: { ...request, drafts: unsharedDrafts() } satisfies FormRequest,
      closeOnOverlayClick: false,
      onClose: (payload: unknown) => {
        stopHearing();
        onClose(outcomeIn(payload));
      },
    });
    await modal.open();
    return true;
  } catch {
    stopHearing();
    return false;
  }
}
