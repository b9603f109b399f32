import type { RuleIn } from '../../../domain/gate/rules';
import { list } from '../names';
import { count, type ToldOf } from './say';

/** A finding in words. */
export const told: ToldOf<RuleIn<'owner'>> = {
  'owner.missing': (finding, { alsoThere, name, there }) =>
    finding.declinedBy === undefined
      ? {
          what: 'Nobody owns this work item.',
          next: `Nominate one person${there}.`,
        }
      : {
          what: finding.handedBack
            ? `${name(finding.declinedBy)} handed this work item back.`
            : `${name(finding.declinedBy)} declined to own this work item.`,
          next:
            finding.suggested === undefined
              ? `Nominate someone else${there}.`
              : `They suggest ${name(finding.suggested)}: nominate them, or someone else${alsoThere}.`,
        },
  'owner.shared': (finding, { name, there }) => {
    const all = [...finding.people.map(name), ...finding.others];
    const owners = finding.others.length === 0 ? 'people' : 'names';
    return {
      what: `${count(all.length)} ${owners} share ownership (${list(all)}).`,
      next:
        finding.dri === undefined
          ? `Pick one${there}.`
          : `Pick one: set “${finding.fieldName}” to ${name(finding.dri)}, or nominate someone else${there}.`,
    };
  },
  'owner.not-a-person': (finding, { there }) => ({
    what: `${finding.name} is named as the owner, and it is not a person.`,
    next: `Nominate one person${there}.`,
  }),
  'owner.inactive': (finding, { name, there }) => ({
    what: finding.lostAccess
      ? `${name(finding.accountId)} owns this work item, and Jira no longer shows it to them.`
      : `${name(finding.accountId)} owns this work item, and the account is no longer active.`,
    next: finding.lostAccess
      ? `Give them access again, or nominate someone else${there}.`
      : `Nominate someone else${there}.`,
  }),
  'owner.not-accepted': (finding, { alsoThere, name, there }) =>
    finding.nominated
      ? {
          what: finding.unreached
            ? `${name(finding.accountId)} was nominated, and was not reached yet.`
            : `${name(finding.accountId)} was nominated and has not accepted yet.`,
          next: `Ask ${name(finding.accountId)} to accept or decline${there}.`,
        }
      : {
          what: `${name(finding.accountId)} is named as the owner and was never asked.`,
          next: `Nominate ${name(finding.accountId)}, or someone else${alsoThere}.`,
        },
};

/** The rule as a finding in words that name nobody, quote nothing and count nothing. */
export const alone: Readonly<Record<RuleIn<'owner'>, string>> = {
  'owner.missing': 'nobody owns it',
  'owner.shared': 'its ownership is shared',
  'owner.not-a-person': 'its owner is not a person',
  'owner.inactive': 'its owner can no longer act',
  'owner.not-accepted': 'its owner has not accepted',
};

/** What somebody must have done before work starts or finishes. */
export const demanded: Readonly<Record<RuleIn<'owner'>, string>> = {
  'owner.missing': 'somebody owns it',
  'owner.shared': 'one person owns it',
  'owner.not-a-person': 'a person owns it',
  'owner.inactive': 'its owner’s account is active',
  'owner.not-accepted': 'its owner has accepted',
};
