import { texts } from '../../../texts/compiled/en/notices';
import type { Agreement } from '../../domain/charter/agreement/agreement';
import type { Reminder } from '../../domain/commitments/reminders';
import { speak } from '../texts/message';
import { onDay, type NoticeFacts } from './notices';

const say = speak(texts);

export type ReminderFacts = Omit<NoticeFacts, 'step'> & { readonly reminder: Reminder };

/** What is asked of the reader about one agreement. */
function aboutAgreement(agreement: Agreement, facts: ReminderFacts): string {
  const { reminder, reader, seesItem, charter, name } = facts;
  const { kind, awaitedBy } = reminder.duty;
  // Whose item it is stays untold to those who may not see it.
  const known =
    awaitedBy !== null && awaitedBy !== reader && (seesItem || awaitedBy !== charter.dri?.accountId);
  const about = {
    what: agreement.deliverable,
    date: onDay('committedBy' in agreement ? agreement.committedBy : agreement.neededBy, facts),
    waits: known ? say('reminder.waits', { person: name(awaitedBy) }) : '',
  };
  switch (kind) {
    case 'acknowledge':
    case 'deliver':
    case 'answer-counter':
    case 'answer-date':
    case 'answer-link':
    case 'accept-delivery':
    case 'answer-question':
    case 'ask-again':
      return say(`reminder.${kind}`, about);
    default:
      return say('reminder.ask-another', about);
  }
}

/** A reminder in words: what waits for the reader, and what they can do. One paragraph an entry. */
export function wordReminder(facts: ReminderFacts): readonly string[] {
  const { name } = facts;
  const { agreement, escalation, gap, awaitedBy } = facts.reminder.duty;
  if (agreement) {
    const { impact } = agreement;
    const without = impact === undefined ? [] : [say('notice.without', { impact })];
    return [aboutAgreement(agreement, facts), ...without];
  }
  if (escalation) {
    const { question, raisedBy } = escalation;
    return [say('reminder.decide', { question, person: name(raisedBy) })];
  }
  if (gap) return [say('reminder.gap', { what: gap.what, person: name(gap.raisedBy) })];
  const waits = awaitedBy === null ? '' : say('reminder.waitsForAnswer', { person: name(awaitedBy) });
  return [say('reminder.own', { waits })];
}
