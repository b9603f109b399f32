import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOBS } from '../../../src/app/jobs';
import { calls } from '../../../src/contract/calls';
import { COMMANDS } from '../../../src/domain/charter/commands';

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

const everything = sources('src');
/** Commands have files of the same names in the domain; calls are not known there. */
const backend = new Map([...everything].filter(([file]) => !file.startsWith('src/domain/')));

/** A thing the code knows by name, and in how many files it may be known. */
interface Kind {
  readonly kind: string;
  readonly names: readonly string[];
  /** Whether a file speaks of it, or imports the file that is named after it. */
  readonly speaksOf: (name: string, text: string) => boolean;
  readonly files: ReadonlyMap<string, string>;
  readonly most: number;
  readonly why: string;
}

/** By its key, or by the file that is named after it. */
const speaksOfCall = (key: string, text: string): boolean =>
  text.includes(`'${key}'`) || text.includes(`/${key}'`);

const named = (name: string, text: string): boolean => text.includes(`'${name}'`);

const KINDS: readonly Kind[] = [
  {
    kind: 'a call that gives a command',
    names: calls.filter((call) => 'command' in call).map(({ key }) => key),
    speaksOf: speaksOfCall,
    files: backend,
    most: 2,
    why: 'its file, and the list of calls',
  },
  {
    kind: 'any other call',
    names: calls.filter((call) => !('command' in call)).map(({ key }) => key),
    speaksOf: speaksOfCall,
    files: backend,
    most: 5,
    why: 'its file, the list, its handler, the name of its answer, and a use case that takes its input as it is',
  },
  {
    kind: 'a command',
    names: COMMANDS.map(({ type }) => type),
    speaksOf: named,
    files: everything,
    most: 4,
    why: 'its file, its call, and a use case that gives it or asks for more than it says',
  },
  {
    kind: 'the event of a command',
    names: COMMANDS.map(({ event }) => event),
    speaksOf: named,
    files: everything,
    most: 7,
    why: 'its file, the schema, its words on screens and in mails, and what is counted or drawn from it',
  },
  {
    kind: 'a job',
    names: JOBS.map(({ kind }) => kind),
    speaksOf: named,
    files: everything,
    most: 6,
    why: 'its file, and what queues it',
  },
];

describe.each(KINDS)('$kind: $why', ({ names, speaksOf, files: all, most }) => {
  test.each(names)(`%s is known in at most ${most} files of src`, (name) => {
    const files = [...all].filter(([, text]) => speaksOf(name, text)).map(([file]) => file);
    expect(files.length).toBeGreaterThan(0);
    expect(files.length > most ? files : []).toEqual([]);
  });
});

test('a new call touches at most five files: its own, the list, its handler, and the tables that want a row of it', () => {
  const others = ['static', 'scripts', 'dev', 'bench', 'test'].flatMap((folder) => [...sources(folder)]);
  const table = new RegExp(
    '(?<!Partial<)Record<' + 'CallKey,[^=;]*= {|satisfies Readonly<Record<(Exclude<)?' + 'CallKey,',
  );
  const tables = [...backend, ...others].filter(([, text]) => table.test(text)).map(([file]) => file);
  expect(tables.sort()).toEqual(['test/sandbox/permissions/scenes.ts', 'test/support/payloads.ts']);
});

test('every file in a folder of jobs is listed, under the kind that it is named after', () => {
  const written = [...everything.keys()]
    .map((file) => /^src\/app\/jobs\/[^/]+\/([^/]+)\.ts$/.exec(file)?.[1])
    .filter((name) => name !== undefined);
  expect(JOBS.map(({ kind }) => kind).sort()).toEqual(written.sort());
});
