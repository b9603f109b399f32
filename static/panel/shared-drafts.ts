import { events } from '@forge/bridge';
import { learnDraft } from '../ui/drafts';

/** One event for all pages of the app in this tab. */
const EVENT = 'holdfast-draft';

/** Tells the panel what is typed in a modal. */
export const tellDraft = (key: string, text: string | null): void =>
  void events.emit(EVENT, { key, text }).catch(() => undefined);

/** Hears what is typed in a modal, until the returned function is called. */
export function hearDrafts(): () => void {
  const subscription = events.on(EVENT, (payload: unknown) => {
    if (typeof payload !== 'object' || payload === null || !('key' in payload) || !('text' in payload))
      return;
    const { key, text } = payload;
    if (typeof key === 'string' && (typeof text === 'string' || text === null)) learnDraft(key, text);
  });
  return () =>
    void subscription.then(
      ({ unsubscribe }) => unsubscribe(),
      () => undefined,
    );
}
