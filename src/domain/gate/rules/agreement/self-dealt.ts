import { isSelfDealt } from '../../../charter/agreement/agreement';
import { factsOf, openIn, type AgreementFacts } from '../agreement';
import { theDri, type Check, type Rule } from '../rule';

/** Every promise comes from somebody else than who asks for it. */
export const rule = {
  id: 'agreement.self-dealt',
  group: 'dependencies',
  row: 11,
  defaults: { start: 'block', finish: 'block' },
} as const satisfies Rule;

export const check: Check<AgreementFacts> = {
  unmet: ({ charter }) =>
    openIn(charter)
      .filter((agreement) => isSelfDealt(agreement, charter.dri?.accountId))
      .map(factsOf),
  who: theDri,
};
