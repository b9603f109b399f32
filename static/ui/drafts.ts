/** What was typed and not yet sent, by form. Lives as long as the browser's tab, so a reload or a detour loses nothing. */
const memory = new Map<string, string>();
const PREFIX = 'holdfast-draft:';

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
  }
}

export function dropDraft(key: string): void {
  memory.delete(key);
  try {
    window.sessionStorage.removeItem(PREFIX + key);
  } catch {
    // As above.
  }
}
