import { texts } from '../../../texts/compiled/en/notices';
import type { AnnouncedReply } from '../../domain/charter/agreement/requested';
import { questionOf, type Agreement } from '../../domain/charter/agreement/agreement';
import type { Charter } from '../../domain/charter/charter';
import type { Step } from '../../domain/notices/steps';
import type { AccountId, Instant, IsoDate, TimeZone } from '../../domain/values';
import { localDate } from '../../domain/time/local-date';
import { speak } from '../texts/message';
import { oneLine } from './one-line';
import { plainDate, plainMoment, type NameOf } from './names';

const say = speak(texts);

/** What a notice is about, and who reads it. */
export interface NoticeFacts {
  readonly step: Step;
  readonly charter: Charter;
  readonly reader: AccountId;
  readonly zone: TimeZone;
  readonly now: Instant;
  /** They may see the work item, and so whose it is. */
  readonly seesItem: boolean;
  readonly name: NameOf;
}

/** When and where somebody reads. */
export type When = Pick<NoticeFacts, 'now' | 'zone'>;

/** `Fri 4 Dec`, seen from the reader’s today. */
export const onDay = (date: IsoDate, { now, zone }: When): string => plainDate(date, localDate(now, zone));

/** `Mon 23 Nov, 14:05`, in the reader’s zone. */
export const atMoment = (at: Instant, { now, zone }: When): string => plainMoment(at, now, zone);

/** The morning of the day on which somebody said they would answer. */
function wordReplyDue(
  { deliverable: what, providerAccountId }: Agreement,
  reply: AnnouncedReply,
  facts: NoticeFacts,
): string {
  const { reader, name } = facts;
  const date = onDay(reply.by, facts);
  return providerAccountId === reader
    ? say('notice.reply.mine', { what, date })
    : say('notice.reply.theirs', { person: name(providerAccountId), what, date });
}

function wordAgreement(agreement: Agreement, facts: NoticeFacts): readonly string[] {
  const { step, charter, reader, seesItem, name } = facts;
  const { deliverable: what, providerAccountId, impact } = agreement;
  const whose = providerAccountId === reader ? 'mine' : 'theirs';
  const person = name(providerAccountId);
  const waiting = (seesItem ? charter.dri?.accountId : undefined) ?? agreement.requestedBy;
  const waits = waiting === reader ? say('notice.waitYou') : say('notice.wait', { person: name(waiting) });
  const without = impact === undefined ? [] : [say('notice.without', { impact })];
  const by = 'committedBy' in agreement ? agreement.committedBy : agreement.neededBy;
  const since = atMoment(step.runsOutAt, facts);
  const about = { what, person, since, date: onDay(by, facts), waits };
  switch (step.cause) {
    case 'question':
      return [say('notice.askedBack', { ...about, question: questionOf(agreement)?.text ?? '' })];
    case 'due-soon':
      return agreement.status === 'requested' && agreement.reply
        ? [wordReplyDue(agreement, agreement.reply, facts), ...without]
        : [say(`notice.due-soon.${whose}`, about), ...without];
    case 'acknowledgement':
    case 'confirmation':
      return [say(`notice.${step.cause}.${whose}`, about), ...without];
    default:
      return [say(`notice.overdue.${whose}`, about), ...without];
  }
}

/** A question that waits for its decision. */
function wordQuestion({ charter, step, reader, name }: NoticeFacts, owner: string, since: string): string {
  const found = charter.escalations.find(({ id }) => id === step.escalationId);
  const question = found?.question ?? '';
  const asker = found ? name(found.raisedBy) : owner;
  if (found?.toAccountId === reader) return say('itemNotice.question.mine', { question, asker, since });
  const person = found ? name(found.toAccountId) : say('itemNotice.somebody');
  return say('itemNotice.question.theirs', { question, asker, person, since });
}

function wordOther(facts: NoticeFacts): string {
  const { step, charter, reader, name } = facts;
  const { dri, authority, brief, waivers } = charter;
  const person = dri ? name(dri.accountId) : say('itemNotice.owner');
  const mine = dri?.accountId === reader ? 'yes' : 'no';
  const since = atMoment(step.runsOutAt, facts);
  const dayOf = (date: IsoDate | undefined): string => onDay(date ?? step.runsOutAt.slice(0, 10), facts);
  switch (step.cause) {
    case 'acceptance':
    case 'check-in':
      return say(`itemNotice.${step.cause}`, { mine, person, since });
    case 'question':
      return wordQuestion(facts, person, since);
    case 'review':
      return say('itemNotice.review', { mine, person, date: dayOf(brief?.reviewOn) });
    case 'authority-ending':
      return say('itemNotice.authority-ending', { mine, person, date: dayOf(authority?.expiresOn) });
    default: {
      const waiver = waivers.find(({ id }) => id === step.waiverId);
      return say('itemNotice.waiver-ending', { date: atMoment(waiver?.expiresAt ?? step.runsOutAt, facts) });
    }
  }
}

/** One step in words, for whoever it tells: what, by when, whom it holds up. One paragraph an entry. */
export function wordNotice(facts: NoticeFacts): readonly string[] {
  const agreement = facts.charter.agreements.find(({ id }) => id === facts.step.agreementId);
  return agreement ? wordAgreement(agreement, facts) : [wordOther(facts)];
}

/** The day's mail to one person. */
export const digestSubject = (things: number): string => say('digest.subject', { things });

export interface DigestEntry {
  readonly title: string;
  readonly words: readonly string[];
  readonly link: string;
}

/**
 * A mail: what it spells out, the things of one item under its title, and where the others are.
 *
 * @param rest how many more stand on the page at `restAt`
 * @param choiceAt where the reader chooses what they hear
 */
export function digestText(
  entries: readonly DigestEntry[],
  rest: number,
  restAt: string,
  choiceAt: string,
): string {
  const told = entries.map(({ title, words, link }, at) => {
    const isNew = entries[at - 1]?.title !== title;
    return [...(isNew ? [oneLine(title)] : []), ...words, link].join('\n');
  });
  const more = rest > 0 ? [`${say('digest.more', { rest })}\n${restAt}`] : [];
  const choice = `${say('digest.choice')}\n${choiceAt}`;
  return [...told, ...more, choice].join('\n\n');
}
