import type { Agreement } from '../../domain/charter/agreement/agreement';
import type { Reminder } from '../../domain/commitments/reminders';
import { onDay, type NoticeFacts } from './notices';

export type ReminderFacts = Omit<NoticeFacts, 'step'> & { readonly reminder: Reminder };

/** What is asked of the reader about one agreement. */
function aboutAgreement(agreement: Agreement, facts: ReminderFacts): string {
  const { reminder, reader, seesItem, charter, name } = facts;
  const what = `“${agreement.deliverable}”`;
  const by = onDay('committedBy' in agreement ? agreement.committedBy : agreement.neededBy, facts);
  const waits = reminder.duty.awaitedBy;
  // Whose item it is stays untold to those who may not see it.
  const known = waits !== null && waits !== reader && (seesItem || waits !== charter.dri?.accountId);
  const holdsUp = known ? ` ${name(waits)} waits for it.` : '';
  switch (reminder.duty.kind) {
    case 'acknowledge':
      return `${what} was asked of you and is needed by ${by}.${holdsUp} Acknowledge it, propose another day, or decline.`;
    case 'deliver':
      return `${what} was promised for ${by} and is overdue.${holdsUp} Deliver it, or propose a new day.`;
    case 'answer-counter':
      return `Other terms were offered for ${what}.${holdsUp} Accept them, or ask anew.`;
    case 'answer-date':
      return `Another day was proposed for ${what}.${holdsUp} Agree, or keep the day that holds.`;
    case 'accept-delivery':
      return `${what} was delivered.${holdsUp} Accept it, or return it with the reason.`;
    case 'answer-question':
      return `More was asked about ${what}.${holdsUp} Answer it, or ask with other terms.`;
    case 'ask-again':
      return `${what} was declined. Ask anew, or ask somebody else.`;
    default:
      return `${what} is promised by nobody who can keep it. Ask somebody else.`;
  }
}

/** A reminder in words: what waits for the reader, and what they can do. One paragraph an entry. */
export function wordReminder(facts: ReminderFacts): readonly string[] {
  const { agreement, escalation, gap, awaitedBy } = facts.reminder.duty;
  if (agreement) {
    const impact = agreement.impact === undefined ? [] : [`Without it: ${agreement.impact}`];
    return [aboutAgreement(agreement, facts), ...impact];
  }
  if (escalation) {
    return [`“${escalation.question}” ${facts.name(escalation.raisedBy)} waits for your decision.`];
  }
  if (gap) return [`“${gap.what}” ${facts.name(gap.raisedBy)} saw this and waits for your answer.`];
  const asker = awaitedBy === null ? '' : ` ${facts.name(awaitedBy)} waits for your answer.`;
  return [`You were asked to be its one owner.${asker} Accept, or decline and name somebody better placed.`];
}
