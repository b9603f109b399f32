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
  [
    'lets pass at Finish what it found to be held',
    'app/gate/evaluate-transition.ts',
    "gate.verdict === 'block' && !transition.isUnlicensed",
    "gate.verdict === 'block' && gate.checkpoint === 'start' && !transition.isUnlicensed",
    /The panel said block in enforce, and Jira answered 204/,
  ],
  [
    'accuses whoever moved around the gate, also where it would have let them pass',
    'app/moves/record-bypass.ts',
    " || gate.strictVerdict !== 'block') return;",
    ') return;',
    /would have passed: a bypass/,
  ],
  [
    'carries out again what was sent twice',
    'app/charter/change-charter.ts',
    'current.writes?.includes(mark)',
    "current.writes?.includes('')",
    /sent again under its name|carried out twice/,
  ],
  [
    'leaves a nominee out of a field',
    'domain/fields/field-values.ts',
    "...(dri?.status === 'nominated' ? [dri.accountId] : [])",
    "...(dri?.status === 'accepted' ? [] : [])",
    /Waiting for says/,
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
