import { Modal } from '@forge/bridge';
import { outcomeIn, sizeFor, type FormOutcome, type FormRequest } from './model/form-modal';

/**
 * Opens a form in Jira's own modal. `onClose` gets what it was sent with, or null. A click beside it closes nothing:
 * what is typed there is worth more than the way out. False where this place has no modals.
 */
export async function openModal(
  request: FormRequest,
  title: string,
  onClose: (outcome: FormOutcome | null) => void,
): Promise<boolean> {
  try {
    const modal = new Modal({
      resource: 'main/form',
      title,
      size: sizeFor(request.form),
      context: request,
      closeOnOverlayClick: false,
      onClose: (payload: unknown) => onClose(outcomeIn(payload)),
    });
    await modal.open();
    return true;
  } catch {
    return false;
  }
}
