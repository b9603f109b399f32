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
    'lets through what it says it holds',
    'app/gate/evaluate-transition.ts',
    "gate.verdict === 'block' && !transition.isUnlicensed",
    'false',
    /The panel said block in enforce, and Jira answered 204/,
  ],
  [
    'records nothing of what only observes',
    'app/gate/passages.ts',
    "gate.mode === 'enforce' ? []",
    "gate.mode !== 'coach' ? []",
    /was not told as observe/,
  ],
  [
    'records no way around the gate',
    'app/moves/record-bypass.ts',
    "gate?.strictVerdict !== 'block'",
    'gate !== undefined',
    /was not told as bypass/,
  ],
  [
    'accuses whoever moves another way',
    'app/moves/record-bypass.ts',
    "gate?.strictVerdict !== 'block'",
    '!gate',
    /would have passed: a bypass/,
  ],
  [
    'judges anew whoever passed the gate',
    'app/moves/record-bypass.ts',
    'if (!raw || !move || isTraced) return;\n  await followUnasked(job, raw, move, ports);',
    'if (!raw || !move) return;\n  await followUnasked(job, raw, move, ports);',
    /asked: a bypass|twice/,
  ],
  [
    'begins a new history with a new key',
    'app/charter/rekey-charter.ts',
    '[moving, there], events, ports)',
    '[{ ...moving, history: [], earlier: 0 }, there], events, ports)',
    / lost /,
  ],
  [
    'compares no fields',
    'app/fields/compare-fields.ts',
    'subject ? changesOf(subject, standing, now) : []',
    '[]',
    /says .*, the panel /,
  ],
  [
    'takes everybody for one who sees the item',
    'app/notices/digest-lines.ts',
    "sights?.get(issueId) ?? 'unknown'",
    "'visible'",
    /was told of/,
  ],
];

/** Histories that a mutant may outlive. */
const MOST = 40;
const SEED = 20_261_122;

jest.setTimeout(1_800_000);

test.each(MUTANTS)('a build that %s is found out', async (_what, file, from, to, said) => {
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
  expect(found).toMatch(said);
});
