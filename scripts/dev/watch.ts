import { existsSync, watch } from 'node:fs';
import { built, inRoot } from '../build/project';

const FOLDERS = ['src', 'static', 'texts', 'dev', 'packages/forge-sandbox/src'];
const FILES = ['manifest.yml'];
/** Editors write a file in several steps; what follows within this time belongs together. */
const QUIET_MS = 40;

/**
 * Calls `onChange` with the files that changed, relative to the checkout, one batch after another. Returns how to stop.
 */
export function watchCheckout(onChange: (files: readonly string[]) => Promise<void>): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const note = (file: string): void => {
    if (file.startsWith('static/build/') || file.startsWith(`src/${built}/`)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(() => {
        const batch = [...changed];
        changed.clear();
        return batch.length === 0 ? undefined : onChange(batch);
      });
    }, QUIET_MS);
  };
  const watchers = FOLDERS.filter((folder) => existsSync(inRoot(folder))).map((folder) =>
    watch(inRoot(folder), { recursive: true }, (_event, name) => {
      if (name !== null) note(`${folder}/${name.replaceAll('\\', '/')}`);
    }),
  );
  // Editors replace files, so that a watched file is soon another: its folder is watched instead.
  watchers.push(
    watch(inRoot(), (_event, name) => {
      if (name !== null && FILES.includes(name)) note(name);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
