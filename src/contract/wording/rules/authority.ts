import type { RuleIn } from '../../../domain/gate/rules';
import { plainDate } from '../names';
import type { ToldOf } from './say';

/** A finding in words. */
export const told: ToldOf<RuleIn<'authority'>> = {
  'authority.missing': (finding, { alsoThere, name }) =>
    finding.accountId === undefined
      ? {
          what: 'Nobody holds written authority over this work item.',
          next: `Nominate one person, then write down what they may decide alone${alsoThere}.`,
        }
      : {
          what: `${name(finding.accountId)} has no written authority over this work item.`,
          next: `Write down what they may decide alone${alsoThere}.`,
        },
  'authority.expired': (finding, { name, there, today }) => ({
    what: `The authority of ${name(finding.accountId)} ended on ${plainDate(finding.expiresOn, today)}.`,
    next: `Renew it${there}.`,
  }),
};

/** The rule as a finding in words that name nobody, quote nothing and count nothing. */
export const alone: Readonly<Record<RuleIn<'authority'>, string>> = {
  'authority.missing': 'nobody holds authority over it',
  'authority.expired': 'the authority over it has ended',
};

/** What somebody must have done before work starts or finishes. */
export const demanded: Readonly<Record<RuleIn<'authority'>, string>> = {
  'authority.missing': 'the owner’s authority is written down',
  'authority.expired': 'the owner’s authority is in force',
};
