import { readdirSync } from 'node:fs';
import { withinCeiling, type Bench, type Figure } from '../bench/harness';
import { inRoot } from './build/project';
import { runNode } from './run';

/** Runs bench/*.bench.ts, or those whose name contains an argument; fails when a figure passes its ceiling. */
async function main(wanted: string[]): Promise<void> {
  if ((await runNode(['--require', 'tsx/cjs', 'scripts/build.ts'])) !== 0) {
    process.exitCode = 1;
    return;
  }
  const files = readdirSync(inRoot('bench'))
    .filter((file) => file.endsWith('.bench.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)))
    .sort();
  let over = 0;
  for (const file of files) {
    const { bench } = (await import(inRoot('bench', file))) as { bench: Bench };
    console.log(`\n${bench.title}`);
    const figures = await bench.run();
    printTable(figures);
    over += figures.filter((figure) => !withinCeiling(figure)).length;
  }
  console.log(over === 0 ? '\nbench: every promise holds' : `\nbench: ${over} over the ceiling`);
  process.exitCode = over === 0 ? 0 : 1;
}

function printTable(figures: Figure[]): void {
  const rows = figures.map((figure) => [
    figure.what,
    `${figure.value.toFixed(Number.isInteger(figure.value) ? 0 : 2)} ${figure.unit}`,
    promise(figure),
    figure.note ?? '',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
  }
}

function promise(figure: Figure): string {
  if (figure.ceiling === undefined) return '';
  const tolerance = figure.tolerance === undefined ? '' : ` +${figure.tolerance * 100}%`;
  return `${withinCeiling(figure) ? 'ok  ' : 'OVER'} ≤ ${figure.ceiling}${tolerance}`;
}

void main(process.argv.slice(2));
