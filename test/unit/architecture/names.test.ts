import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesIn } from '../../support/imports';

const root = join(__dirname, '../../..');
const prose = ['README.md', 'CONTRIBUTING.md']
  .map((page) => readFileSync(join(root, page), 'utf8'))
  .join('\n');
const sources = ['src', 'static'].flatMap(sourcesIn);

/** Words of the field, how the names of their files begin, and the layers that must have them. */
const WORDS = [
  { word: 'retry', name: /^retry/, needed: ['src/platform'] },
  { word: 'escalation', name: /^escalat/, needed: ['src/domain', 'src/app'] },
  { word: 'paper owner', name: /^paper-owner/, needed: ['src/domain', 'src/app'] },
  { word: 'privacy report', name: /^privacy/, needed: ['src/app'] },
  { word: 'waiver', name: /^waive/, needed: ['src/domain'] },
] as const;

/** Where a word has more than one file or folder in a layer today, and how many. The list is there to become empty. */
const KNOWN_TO_BE_SEVERAL: Readonly<Record<string, number>> = {
  // Form and lines lie in waivers/, what they are told from in model/.
  'waiver in static/panel': 2,
  // What is asked lies in the charter; the gate's rules about it have the name their ids begin with.
  'escalation in src/domain': 2,
  // Its job is queued as all jobs are; what the job does lies with the notices.
  'escalation in src/app': 2,
};

const layerOf = (file: string): string => file.split('/').slice(0, 2).join('/');

/** The uppermost files and folders whose name begins so, each layer for itself. */
function homesOf(name: RegExp, files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const homes = new Map<string, Set<string>>();
  for (const file of files) {
    const steps = file.split('/');
    const at = steps.findIndex((step, depth) => depth >= 2 && name.test(step));
    if (at < 0) continue;
    const layer = layerOf(file);
    homes.set(layer, (homes.get(layer) ?? new Set()).add(steps.slice(0, at + 1).join('/')));
  }
  return homes;
}

test('a folder is one home of a word, however many of its files bear it', () => {
  const files = ['src/app/retry/retry.ts', 'src/app/retry/pause.ts', 'src/app/x/retry.ts', 'src/domain/a.ts'];
  expect([...homesOf(/^retry/, files)]).toEqual([
    ['src/app', new Set(['src/app/retry', 'src/app/x/retry.ts'])],
  ]);
});

describe.each(WORDS)('$word', ({ word, name, needed }) => {
  const homes = homesOf(name, sources);

  test('is explained where a contributor reads', () => {
    expect(prose).toMatch(new RegExp(`^\\| ${word} \\|`, 'm'));
  });

  test('has a file or folder in every layer that deals with it', () => {
    expect(needed.filter((layer) => !homes.has(layer))).toEqual([]);
  });

  test('has no second one in any layer', () => {
    const several = [...homes]
      .filter(([layer, paths]) => paths.size !== (KNOWN_TO_BE_SEVERAL[`${word} in ${layer}`] ?? 1))
      .map(([, paths]) => [...paths]);
    expect(several).toEqual([]);
  });
});
