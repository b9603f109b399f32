import type { RuleIn } from '../../../domain/gate/rules';
import type { ToldOf } from './say';

/** A finding in words. */
export const told: ToldOf<RuleIn<'brief'>> = {
  'brief.incomplete': (_finding, { there }) => ({
    what: 'What must happen, why now and how success looks is not written down.',
    next: `Write the brief${there}.`,
  }),
};

/** The rule as a finding in words that name nobody, quote nothing and count nothing. */
export const alone: Readonly<Record<RuleIn<'brief'>, string>> = {
  'brief.incomplete': 'its brief is not complete',
};

/** What somebody must have done before work starts or finishes. */
export const demanded: Readonly<Record<RuleIn<'brief'>, string>> = {
  'brief.incomplete': 'the brief is complete',
};
