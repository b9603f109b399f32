import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Arguments {
  readonly port: number;
  /** Exports to load; empty for the demo. */
  readonly imports: readonly string[];
  /** The world to start with; by default the exports when there are any, else the demo. */
  readonly seed: string | undefined;
  /** File that the world is read from, if it is there, and written to; undefined for a world that ends with the process. */
  readonly keep: string | undefined;
  /** Runs what `npm run dev` builds, instead of what `npm run build` has built. */
  readonly dev: boolean;
}

export class UsageError extends Error {}

const USAGE = 'Usage: npm start -- [--port N] [--import [FILE ...]] [--seed NAME] [--keep FILE]';
const DEFAULT_PORT = 3000;

/**
 * Reads the command line. `--import` takes exports or folders of them; with neither it looks into the folder that
 * HOLDFAST_DATA names, else into the usual ones.
 * @throws UsageError with what to type instead.
 */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  usualFolders: readonly string[] = USUAL_FOLDERS,
): Arguments {
  let port = env['PORT'];
  const imports: string[] = [];
  let seed: string | undefined;
  let keep: string | undefined;
  let dev = false;
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--port') {
      port = rest.shift();
    } else if (word === '--seed') {
      seed = rest.shift();
    } else if (word === '--keep') {
      keep = rest.shift();
      if (keep === undefined) throw new UsageError(`--keep needs a file. ${USAGE}`);
    } else if (word === '--dev') {
      dev = true;
    } else if (word === '--import') {
      const files: string[] = [];
      while (rest[0] !== undefined && !rest[0].startsWith('--')) files.push(rest.shift() ?? '');
      imports.push(
        ...(files.length > 0
          ? files.flatMap(filesAt)
          : filesOf(env['HOLDFAST_DATA'] ?? usualFolders.find((folder) => existsSync(folder)))),
      );
    } else {
      throw new UsageError(`Unknown argument ${word}. ${USAGE}`);
    }
  }
  return { port: toPort(port), imports, seed, keep, dev };
}

function toPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`${text} is no port. ${USAGE}`);
}

/** Where exports lie when nobody says where: beside the project, or in it. */
const USUAL_FOLDERS = ['data', '../shared/data'];

/** A folder stands for the exports in it; anything else is a file, whether or not it exists. */
const filesAt = (path: string): readonly string[] =>
  existsSync(path) && statSync(path).isDirectory() ? filesOf(path) : [path];

function filesOf(folder: string | undefined): readonly string[] {
  if (folder === undefined || folder === '') {
    throw new UsageError(
      '--import needs a file or a folder, or HOLDFAST_DATA set to a folder of *.ndjson.gz exports, for example: npm start -- --import export.ndjson.gz',
    );
  }
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new UsageError(`${folder} cannot be read.`);
  }
  const files = names.filter((name) => name.endsWith('.ndjson.gz')).sort();
  if (files.length === 0) throw new UsageError(`${folder} holds no *.ndjson.gz files.`);
  return files.map((name) => join(folder, name));
}
