import { rmSync } from 'node:fs';
import { histories } from '../support/drives/suite';
import { builtWith, changed } from '../support/mutants';

/** Builds of the app that break one thing that the histories hold it to, and in which words they say so. */
const MUTANTS: readonly (readonly [what: string, file: string, from: string, to: string, said: RegExp])[] = [
  [
    'lets anybody replace an owner',
    'domain/charter/ownership/nominate.ts',
    "dri?.status === 'accepted' && !isDri(charter, facts) && !gone",
    'false',
    /over the head of/,
  ],
  [
    'records nothing of what only observes',
    'app/gate/passages.ts',
    "gate.mode === 'enforce' ? []",
    "gate.mode !== 'coach' ? []",
    /was not told as observe/,
  ],
];

/** Histories that a mutant may outlive. */
const MOST = 40;
const SEED = 20_261_122;

jest.setTimeout(1_800_000);

test.each(MUTANTS)('a build that %s is found out', async (what, file, from, to, said) => {
  const bundles = await builtWith(changed(file, from, to));
  let lived = 0;
  let found = '';
  try {
    for await (const { wrong } of histories(bundles, SEED)) {
      lived += 1;
      found = wrong.join('\n');
      if (found !== '' || lived === MOST) break;
    }
  } finally {
    rmSync(bundles, { recursive: true });
  }
  process.stderr.write(`a build that ${what}: ${lived} histories, ${found.split('\n')[0] ?? ''}\n`);
  expect(found).toMatch(said);
});
