import fc from 'fast-check';
import { namesFrom } from '../../../src/contract/wording/names';
import {
  refusedTransition,
  uncheckedTransition,
  unseenTransition,
} from '../../../src/contract/wording/refused-transition';
import type { Finding, GateResult, Unmet } from '../../../src/domain/gate/finding';
import { everySample, samples } from '../../support/findings';
import { people } from '../../support/people';

const TODAY = '2026-11-23';

const blocking = (unmet: Unmet): Finding => ({ ...unmet, severity: 'block', who: [] });

const gate = (findings: readonly Finding[], checkpoint: 'start' | 'finish' = 'start'): GateResult => ({
  checkpoint,
  mode: 'enforce',
  verdict: 'block',
  strictVerdict: 'block',
  waived: [],
  policyVersion: 0,
  findings,
});

const four = [
  samples['owner.shared'][0]!,
  samples['dependency.unmapped'][0]!,
  samples['dependencies.undeclared'][0]!,
  samples['authority.missing'][0]!,
].map(blocking);

const name = namesFrom(people);

it('tells three and counts the rest', () => {
  expect(refusedTransition('EXP-1', gate(four), { name, today: TODAY }).split('\n')).toEqual([
    "Holdfast: EXP-1 can't start yet.",
    '1. Two people share ownership (Ada Olsen and Cem Tan). Pick one in the Agreements panel.',
    '2. PLAT-1 blocks this work item and nobody has promised it. Ask its owner for an agreement.',
    '3. Dependencies were never declared. Name the top two, or say there are none.',
    'and 1 more in the panel.',
  ]);
});

it('tells two and who can help where the rule names no checkpoint', () => {
  expect(
    refusedTransition('EXP-1', gate(four), { name, today: TODAY }, { unreadable: true }).split('\n'),
  ).toEqual([
    "Holdfast: EXP-1 can't move yet.",
    expect.stringMatching(/^1\. /),
    expect.stringMatching(/^2\. /),
    'and 2 more in the panel.',
    'The Holdfast rule of this transition names neither Start nor Finish, so it asks for both at once. An administrator can put that right in the workflow, in the rule’s settings.',
  ]);
});

it('counts nothing where three is all', () => {
  expect(refusedTransition('EXP-1', gate(four.slice(0, 3)), { name, today: TODAY })).not.toContain('more');
});

it('leaves out what only warns', () => {
  const [first, ...others] = four;
  const warned = others.map((finding): Finding => ({ ...finding, severity: 'warn' }));
  expect(refusedTransition('EXP-1', gate([first!, ...warned], 'finish'), { name, today: TODAY })).toBe(
    "Holdfast: EXP-1 can't finish yet.\n1. Two people share ownership (Ada Olsen and Cem Tan). Pick one in the Agreements panel.",
  );
});

it('keeps a finding on its line, whatever was typed into it', () => {
  const typed = blocking({
    ...samples['agreement.unacknowledged'][0]!,
    deliverable: 'A\n2. Nothing else\r\n\tis needed',
  });
  expect(refusedTransition('EXP-1', gate([typed]), { name, today: TODAY }).split('\n')).toHaveLength(2);
});

/** As long as the contract lets people write, with names as long as people have. */
const longest = (text: string) => ({
  deliverable: text.repeat(200).slice(0, 200),
  summary: text.repeat(255).slice(0, 255),
  fieldName: 'A long name of a field for one person',
});
const longNames = (id: string): string => `${id} ${'n'.repeat(40)}`.slice(0, 40);

it('fits Jira’s dialog at its longest', () => {
  for (const unmet of everySample) {
    const long = blocking({ ...unmet, ...longest('w') });
    const text = refusedTransition('LONGPROJECT-123456', gate([long, long, long, long]), {
      name: longNames,
      today: TODAY,
    });
    expect(text.length).toBeLessThan(1_500);
    const unreadable = { unreadable: true } as const;
    const more = refusedTransition(
      'LONGPROJECT-123456',
      gate([long, long, long, long]),
      { name: longNames, today: TODAY },
      unreadable,
    );
    expect(more.length).toBeLessThan(1_500);
    expect(text.split('\n')).toHaveLength(5);
    for (const line of text.split('\n')) expect(line).toMatch(/[.?]$/);
  }
});

it('fits even where fifty people share ownership, or names have no end', () => {
  const crowd = blocking({
    rule: 'owner.shared',
    people: Array.from({ length: 50 }, (_, i) => `u-${i}`),
    others: [],
    fieldName: 'Leads',
  });
  const endless = (): string => 'n'.repeat(2_000);
  for (const unmet of [crowd, ...everySample.map(blocking)]) {
    expect(
      refusedTransition('EXP-1', gate([unmet, unmet, unmet]), { name: endless, today: TODAY }).length,
    ).toBeLessThan(1_500);
  }
});

it('never cuts a character in two', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), (shift) => {
      const long = blocking({
        ...samples['agreement.overdue'][0]!,
        deliverable: `${'x'.repeat(shift)}${'🚀'.repeat(400)}`,
      });
      expect(refusedTransition('EXP-1', gate([long]), { name, today: TODAY })).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

describe('an outage', () => {
  it.each(['jira', 'jira-broken-question', 'storage', 'timeout', 'internal'] as const)(
    'from %s is told as ours, with the way round it',
    (cause) => {
      const text = uncheckedTransition('EXP-1', cause);
      expect(text).toContain('could not check EXP-1');
      expect(text).toMatch(/nothing was changed/i);
      expect(text).toMatch(/administrator/);
      expect(text).not.toMatch(/undefined|!/);
      for (const line of text.split('\n')) expect(line).toMatch(/\.$/);
    },
  );
});

describe('an item that may not start because of one above it', () => {
  const above = (findings: readonly Finding[]): GateResult => ({ ...gate(findings), ofAncestor: 'BIG-7' });

  it('is told that one’s key and rules, and how many more in no number', () => {
    expect(refusedTransition('EXP-12', above(four), { name, today: TODAY }).split('\n')).toEqual([
      "Holdfast: EXP-12 can't start yet, because BIG-7 above it can't.",
      '1. BIG-7: its ownership is shared.',
      '2. BIG-7: something it depends on is not promised.',
      '3. BIG-7: its dependencies were not declared.',
      'and more in its Agreements panel.',
      'Whoever may see BIG-7 can settle it in its Agreements panel.',
    ]);
  });

  it('is told a rule once, however often it is unmet', () => {
    const twice = above([four[1]!, four[1]!]);
    expect(refusedTransition('EXP-12', twice, { name, today: TODAY }).split('\n')).toHaveLength(3);
  });
});

it('an item that the app may not see is told apart from one that could not be checked', () => {
  expect(unseenTransition('EXP-1', 'EXP-1')).toMatch(
    /^Holdfast may not see EXP-1 in Jira, so it could not check it\./,
  );
  expect(unseenTransition('EXP-12', 'EXP-1')).toMatch(
    /^Holdfast may not see EXP-1 .* could not check EXP-12\./,
  );
  expect(unseenTransition('EXP-1', 'EXP-1')).not.toMatch(/try again/i);
});
