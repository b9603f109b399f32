/** What was typed and not yet sent, by form. Lives as long as the browser's tab, so a reload or a detour loses nothing. */
const memory = new Map<string, string>();
const PREFIX = 'holdfast-draft:';

/** Tells the other pages of this tab, where the browser gives them no store in common; null: the draft is gone. */
type Share = (key: string, text: string | null) => void;
let share: Share = () => undefined;

export function shareDraftsBy(given: Share): void {
  share = given;
}

/** A draft as another page of this tab has it. */
export function learnDraft(key: string, text: string | null): void {
  if (text === null) memory.delete(key);
  else memory.set(key, text);
}

/** The drafts that no other page finds by itself: all of them where the browser denies storage, else none. */
export function unsharedDrafts(): Readonly<Record<string, string>> {
  try {
    window.sessionStorage.getItem(PREFIX);
    return {};
  } catch {
    return Object.fromEntries(memory);
  }
}

export function readDraft<V extends object>(key: string, blank: V): V {
  try {
    const kept = memory.get(key) ?? window.sessionStorage.getItem(PREFIX + key);
    if (!kept) return blank;
    const parsed: unknown = JSON.parse(kept);
    // Only what this form knows: a draft may be older than the form.
    const known = Object.entries({ ...(parsed as object) }).filter(([name]) => name in blank);
    return { ...blank, ...Object.fromEntries(known) };
  } catch {
    return blank;
  }
}

/** Whether something was typed here before and not sent. */
export function hasDraft(key: string): boolean {
  try {
    return memory.has(key) || window.sessionStorage.getItem(PREFIX + key) !== null;
  } catch {
    return false;
  }
}

export function keepDraft(key: string, values: object): void {
  const text = JSON.stringify(values);
  memory.set(key, text);
  try {
    window.sessionStorage.setItem(PREFIX + key, text);
  } catch {
    // Browsers may deny storage to a frame from another site; memory still holds it.
    share(key, text);
  }
}

export function dropDraft(key: string): void {
  memory.delete(key);
  try {
    window.sessionStorage.removeItem(PREFIX + key);
  } catch {
    share(key, null);
  }
}
