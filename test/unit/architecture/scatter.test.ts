import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calls } from '../../../src/contract/calls';

const root = join(__dirname, '../../..');

/** Texts of the source files under a folder, by path from the root. */
function sources(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  return new Map(
    files.map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), 'utf8')] as const),
  );
}

/** Commands have files of the same names in the domain; calls are not known there. */
const backend = new Map([...sources('src')].filter(([file]) => !file.startsWith('src/domain/')));

/** A thing the code knows by name, and in how many files it may be known. */
interface Kind {
  readonly kind: string;
  readonly names: readonly string[];
  /** Whether a file speaks of it, or imports the file that is named after it. */
  readonly speaksOf: (name: string, text: string) => boolean;
  readonly most: number;
  readonly why: string;
}

/** By its key, or by the file that is named after it. */
const speaksOfCall = (key: string, text: string): boolean =>
  text.includes(`'${key}'`) || text.includes(`/${key}'`);

const KINDS: readonly Kind[] = [
  {
    kind: 'a call that gives a command',
    names: calls.filter((call) => 'command' in call).map(({ key }) => key),
    speaksOf: speaksOfCall,
    most: 2,
    why: 'its file, and the list of calls',
  },
  {
    kind: 'any other call',
    names: calls.filter((call) => !('command' in call)).map(({ key }) => key),
    speaksOf: speaksOfCall,
    most: 5,
    why: 'its file, the list, its handler, the name of its answer, and a use case that takes its input as it is',
  },
];

describe.each(KINDS)('$kind: $why', ({ names, speaksOf, most }) => {
  test.each(names)(`%s is known in at most ${most} files of src`, (name) => {
    const files = [...backend].filter(([, text]) => speaksOf(name, text)).map(([file]) => file);
    expect(files.length).toBeGreaterThan(0);
    expect(files.length > most ? files : []).toEqual([]);
  });
});

test('a new call touches at most five files: its own, the list, its handler, and the tables that want a row of it', () => {
  const others = ['static', 'scripts', 'dev', 'bench', 'test'].flatMap((folder) => [...sources(folder)]);
  const table = new RegExp(
    '(?<!Partial<)Record<' + 'CallKey,[^=;]*= {|satisfies Readonly<Record<' + 'CallKey,',
  );
  const tables = [...backend, ...others].filter(([, text]) => table.test(text)).map(([file]) => file);
  expect(tables.sort()).toEqual(['test/sandbox/permissions/scenes.ts', 'test/support/payloads.ts']);
});
