import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, sourcesIn } from '../../support/imports';

const root = join(__dirname, '../../..');
const sources = ['src', 'static'].flatMap(sourcesIn);

const MOST_LINES = 250;
const MOST_FILES_IN_A_ROOM = 15;

/**
 * The arrow between the two sibling folders in which two files lie, for files that have such folders. Layers, the
 * folders of `src`, have a test of their own.
 */
function arrowBetween(from: string, to: string): string | undefined {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/').slice(0, -1)];
  const parting = here.findIndex((folder, at) => folder !== there[at]);
  if (parting < 1 || there[parting] === undefined) return undefined;
  if (parting === 1 && here[0] === 'src') return undefined;
  return [here, there].map((path) => path.slice(0, parting + 1).join('/')).join(' -> ');
}

/** Arrows between sibling folders at every depth. Only imports by value count: types are gone before anything runs. */
function arrowsOf(files: readonly string[], imports: (file: string) => readonly string[]): readonly string[] {
  const arrows = files.flatMap((file) => imports(file).flatMap((to) => arrowBetween(file, to) ?? []));
  return [...new Set(arrows)].sort();
}

/** Those arrows from whose end a way leads back to their start. */
function closing(arrows: readonly string[]): readonly string[] {
  const next = (from: string): string[] =>
    arrows.filter((arrow) => arrow.startsWith(`${from} -> `)).map((arrow) => arrow.split(' -> ')[1] ?? '');
  return arrows.filter((arrow) => {
    const [start = '', end = ''] = arrow.split(' -> ');
    const reached = new Set([end]);
    for (const folder of reached) for (const further of next(folder)) reached.add(further);
    return reached.has(start);
  });
}

const arrows = arrowsOf(sources, importsOf);

describe('the graph of folders', () => {
  test('finds a cycle between folders whose files form none, at any depth', () => {
    const imports: Record<string, string[]> = {
      'src/app/a/one.ts': ['src/app/b/two.ts'],
      'src/app/b/two.ts': [],
      'src/app/b/deep/three.ts': ['src/app/a/four.ts', 'src/app/b/two.ts'],
      'src/app/a/four.ts': ['src/app/c/five.ts'],
      'src/app/c/five.ts': [],
    };
    const found = arrowsOf(Object.keys(imports), (file) => imports[file] ?? []);
    expect(found).toEqual(['src/app/a -> src/app/b', 'src/app/a -> src/app/c', 'src/app/b -> src/app/a']);
    expect(closing(found)).toEqual(['src/app/a -> src/app/b', 'src/app/b -> src/app/a']);
  });

  test('has no cycle', () => {
    expect(arrows.length).toBeGreaterThan(50);
    expect(closing(arrows)).toEqual([]);
  });
});

/** The layers from the inside out; an arrow by value may stay in its layer or go further in. */
const LAYERS = [
  /^src\/domain\//,
  /^src\/contract\//,
  /^src\/platform\/[^/]+$/,
  /^src\/app\//,
  /^src\/platform\/[^/]+\//,
  /^src\/entry\//,
  /^src\/[^/]+$/,
] as const;

test('no import by value points from a layer to one further out', () => {
  const layerOf = (file: string): number => LAYERS.findIndex((layer) => layer.test(file));
  const files = sources.filter((file) => file.startsWith('src/'));
  expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
  const upward = files.flatMap((file) =>
    importsOf(file)
      .filter((to) => layerOf(to) > layerOf(file))
      .map((to) => `${file} -> ${to}`),
  );
  expect(upward).toEqual([]);
});

test('no room of the app holds more files than one can overlook', () => {
  const rooms = new Map<string, number>();
  for (const file of sourcesIn('src/app')) {
    const room = file.slice(0, file.lastIndexOf('/'));
    rooms.set(room, (rooms.get(room) ?? 0) + 1);
  }
  expect([...rooms].filter(([, files]) => files > MOST_FILES_IN_A_ROOM)).toEqual([]);
});

describe('the length of files', () => {
  const lengthOf = (file: string): number => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  const lengths = new Map(sources.map((file) => [file, lengthOf(file)]));
  const sorted = [...lengths.values()].sort((a, b) => a - b);
  const quantile = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? Infinity;

  test('is at most 70 lines for half of them and 150 for nine in ten', () => {
    const measured = { files: sorted.length, median: quantile(0.5), ninth: quantile(0.9) };
    process.stdout.write(`files of src and static: ${JSON.stringify(measured)}\n`);
    expect(measured.median).toBeLessThanOrEqual(70);
    expect(measured.ninth).toBeLessThanOrEqual(150);
  });

  test(`is at most ${MOST_LINES} lines, in the stand-in and its tests as well`, () => {
    const standIn = ['src', 'test'].flatMap((folder) => sourcesIn(`packages/forge-sandbox/${folder}`));
    for (const file of standIn) lengths.set(file, lengthOf(file));
    expect(standIn.length).toBeGreaterThan(100);
    expect([...lengths].filter(([, lines]) => lines > MOST_LINES)).toEqual([]);
  });
});
