import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourcesIn } from '../../support/imports';

const root = join(__dirname, '../../..');
const sources = sourcesIn('src').map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const filesWith = (pattern: RegExp, folder = 'src/'): readonly string[] =>
  sources.filter(({ file, text }) => file.startsWith(folder) && pattern.test(text)).map(({ file }) => file);

/** Entities with one record per project, keyed by the key it had. */
const PER_PROJECT = ['policy', 'policy-version', 'brake', 'gate-border', 'project-summary', 'readiness'];

describe('what is kept of a project', () => {
  it('is looked for where it lies: whoever reads an item’s record by its key has it found again by its ids', () => {
    const readers = filesWith(/charters\.read\(/, 'src/app/');
    expect(readers.length).toBeGreaterThan(5);
    const around = readers.filter(
      (file) =>
        !/\b(?:foundAgain|settledRecord)\(/.test(sources.find((one) => one.file === file)?.text ?? ''),
    );
    expect(around).toEqual([
      // Looks only whose charter lies under the key, and reads the item anew.
      'src/app/charter/authorize-item.ts',
      // Hands the reading on to whoever reads the subject.
      'src/app/gate/evaluate-transition.ts',
    ]);
  });

  it('lies where a read found it: nobody but storage says under which key', () => {
    expect(
      filesWith(/\bliesUnder\s*:(?!\s*string)/).filter((file) => !/platform\/storage/.test(file)),
    ).toEqual([]);
  });

  it('has every entity of a project follow when that gets another key', () => {
    const manifest = readFileSync(join(root, 'manifest.yml'), 'utf8');
    const records = ['records', 'versions']
      .map((part) => readFileSync(join(root, `src/platform/storage/project-${part}.ts`), 'utf8'))
      .join('\n');
    const constants = new Map(
      sources.flatMap(({ text }) =>
        [...text.matchAll(/const (\w+_ENTITY) = '([\w-]+)'/g)].map(([, name = '', entity = '']) => [
          entity,
          name,
        ]),
      ),
    );
    for (const entity of PER_PROJECT) {
      expect(manifest).toContain(`- name: ${entity}\n`);
      expect(records).toContain(constants.get(entity) ?? `a constant for ${entity}`);
    }
    // What else lies under the key of a project alone would be left behind.
    const table = readFileSync(join(root, 'docs/data-life.md'), 'utf8');
    const rows = table.split('\n').filter((line) => line.startsWith('| `') && / project key /.test(line));
    const told = rows.flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([\w-]+)`/g)].map(([, one]) => one),
    );
    expect(told.sort()).toEqual([...PER_PROJECT].sort());
  });
});
