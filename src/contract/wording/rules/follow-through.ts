import type { RuleIn } from '../../../domain/gate/rules';
import { plainDate } from '../names';
import type { ToldOf } from './say';

/** A finding in words. */
export const told: ToldOf<RuleIn<'followThrough'>> = {
  'checkin.contradicted': (finding, { name }) => ({
    what: `${name(finding.accountId)} said it is on track, and “${finding.deliverable}”${finding.others > 0 ? ` and ${finding.others} more` : ''} says otherwise.`,
    next: 'Settle the agreement, or check in again with what is true now.',
  }),
  'checkin.off-track': (finding, { name }) => ({
    what: `${name(finding.accountId)} said that it is off track, with “${finding.risk}” as its biggest risk.`,
    next: 'Settle what it needs, then check in again with what is true now.',
  }),
  'decision.overdue': (finding, { name }) => ({
    what: `“${finding.question}” has waited for a decision from ${name(finding.toAccountId)} for longer than the policy gives.`,
    next: `Ask ${name(finding.toAccountId)} to decide in the Agreements panel.`,
  }),
  'escalation.unanswered': (finding, { name }) => ({
    what: `“${finding.question}” waits for a decision from ${name(finding.toAccountId)}.`,
    next: `Ask ${name(finding.toAccountId)} to decide in the Agreements panel.`,
  }),
  'checkin.stale': (finding, { name, today }) => ({
    what: `The check-in of ${name(finding.accountId)} was due on ${plainDate(finding.due.slice(0, 10), today)}.`,
    next: 'Answer the three questions in the Agreements panel; it takes two minutes.',
  }),
};

/** The rule as a finding in words that name nobody, quote nothing and count nothing. */
export const alone: Readonly<Record<RuleIn<'followThrough'>, string>> = {
  'checkin.contradicted': 'its last check-in is contradicted',
  'checkin.off-track': 'its last check-in says off track',
  'decision.overdue': 'a question has waited too long for its decision',
  'escalation.unanswered': 'a question waits for its decision',
  'checkin.stale': 'its check-in is due',
};

/** What somebody must have done before work starts or finishes. */
export const demanded: Readonly<Record<RuleIn<'followThrough'>, string>> = {
  'checkin.contradicted': 'the check-in fits the promises',
  'checkin.off-track': 'the check-in says on track',
  'decision.overdue': 'no decision is overdue',
  'escalation.unanswered': 'every question has its decision',
  'checkin.stale': 'the check-in is fresh',
};
