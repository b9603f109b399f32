import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordFinding, wordRuleOf, wordRules, wordRulesOf } from '../../../../src/contract/wording/findings';
import { wordReinforcement } from '../../../../src/contract/wording/drift';
import { wordPolicyChange } from '../../../../src/contract/wording/policy-changes';
import { refusedTransition } from '../../../../src/contract/wording/refused-transition';
import { RULES } from '../../../../src/domain/gate/rules';
import type { GateResult, Unmet } from '../../../../src/domain/gate/finding';
import { everySample, samples } from '../../../support/findings';

// What the gate says of what it found is recorded beside this file: none of it changes by accident.

const reader = { name: (accountId: string): string => `<${accountId}>`, today: '2026-11-23' };

/** Shapes that the samples have not, as what only one sentence looks at. */
const more = [
  { ...samples['agreement.unacknowledged'][0], unreached: 'passing' },
  { ...samples['agreement.unacknowledged'][0], unreached: 'lasting' },
  { ...samples['agreement.unacknowledged'][0], asksBack: { question: 'Which region?', of: 'u-coo' } },
  { ...samples['owner.not-accepted'][0], unreached: true },
  ...[2, 3, 12].map((have) => ({ rule: 'dependencies.too-few', have, need: 20 })),
] as readonly Unmet[];

const TO = ['off', 'warn', 'block'] as const;
const CHECKPOINTS = ['start', 'finish'] as const;

/** The rules whose sentences are recorded; a new one is held to its own by the test of the rule. */
const recorded = RULES.filter((rule) =>
  readFileSync(join(__dirname, '__snapshots__/findings.test.ts.snap'), 'utf8').includes(`\`${rule} is told`),
);

test('what the rules of the first release say stays recorded', () => {
  expect(recorded.length).toBeGreaterThanOrEqual(25);
});

test.each(recorded)(
  '%s is told as recorded: as a finding, of an item above, and as what a policy asks',
  (rule) => {
    const told = [...everySample, ...more].filter((unmet) => unmet.rule === rule);
    const changes = CHECKPOINTS.flatMap((checkpoint) =>
      TO.map((to) => ({ kind: 'rule', rule, checkpoint, from: 'warn', to }) as const),
    );
    expect([
      told.map((unmet) => [wordFinding(unmet, reader, 'panel'), wordFinding(unmet, reader)]),
      wordRules([rule, rule]),
      wordRulesOf('EXP-1', told),
      told.slice(0, 1).map((unmet) => wordRuleOf('EXP-1', unmet)),
      changes.map(wordPolicyChange),
      changes.map(wordReinforcement),
    ]).toMatchSnapshot();
  },
);

/** More than Jira's dialog has room for. */
const OF_MANY = [
  'owner.missing',
  'owner.shared',
  'brief.incomplete',
  'agreement.open',
  'checkin.stale',
] as const;

test('a refused move is told as recorded', () => {
  const findings = OF_MANY.flatMap((rule) => everySample.find((unmet) => unmet.rule === rule) ?? []).map(
    (unmet) => ({
      ...unmet,
      severity: 'block',
    }),
  );
  const waived = [{ ...findings[0], until: '2026-12-04T17:00:00.000Z' }];
  const told = (gate: object, unreadable?: true) =>
    refusedTransition(
      'EXP-12',
      { checkpoint: 'start', waived: [], findings, ...gate } as unknown as GateResult,
      reader,
      { unreadable },
    );
  expect([
    told({}),
    told({ checkpoint: 'finish', waived }),
    told({ waived: [...waived, ...waived] }, true),
    told({ ofAncestor: 'EXP-1' }),
    told({ ofAncestor: 'EXP-1', checkpoint: 'finish', findings: findings.slice(0, 1) }),
  ]).toMatchSnapshot();
});
