import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
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
  readonly remove: () => void;
}

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
  symlinkSync(inRoot('node_modules'), join(directory, 'node_modules'));
  const touched = new Set<string>();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
    touched.add(path);
  };
  return {
    directory,
    touched: () => [...touched].sort(),
    remove: () => rmSync(directory, { recursive: true, force: true }),
    add: (path, text) => {
      if (existsSync(join(directory, path))) throw new Error(`${path} is there already`);
      write(path, text);
    },
    after: (path, marker, text) => {
      const before = readFileSync(join(directory, path), 'utf8');
      const place = before.indexOf(marker);
      if (place < 0) throw new Error(`${path} has no ${JSON.stringify(marker)}`);
      const end = place + marker.length;
      write(path, `${before.slice(0, end)}${text}${before.slice(end)}`);
    },
  };
}
