import { safeParse } from 'zod/mini';
import { findingView } from '../../../src/contract/outputs-finding';
import type { Unmet } from '../../../src/domain/gate/finding';
import { everySample } from '../../support/findings';
import { COO } from '../../support/people';

const answered = (finding: object) => ({
  rule: 'owner.missing',
  severity: 'block',
  who: [COO],
  what: 'What is the case.',
  next: 'What to do.',
  finding: { ...finding, severity: 'block', who: [COO] },
});
const accepts = (finding: object): boolean => safeParse(findingView, answered(finding)).success;

describe.each(everySample.map((unmet) => [JSON.stringify(unmet), unmet] as const))(
  'the schema of a finding, given %s',
  (_facts, unmet: Unmet) => {
    it('accepts it, and no fact beside those of its rule', () => {
      expect(accepts(unmet)).toBe(true);
      expect(accepts({ ...unmet, more: 'x' })).toBe(false);
    });

    it('refuses facts of another type', () => {
      for (const fact of Object.keys(unmet))
        expect(accepts({ ...unmet, [fact]: { not: 'this' } })).toBe(false);
    });
  },
);

it('refuses a finding of a rule that the gate does not know', () => {
  expect(accepts({ rule: 'owner.unheard-of' })).toBe(false);
});
