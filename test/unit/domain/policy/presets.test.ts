import fc from 'fast-check';
import { emptyCharter } from '../../../../src/domain/charter/charter';
import { evaluate } from '../../../../src/domain/gate/evaluate';
import type { Verdict } from '../../../../src/domain/gate/finding';
import { peopleRead } from '../../../../src/domain/gate/people';
import {
  CHECKPOINTS,
  RULES,
  SEVERITIES,
  type Checkpoint,
  type Severity,
} from '../../../../src/domain/policy/rules';
import { subjectOf } from '../../../../src/domain/gate/build-subject';
import { peopleAsked } from '../../../../src/domain/gate/subject';
import { siteDefault } from '../../../../src/domain/policy/policy';
import {
  PRESETS,
  presetOf,
  presets,
  withPreset,
  type PresetName,
} from '../../../../src/domain/policy/presets';
import { attempts, play } from '../../../support/attempts';
import { epic } from '../../../support/items';
import { people } from '../../../support/people';
import { enforcing } from '../../../support/policies';

const weight = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** What a preset makes of any charter, were it enforced. */
const verdicts = (name: PresetName, charter: typeof emptyCharter, checkpoint: Checkpoint, now: string) => {
  const item = { ...epic(), projectId: '10100', type: { id: '10000', name: 'Epic', level: 1 } };
  const unknown = peopleAsked({ charter, item }).map((accountId) => [
    accountId,
    { accountId, kind: 'human' as const, active: true, displayName: accountId },
  ]);
  const known = peopleRead({ ...Object.fromEntries(unknown), ...people });
  const policy = withPreset(siteDefault, name);
  return evaluate(subjectOf({ item, charter, people: known, policy }), checkpoint, now).strictVerdict;
};

const STRICTNESS: readonly Verdict[] = ['pass', 'warn', 'block'];
const charter = attempts.map((all) => play(all).at(-1)?.after ?? emptyCharter);
const now = fc
  .integer({ min: Date.parse('2026-11-24'), max: Date.parse('2027-06-01') })
  .map((ms) => new Date(ms).toISOString());

it('strict is never looser at Start than what is shipped, whatever was agreed', () => {
  fc.assert(
    fc.property(charter, now, (some, at) => {
      const [shipped, strict] = (['shipped', 'strict'] as const).map((name) =>
        STRICTNESS.indexOf(verdicts(name, some, 'start', at)),
      );
      expect(strict).toBeGreaterThanOrEqual(shipped ?? 0);
    }),
    { numRuns: 300 },
  );
  for (const rule of RULES) {
    expect([rule, weight(presets.strict.rules[rule].start) >= weight(siteDefault.rules[rule].start)]).toEqual(
      [rule, true],
    );
  }
});

it('gentle is never stricter than what is shipped, at either checkpoint', () => {
  fc.assert(
    fc.property(charter, now, fc.constantFrom(...CHECKPOINTS), (some, at, checkpoint) => {
      const [gentle, shipped] = (['gentle', 'shipped'] as const).map((name) =>
        STRICTNESS.indexOf(verdicts(name, some, checkpoint, at)),
      );
      expect(gentle).toBeLessThanOrEqual(shipped ?? 0);
    }),
    { numRuns: 300 },
  );
});

it('gentle holds nothing back but for the owner', () => {
  for (const rule of RULES) {
    const { start, finish } = presets.gentle.rules[rule];
    const firmest = rule.startsWith('owner.') ? 'block' : 'warn';
    expect([rule, weight(start) <= weight(firmest), weight(finish) <= weight(firmest)]).toEqual([
      rule,
      true,
      true,
    ]);
  }
  expect(presets.gentle.rules['owner.missing']).toEqual({ start: 'block', finish: 'block' });
});

it('strict asks for authority and a brief where work starts, and not again', () => {
  for (const rule of ['authority.missing', 'authority.expired', 'brief.incomplete'] as const) {
    expect(presets.strict.rules[rule]).toEqual({ start: 'block', finish: 'off' });
  }
});

it('a preset decides about weights alone', () => {
  for (const name of PRESETS) {
    const { rules, minimumDependencies, ...rest } = withPreset(enforcing, name);
    expect({ rules, minimumDependencies }).toEqual(presets[name]);
    expect(rest).toEqual({ ...enforcing, rules: undefined, minimumDependencies: undefined });
    expect(presetOf(withPreset(enforcing, name))).toBe(name);
  }
  expect(presetOf(enforcing)).toBeNull();
});

describe('what Holdfast ships with', () => {
  const severities = (rules: readonly (typeof RULES)[number][]) =>
    Object.fromEntries(rules.map((rule) => [rule, siteDefault.rules[rule]]));

  it('observes until somebody decides otherwise, and asks for the top two', () => {
    expect(siteDefault).toMatchObject({ version: 0, mode: 'observe', minimumDependencies: 2 });
  });

  it('weighs every rule as the documents say', () => {
    const inTheWay = RULES.filter(
      (rule) => siteDefault.rules[rule].start === 'block' && siteDefault.rules[rule].finish === 'block',
    );
    expect(inTheWay).toEqual([
      'owner.missing',
      'owner.shared',
      'owner.not-a-person',
      'owner.inactive',
      'owner.not-accepted',
      'dependency.unmapped',
      'agreement.declined',
      'agreement.countered',
      'agreement.provider-inactive',
      'agreement.unacknowledged',
      'agreement.self-dealt',
      'dependencies.undeclared',
    ]);
    expect(severities(RULES.filter((rule) => !inTheWay.includes(rule)))).toEqual({
      'agreement.overdue': { start: 'warn', finish: 'block' },
      'agreement.unconfirmed': { start: 'warn', finish: 'warn' },
      'agreement.rests-on-unacknowledged': { start: 'warn', finish: 'off' },
      'agreement.open': { start: 'off', finish: 'warn' },
      'dependencies.too-few': { start: 'warn', finish: 'block' },
      'authority.missing': { start: 'warn', finish: 'block' },
      'authority.expired': { start: 'warn', finish: 'block' },
      'brief.incomplete': { start: 'warn', finish: 'block' },
      'checkin.contradicted': { start: 'warn', finish: 'block' },
      'checkin.off-track': { start: 'off', finish: 'warn' },
      'decision.overdue': { start: 'warn', finish: 'warn' },
      'escalation.unanswered': { start: 'warn', finish: 'warn' },
      'checkin.stale': { start: 'off', finish: 'block' },
    });
  });
});
