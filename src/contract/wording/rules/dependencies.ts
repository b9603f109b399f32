import type { UnmetOf } from '../../../domain/gate/finding';
import type { RuleIn } from '../../../domain/gate/rules';
import { plainDate } from '../names';
import { count, type Say, type ToldOf, type Wording } from './say';

/** A finding in words. */
export const told: ToldOf<RuleIn<'dependencies'>> = {
  'dependency.unmapped': (finding) =>
    finding.hidden
      ? {
          what: 'Something you may not see blocks this work item, and nobody has promised it.',
          next: 'Ask somebody who may see it for an agreement, such as the project’s lead.',
        }
      : {
          what: `${finding.issueKey} blocks this work item and nobody has promised it.`,
          next: 'Ask its owner for an agreement.',
        },
  'agreement.declined': (finding, { alsoThere, name, today }) => {
    const instead = [
      ...(finding.alternative === undefined ? [] : [`ask ${name(finding.alternative)} instead`]),
      ...(finding.availableFrom === undefined ? [] : [`plan for ${plainDate(finding.availableFrom, today)}`]),
    ];
    return {
      what: `${name(finding.provider)} declined “${finding.deliverable}”.`,
      next: `Their suggestion: ${instead.join(', or ')}. Ask someone else, or ask again with other terms${alsoThere}.`,
    };
  },
  'agreement.countered': (finding, { alsoThere, name, today }) => ({
    what: `${name(finding.provider)} offers “${finding.deliverable}” for ${plainDate(finding.committedBy, today)}.`,
    next: `Accept the offer, or ask again with other terms${alsoThere}.`,
  }),
  'agreement.provider-inactive': (finding, { name, there }) => ({
    what: `“${finding.deliverable}” lies with ${name(finding.provider)}, whose account is no longer active.`,
    next: `Ask someone else${there}.`,
  }),
  'agreement.unacknowledged': (finding, { name, there, today }) => {
    const what = `“${finding.deliverable}”, needed by ${plainDate(finding.neededBy, today)}, waits for`;
    const { asksBack } = finding;
    return asksBack
      ? {
          what: `${what} ${name(asksBack.of)}: ${name(finding.provider)} asks “${asksBack.question}”`,
          next: `Answer ${name(finding.provider)}, or ask with other terms${there}.`,
        }
      : {
          what: `${what} ${name(finding.provider)}${finding.unreached ? ', who was not reached yet' : ''}.`,
          next:
            finding.unreached === 'lasting'
              ? `Share the work item with ${name(finding.provider)}, or ask someone else${there}.`
              : `Ask ${name(finding.provider)} to acknowledge it${there}.`,
        };
  },
  'agreement.self-dealt': (finding, { name }) => ({
    what: `“${finding.deliverable}” was asked of the person who asks for it (${name(finding.provider)}).`,
    next: 'Withdraw it, and ask someone else or pick another owner.',
  }),
  'agreement.overdue': (finding, { name, today }) => ({
    what: `“${finding.deliverable}” from ${name(finding.provider)} is overdue since ${plainDate(finding.committedBy, today)}.`,
    next: `Talk to ${name(finding.provider)}: is it done, or when will it be?`,
  }),
  'agreement.unconfirmed': (finding, { name, there, today }) => ({
    what: `Nothing was heard since ${plainDate(finding.since.slice(0, 10), today)} about “${finding.deliverable}”, promised by ${name(finding.provider)} for ${plainDate(finding.committedBy, today)}.`,
    next: `Ask ${name(finding.provider)} whether it is still true; a yes or a new day${there} confirms it.`,
  }),
  'agreement.rests-on-unacknowledged': (finding, { name }) => ({
    what: `“${finding.deliverable}” rests on something that nobody has promised to ${name(finding.provider)} yet.`,
    next: `Ask ${name(finding.provider)} to have what they need acknowledged.`,
  }),
  'agreement.open': wordOpen,
  'dependencies.undeclared': () => ({
    what: 'Dependencies were never declared.',
    next: 'Name the top two, or say there are none.',
  }),
  'dependencies.too-few': (finding, { there }) => ({
    what: `${count(finding.have)} of ${finding.need} dependencies ${finding.have === 1 ? 'is' : 'are'} named.`,
    next:
      finding.have === 0
        ? `Ask for agreements${there}, or say there that none are needed.`
        : `Ask for the missing agreements${there}, or say there that nothing else is needed.`,
  }),
};

/** What is still open when work ends, and whose step it is: the provider's, or the DRI's. */
function wordOpen(
  { deliverable, provider, status }: UnmetOf<'agreement.open'>,
  { name, there }: Say,
): Wording {
  const who = name(provider);
  const settled = `is neither delivered nor taken back`;
  switch (status) {
    case 'delivered':
      return {
        what: `${who} delivered “${deliverable}”, and nobody has accepted it yet.`,
        next: `Accept it, or send it back${there}.`,
      };
    case 'acknowledged':
      return {
        what: `“${deliverable}”, promised by ${who}, ${settled}.`,
        next: `Ask ${who} to deliver it, or withdraw it${there}.`,
      };
    case 'requested':
      return {
        what: `“${deliverable}”, asked of ${who}, ${settled}.`,
        next: `Ask ${who} for an answer, or withdraw it${there}.`,
      };
    case 'countered':
    case 'declined':
      return {
        what: `“${deliverable}”, asked of ${who}, ${settled}.`,
        next: `Ask again with other terms, or withdraw it${there}.`,
      };
  }
}

/** The rule as a finding in words that name nobody, quote nothing and count nothing. */
export const alone: Readonly<Record<RuleIn<'dependencies'>, string>> = {
  'dependency.unmapped': 'something it depends on is not promised',
  'agreement.declined': 'an agreement was declined',
  'agreement.countered': 'an offer waits for an answer',
  'agreement.provider-inactive': 'an agreement lies with somebody who left',
  'agreement.unacknowledged': 'an agreement is not acknowledged',
  'agreement.self-dealt': 'an agreement was asked of whoever asks for it',
  'agreement.overdue': 'a promise is overdue',
  'agreement.unconfirmed': 'a promise was not confirmed lately',
  'agreement.rests-on-unacknowledged': 'a promise rests on one that nobody acknowledged',
  'agreement.open': 'an agreement is still open',
  'dependencies.undeclared': 'its dependencies were not declared',
  'dependencies.too-few': 'it names too few dependencies',
};

/** What somebody must have done before work starts or finishes. */
export const demanded: Readonly<Record<RuleIn<'dependencies'>, string>> = {
  'dependency.unmapped': 'every blocking link has its agreement',
  'agreement.declined': 'no agreement is declined',
  'agreement.countered': 'every counter-offer is answered',
  'agreement.provider-inactive': 'every provider’s account is active',
  'agreement.unacknowledged': 'every agreement is acknowledged',
  'agreement.self-dealt': 'every promise comes from somebody else',
  'agreement.overdue': 'no promise is overdue',
  'agreement.unconfirmed': 'every promise was confirmed lately',
  'agreement.rests-on-unacknowledged': 'what each promise rests on is acknowledged',
  'agreement.open': 'every agreement is settled',
  'dependencies.undeclared': 'its dependencies are declared',
  'dependencies.too-few': 'enough dependencies are named',
};
