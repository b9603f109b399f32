import type { Unmet } from '../../domain/gate/finding';
import type { RuleId } from '../../domain/policy/rules';
import { list, plainDate, type NameOf } from './names';

/** A finding in words: what is the case, and the next step. */
export interface Wording {
  readonly what: string;
  readonly next: string;
}

const counted = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const count = (n: number): string => counted[n] ?? String(n);

/** Where the words are read: in the panel itself nobody is sent to the panel. */
export type Place = 'panel' | 'elsewhere';

/** The whole vocabulary of the gate, in one place. */
export function wordFinding(finding: Unmet, name: NameOf, place: Place = 'elsewhere'): Wording {
  const there = place === 'panel' ? '' : ' in the Agreements panel';
  const alsoThere = place === 'panel' ? '' : ', in the Agreements panel';
  switch (finding.rule) {
    case 'owner.missing':
      return finding.declinedBy === undefined
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
          };
    case 'owner.shared': {
      const all = [...finding.people.map(name), ...finding.others];
      const owners = finding.others.length === 0 ? 'people' : 'names';
      return {
        what: `${count(all.length)} ${owners} share ownership (${list(all)}).`,
        next:
          finding.dri === undefined
            ? `Pick one${there}.`
            : `Pick one: set “${finding.fieldName}” to ${name(finding.dri)}, or nominate someone else${there}.`,
      };
    }
    case 'owner.not-a-person':
      return {
        what: `${finding.name} is named as the owner, and it is not a person.`,
        next: `Nominate one person${there}.`,
      };
    case 'owner.inactive':
      return {
        what: finding.lostAccess
          ? `${name(finding.accountId)} owns this work item, and Jira no longer shows it to them.`
          : `${name(finding.accountId)} owns this work item, and the account is no longer active.`,
        next: finding.lostAccess
          ? `Give them access again, or nominate someone else${there}.`
          : `Nominate someone else${there}.`,
      };
    case 'owner.not-accepted':
      return finding.nominated
        ? {
            what: `${name(finding.accountId)} was nominated and has not accepted yet.`,
            next: `Ask ${name(finding.accountId)} to accept or decline${there}.`,
          }
        : {
            what: `${name(finding.accountId)} is named as the owner and was never asked.`,
            next: `Nominate ${name(finding.accountId)}, or someone else${alsoThere}.`,
          };
    case 'dependency.unmapped':
      return finding.hidden
        ? {
            what: 'Something you may not see blocks this work item, and nobody has promised it.',
            next: 'Ask somebody who may see it for an agreement, such as the project’s lead.',
          }
        : {
            what: `${finding.issueKey} blocks this work item and nobody has promised it.`,
            next: 'Ask its owner for an agreement.',
          };
    case 'agreement.declined': {
      const instead = [
        ...(finding.alternative === undefined ? [] : [`ask ${name(finding.alternative)} instead`]),
        ...(finding.availableFrom === undefined ? [] : [`plan for ${plainDate(finding.availableFrom)}`]),
      ];
      return {
        what: `${name(finding.provider)} declined “${finding.deliverable}”.`,
        next: `Their suggestion: ${instead.join(', or ')}. Ask someone else, or ask again with other terms${alsoThere}.`,
      };
    }
    case 'agreement.countered':
      return {
        what: `${name(finding.provider)} offers “${finding.deliverable}” for ${plainDate(finding.committedBy)}.`,
        next: `Accept the offer, or ask again with other terms${alsoThere}.`,
      };
    case 'agreement.provider-inactive':
      return {
        what: `“${finding.deliverable}” lies with ${name(finding.provider)}, whose account is no longer active.`,
        next: `Ask someone else${there}.`,
      };
    case 'brief.incomplete':
      return {
        what: 'What must happen, why now and how success looks is not written down.',
        next: `Write the brief${there}.`,
      };
    case 'agreement.unacknowledged':
      return {
        what: `“${finding.deliverable}”, needed by ${plainDate(finding.neededBy)}, waits for ${name(finding.provider)}.`,
        next: `Ask ${name(finding.provider)} to acknowledge it${there}.`,
      };
    case 'agreement.self-dealt':
      return {
        what: `“${finding.deliverable}” was asked of the person who asks for it (${name(finding.provider)}).`,
        next: 'Withdraw it, and ask someone else or pick another owner.',
      };
    case 'agreement.overdue':
      return {
        what: `“${finding.deliverable}” from ${name(finding.provider)} is overdue since ${plainDate(finding.committedBy)}.`,
        next: `Talk to ${name(finding.provider)}: is it done, or when will it be?`,
      };
    case 'agreement.unconfirmed':
      return {
        what: `Nothing was heard for three weeks about “${finding.deliverable}”, promised by ${name(finding.provider)} for ${plainDate(finding.committedBy)}.`,
        next: `Ask ${name(finding.provider)} whether it is still true; a yes or a new day${there} confirms it.`,
      };
    case 'agreement.rests-on-unacknowledged':
      return {
        what: `“${finding.deliverable}” rests on something that nobody has promised to ${name(finding.provider)} yet.`,
        next: `Ask ${name(finding.provider)} to have what they need acknowledged.`,
      };
    case 'agreement.open':
      return wordOpen(finding, name, there);
    case 'dependencies.undeclared':
      return {
        what: 'Dependencies were never declared.',
        next: 'Name the top two, or say there are none.',
      };
    case 'dependencies.too-few':
      return {
        what: `${count(finding.have)} of ${finding.need} dependencies ${finding.have === 1 ? 'is' : 'are'} named.`,
        next:
          finding.have === 0
            ? `Ask for agreements${there}, or say there that none are needed.`
            : `Ask for the missing agreements${there}, or say there that nothing else is needed.`,
      };
    case 'authority.missing':
      return finding.accountId === undefined
        ? {
            what: 'Nobody holds written authority over this work item.',
            next: `Nominate one person, then write down what they may decide alone${alsoThere}.`,
          }
        : {
            what: `${name(finding.accountId)} has no written authority over this work item.`,
            next: `Write down what they may decide alone${alsoThere}.`,
          };
    case 'checkin.contradicted':
      return {
        what: `${name(finding.accountId)} said it is on track, and “${finding.deliverable}”${finding.others > 0 ? ` and ${finding.others} more` : ''} says otherwise.`,
        next: 'Settle the agreement, or check in again with what is true now.',
      };
    case 'checkin.off-track':
      return {
        what: `${name(finding.accountId)} said that it is off track, with “${finding.risk}” as its biggest risk.`,
        next: 'Settle what it needs, then check in again with what is true now.',
      };
    case 'decision.overdue':
      return {
        what: `“${finding.question}” has waited for a decision from ${name(finding.toAccountId)} for longer than the policy gives.`,
        next: `Ask ${name(finding.toAccountId)} to decide in the Agreements panel.`,
      };
    case 'escalation.unanswered':
      return {
        what: `“${finding.question}” waits for a decision from ${name(finding.toAccountId)}.`,
        next: `Ask ${name(finding.toAccountId)} to decide in the Agreements panel.`,
      };
    case 'checkin.stale':
      return {
        what: `The check-in of ${name(finding.accountId)} was due on ${plainDate(finding.due.slice(0, 10))}.`,
        next: 'Answer the three questions in the Agreements panel; it takes two minutes.',
      };
    case 'authority.expired':
      return {
        what: `The authority of ${name(finding.accountId)} ended on ${plainDate(finding.expiresOn)}.`,
        next: `Renew it${there}.`,
      };
  }
}

/** What is still open when work ends, and whose step it is: the provider's, or the DRI's. */
function wordOpen(
  { deliverable, provider, status }: Extract<Unmet, { readonly rule: 'agreement.open' }>,
  name: NameOf,
  there: string,
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

/** A rule in words that name nobody, quote nothing and count nothing: for readers who may not see the item it is about. */
const ruleAlone: Readonly<Record<RuleId, string>> = {
  'owner.missing': 'nobody owns it',
  'owner.shared': 'its ownership is shared',
  'owner.not-a-person': 'its owner is not a person',
  'owner.inactive': 'its owner can no longer act',
  'owner.not-accepted': 'its owner has not accepted',
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
  'authority.missing': 'nobody holds authority over it',
  'authority.expired': 'the authority over it has ended',
  'brief.incomplete': 'its brief is not complete',
  'checkin.contradicted': 'its last check-in is contradicted',
  'checkin.off-track': 'its last check-in says off track',
  'decision.overdue': 'a question has waited too long for its decision',
  'escalation.unanswered': 'a question waits for its decision',
  'checkin.stale': 'its check-in is due',
};

/** Rules in words that name nobody, such as `its brief is not complete`; each once, in the order they are given. */
export const wordRules = (rules: readonly RuleId[]): readonly string[] =>
  [...new Set(rules)].map((rule) => ruleAlone[rule]);

/** The same as a finding of the item below: what is the case, and who can do something about it. */
export const wordRuleOf = (issueKey: string, { rule }: Unmet): Wording => ({
  what: `${issueKey} above this can’t start: ${ruleAlone[rule]}.`,
  next: `Whoever may see ${issueKey} can settle it in its Agreements panel.`,
});

/** What holds back an item above, by its key and the rules alone; each once, in the order of the findings. */
export const wordRulesOf = (issueKey: string, findings: readonly Unmet[]): readonly string[] =>
  wordRules(findings.map(({ rule }) => rule)).map((words) => `${issueKey}: ${words}.`);
