import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot, root } from '../build/project';
import type { Edits } from './kind';

/** A copy of the checkout in a temporary folder, with the installed packages linked into it. */
export interface Copy extends Edits {
  readonly directory: string;
  /** Files added or changed so far, relative to the copy. */
  readonly touched: () => readonly string[];
  /** What a function makes of the copy after further edits, which are taken back. */
  readonly trial: <T>(edit: (edits: Edits) => void, look: () => T) => T;
  /** Takes back every edit. */
  readonly reset: () => void;
  readonly remove: () => void;
}

/** What stood in files before they were written; null where there was none. */
type Journal = Map<string, string | null>;

/** Copies what Git knows or would take, as it lies in the checkout now; documents and pictures stay behind. */
export function copyCheckout(): Copy {
  const directory = mkdtempSync(join(tmpdir(), 'drill-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\n')) {
    if (file === '' || file.startsWith('docs/') || !existsSync(inRoot(file))) continue;
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    cpSync(inRoot(file), join(directory, file));
  }
  linkPackages(directory);
  const edits: Journal = new Map();
  let journal = edits;
  const read = (path: string): string => readFileSync(join(directory, path), 'utf8');
  const write = (path: string, text: string): void => {
    const file = join(directory, path);
    if (!journal.has(path)) journal.set(path, existsSync(file) ? read(path) : null);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const takeBack = (done: Journal): void => {
    for (const [path, text] of done) {
      if (text === null) rmSync(join(directory, path));
      else writeFileSync(join(directory, path), text);
    }
    done.clear();
  };
  const replace: Edits['replace'] = (path, marker, text) => {
    const before = read(path);
    const place = before.indexOf(marker);
    if (place < 0) throw new Error(`${path} has no ${JSON.stringify(marker)}`);
    write(path, `${before.slice(0, place)}${text}${before.slice(place + marker.length)}`);
  };
  const copy: Copy = {
    directory,
    touched: () => [...edits.keys()].sort(),
    trial: (edit, look) => {
      journal = new Map();
      try {
        edit(copy);
        return look();
      } finally {
        takeBack(journal);
        journal = edits;
      }
    },
    reset: () => takeBack(edits),
    remove: () => rmSync(directory, { recursive: true, force: true }),
    add: (path, text) => {
      if (existsSync(join(directory, path))) throw new Error(`${path} is there already`);
      write(path, text);
    },
    after: (path, marker, text) => replace(path, marker, `${marker}${text}`),
    replace,
  };
  return copy;
}

/** Links each package by itself: packages of the workspace are the copy's own, and so is what compilers remember. */
function linkPackages(directory: string): void {
  const from = inRoot('node_modules');
  const to = join(directory, 'node_modules');
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name === '.cache') continue;
    const entry = join(from, name);
    symlinkSync(lstatSync(entry).isSymbolicLink() ? readlinkSync(entry) : entry, join(to, name));
  }
}
