import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../../packages/forge-sandbox');

/** Every file of a folder, built and installed ones left out. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

/** Holdfast's name, and what only its manifest and its demo call so. */
const OURS =
  /holdfast|transition-gate|agreement-panel|gap-report|gap-gadget|epic-standing|\b(EXP|PLAT|HAND)-\d/i;

test('the stand-in knows nothing of Holdfast', () => {
  const files = filesOf(root);
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => OURS.test(readFileSync(file, 'utf8')))).toEqual([]);
});
