import { commitmentRef, NOTICES, OPEN, SHOW } from '../../contract/commitment-ref';
import { isUnsettled } from '../../domain/charter/agreement/agreement';
import type { Charter } from '../../domain/charter/charter';
import { passedOn } from '../../domain/charter/lifecycle/passed-on';
import type { Prompt } from '../../domain/notices/moves';
import type { AccountId } from '../../domain/values';
import { handleOf } from '../../platform/commitment-handle';
import type { Line } from './digest-lines';
import { sinceAndReach, type NoticeSubject } from './notice-subject';

/** Where My commitments and the items are. */
export interface Addresses {
  readonly site: string;
  readonly commitments: string;
}

/** Where a reader chooses what they hear, and when. */
export const preferencesAt = ({ commitments }: Addresses): string => `${commitments}?${SHOW}=${NOTICES}`;

/** The first thing that rested on somebody who left, and is the reader's to put to somebody else. */
function lineOfDeparture(
  { who }: Prompt,
  { accountId }: { readonly accountId: AccountId },
  charter: Charter,
): { readonly part?: string | undefined } {
  const what = passedOn(charter, accountId).find(({ to }) => to === who)?.what;
  switch (what?.kind) {
    case 'promise':
      return { part: what.agreement.id };
    case 'question':
      return { part: what.escalation.id };
    default:
      return {};
  }
}

/** What of an item its line in somebody's commitments is about; null where there is no such line. */
function lineOf(subject: NoticeSubject, charter: Charter): { readonly part?: string | undefined } | null {
  switch (subject.kind) {
    case 'step': {
      const { cause, agreementId, escalationId } = subject.step;
      if (cause === 'check-in') return { part: 'check-in' };
      if (cause === 'review') return { part: 'keep-or-change' };
      const part = agreementId ?? escalationId;
      return part === undefined && cause !== 'acceptance' ? null : { part };
    }
    case 'reminder': {
      const { agreement, escalation, gap } = subject.reminder.duty;
      return { part: agreement?.id ?? escalation?.id ?? gap?.id };
    }
    case 'move': {
      const { event } = subject.prompt;
      if (event.type === 'dri-nominated') return {};
      if (event.type === 'departure-changed') return lineOfDeparture(subject.prompt, event, charter);
      if (event.type === 'item-done-changed') return { part: charter.agreements.find(isUnsettled)?.id };
      if ('agreementId' in event) return { part: event.agreementId };
      if (event.type === 'escalation-raised') return { part: event.escalationId };
      return event.type === 'gap-raised' ? { part: event.gapId } : null;
    }
    case 'warned':
      return null;
  }
}

/** Names a person's own line, where what a notice speaks of is theirs to move and stands among their commitments. */
export async function refOf(
  { subject, notice, charter }: Line,
  reader: AccountId,
): Promise<string | undefined> {
  // What waits for the lead because nobody stands behind the work is done on the work item.
  if (subject.kind === 'move' && notice.audience === 'programme-lead') return undefined;
  const whose = notice.insteadOf ?? reader;
  const line = sinceAndReach(subject, whose).onlyTheirs ? lineOf(subject, charter) : null;
  return line ? commitmentRef(await handleOf(whose, notice.issueId), line.part) : undefined;
}

/** Where a mail leads: to the answer itself, where there is one to give, else to the item it went through. */
export async function linkOf(
  line: Line,
  reader: AccountId,
  { site, commitments }: Addresses,
): Promise<string> {
  const ref = await refOf(line, reader);
  return ref === undefined
    ? `${site}/browse/${line.through.issueKey}`
    : `${commitments}?${OPEN}=${encodeURIComponent(ref)}`;
}
