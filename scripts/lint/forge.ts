import { readdirSync, readFileSync } from 'node:fs';
import { NullLogger } from '@forge/cli-shared';
import { getClientSideLintersOnly, lint } from '@forge/lint';
import type { ManifestSchema } from '@forge/manifest';
import { parse } from 'yaml';

/**
 * The linters that `forge lint` runs without its server, over the real manifest and src/. Among them is
 * Atlassian's whole manifest validator (FullManifestLinter). Left out: PermissionLinter, which downloads
 * Atlassian's API description. The pages must be built: the validator looks for the files it is told about.
 */
async function main(): Promise<void> {
  const manifest = parse(readFileSync('manifest.yml', 'utf8')) as ManifestSchema;
  const offline = { getDeprecatedRuntimes: () => Promise.resolve([]) } as never;
  const linters = (await getClientSideLintersOnly(manifest, 'production', NullLogger, offline)).filter(
    (linter) => linter.constructor.name !== 'PermissionLinter',
  );
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`);
  const config = { linter: { mode: 'client-side' as const }, linters };
  const results = await lint(files, manifest, 'production', NullLogger, offline, config);

  let problems = 0;
  for (const { file, errors, warnings, approvals } of results) {
    for (const { line, column, class: severity, message } of [...errors, ...warnings, ...approvals]) {
      problems += 1;
      console.log(`${file}:${line}:${column} ${severity}: ${message}`);
    }
  }
  console.log(`${linters.length} linters, ${problems} problems`);
  process.exitCode = problems === 0 ? 0 : 1;
}

void main();
