import type { AnnouncedReply } from '../../domain/charter/agreement/requested';
import { questionOf, type Agreement } from '../../domain/charter/agreement/agreement';
import type { Charter } from '../../domain/charter/charter';
import type { Step } from '../../domain/notices/steps';
import type { AccountId, Instant, IsoDate, TimeZone } from '../../domain/values';
import { localDate } from '../../domain/time/local-date';
import { oneLine } from './one-line';
import { plainDate, plainMoment, type NameOf } from './names';

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
  { deliverable, providerAccountId }: Agreement,
  reply: AnnouncedReply,
  facts: NoticeFacts,
): string {
  const { reader, name } = facts;
  const what = `“${deliverable}”`;
  const day = onDay(reply.by, facts);
  return providerAccountId === reader
    ? `You said that you would answer about ${what} by ${day}. Say yes, propose another day, or decline.`
    : `${name(providerAccountId)} said that they would answer about ${what} by ${day}.`;
}

function wordAgreement(agreement: Agreement, facts: NoticeFacts): readonly string[] {
  const { step, charter, reader, seesItem, name } = facts;
  const mine = agreement.providerAccountId === reader;
  const provider = name(agreement.providerAccountId);
  const waits = (seesItem ? charter.dri?.accountId : undefined) ?? agreement.requestedBy;
  const holdsUp = waits === reader ? 'You wait for it.' : `${name(waits)} waits for it.`;
  const impact = agreement.impact === undefined ? [] : [`Without it: ${agreement.impact}`];
  const what = `“${agreement.deliverable}”`;
  const by = 'committedBy' in agreement ? agreement.committedBy : agreement.neededBy;
  const since = atMoment(step.runsOutAt, facts);
  switch (step.cause) {
    case 'acknowledgement':
      return [
        mine
          ? `${what} was asked of you, and an answer was due on ${since}. It is needed by ${onDay(by, facts)}. ${holdsUp} Acknowledge it, propose another day, or decline.`
          : `${what} was asked of ${provider}, and an answer was due on ${since}. It is needed by ${onDay(by, facts)}. ${holdsUp}`,
        ...impact,
      ];
    case 'question': {
      const asked = questionOf(agreement)?.text ?? '';
      return [
        `About ${what}, ${provider} asks: “${asked}” An answer was due on ${since}. Until then the request waits for it.`,
      ];
    }
    case 'confirmation':
      return [
        mine
          ? `You promised ${what} for ${onDay(by, facts)}. Is that still true? Say yes, or no and why. ${holdsUp}`
          : `${what}, promised by ${provider} for ${onDay(by, facts)}: nobody has said since ${since}, when they were asked, whether that is still true. Ask them.`,
        ...impact,
      ];
    case 'due-soon':
      if (agreement.status === 'requested' && agreement.reply) {
        return [wordReplyDue(agreement, agreement.reply, facts), ...impact];
      }
      return [
        mine
          ? `${what} is due on ${onDay(by, facts)}. ${holdsUp} If the day no longer holds, propose a new one now.`
          : `${what}, promised by ${provider}, is due on ${onDay(by, facts)}. ${holdsUp}`,
        ...impact,
      ];
    default:
      return [
        mine
          ? `${what} was promised for ${onDay(by, facts)} and is overdue. ${holdsUp} Deliver it, or propose a new day.`
          : `${what} was promised by ${provider} for ${onDay(by, facts)} and is overdue. ${holdsUp}`,
        ...impact,
      ];
  }
}

function wordOther(facts: NoticeFacts): readonly string[] {
  const { step, charter, reader, name } = facts;
  const { dri, authority, brief, escalations, waivers } = charter;
  const owner = dri ? name(dri.accountId) : 'its owner';
  const mine = dri?.accountId === reader;
  const since = atMoment(step.runsOutAt, facts);
  switch (step.cause) {
    case 'acceptance':
      return [
        mine
          ? `You were asked to be its one owner, and an answer was due on ${since}. Accept, or decline and name somebody better placed.`
          : `${owner} was asked to be its one owner, and an answer was due on ${since}. Until then nobody owns it.`,
      ];
    case 'check-in':
      return [
        mine
          ? `Your check-in was due on ${since}. Three questions, two minutes.`
          : `A check-in of ${owner} was due on ${since}.`,
      ];
    case 'question': {
      const question = escalations.find(({ id }) => id === step.escalationId);
      const asker = question ? name(question.raisedBy) : owner;
      const text = question?.question ?? '';
      return [
        question?.toAccountId === reader
          ? `“${text}” ${asker} waits for your decision; it was due on ${since}.`
          : `“${text}” ${asker} waits for a decision by ${question ? name(question.toAccountId) : 'somebody'}; it was due on ${since}.`,
      ];
    }
    case 'review':
      return [
        `${mine ? 'This commitment was' : `This commitment of ${owner} was`} to be looked at again by ${onDay(brief?.reviewOn ?? step.runsOutAt.slice(0, 10), facts)}. Keep it, move its day, or let it go.`,
      ];
    case 'authority-ending':
      return [
        `${mine ? 'Your authority' : `The authority of ${owner}`} ends on ${onDay(authority?.expiresOn ?? step.runsOutAt.slice(0, 10), facts)}. It can be granted anew.`,
      ];
    default: {
      const waiver = waivers.find(({ id }) => id === step.waiverId);
      const ends = atMoment(waiver?.expiresAt ?? step.runsOutAt, facts);
      return [`A waiver ends on ${ends}. What it let pass will be asked for again.`];
    }
  }
}

/** One step in words, for whoever it tells: what, by when, whom it holds up. One paragraph an entry. */
export function wordNotice(facts: NoticeFacts): readonly string[] {
  const agreement = facts.charter.agreements.find(({ id }) => id === facts.step.agreementId);
  return agreement ? wordAgreement(agreement, facts) : wordOther(facts);
}

/** The day's mail to one person. */
export const digestSubject = (things: number): string =>
  things === 1 ? 'Holdfast: one thing to look at today' : `Holdfast: ${things} things to look at today`;

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
  const more = rest > 0 ? [`${rest} more in My commitments:\n${restAt}`] : [];
  const choice = `What you hear, and when, is yours to choose:\n${choiceAt}`;
  return [...told, ...more, choice].join('\n\n');
}
