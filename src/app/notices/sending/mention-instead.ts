import { wordMention } from '../../../contract/wording/mention';
import { instantOf, msOf, type Instant } from '../../../domain/time/time';
import { LONG_TIMEOUT_MS, retry, withTimeout } from '../../../platform/retry';
import { Unavailable } from '../../../platform/unavailable';
import type { Line } from '../digest-lines';
import { linkOf } from '../links';
import type { Notice } from '../ports';
import { once, type Delivery } from '../delivery';
import type { Claims } from '../../ports';
import { markTold } from './marks';
import { addressesOf, type SendPorts } from './send-mail';

/** Longer than a run may take. */
export const SILENT_MS = 10 * 60_000;

/** Whether a mail about it may have gone, and whoever sent it will not say so any more. */
export const mayHaveGone = ({ triedAt, lost }: Notice, now: Instant): boolean =>
  lost === true || (triedAt !== undefined && msOf(now) - msOf(triedAt) >= SILENT_MS);

/** Whether a mail about it is going now. */
export const isGoing = (notice: Notice, now: Instant): boolean =>
  notice.triedAt !== undefined && !mayHaveGone(notice, now);

const SHORTEST_MS = 30_000;
const LONGEST_MS = 5 * 60_000;

/**
 * Another run is telling the same person of these. Where a mail is on its way, it is known what became of it once that run
 * must have ended; else whoever asks looks again the later, the longer it takes: many runs may wait for the one.
 */
export function toldElsewhere(notices: readonly Notice[], now: Instant): Unavailable {
  const going = notices.flatMap(({ triedAt }) => (triedAt === undefined ? [] : [msOf(triedAt)]));
  const since = Math.min(...notices.map(({ sendAfter }) => msOf(sendAfter)), msOf(now));
  const waited = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, msOf(now) - since));
  const until =
    going.length > 0 && going.length === notices.length ? Math.min(...going) + SILENT_MS : msOf(now) + waited;
  return new Unavailable('queue', 'another run is telling the same person', { until: instantOf(until) });
}

const noticesOf = (lines: readonly Line[]) => lines.map(({ notice }) => notice);

/** The item whose comment stands for a mail: the one that mail went through, else the line's own. */
const placeOf = ({ notice, through }: Line): string => notice.triedThrough ?? through.issueKey;

/** Those of which a comment of ours told before, whatever became of our knowing it. */
const heldBy = (lines: readonly Line[], known: ReadonlySet<string>): readonly Line[] =>
  lines.filter(({ notice }) => known.has(notice.key));

/**
 * Mentions the reader where no mail can tell them: one comment on an item for all that a mail would have said, without
 * its words, since others read it. The comment keeps what it tells: whoever comes again finds it there, and writes none.
 *
 * @returns lines of items that take no comment
 * @throws Unavailable when it should be tried again
 */
async function mentionInstead(
  lines: readonly Line[],
  delivery: Delivery,
  { messages, clocks }: SendPorts,
): Promise<readonly Line[]> {
  if (lines.length === 0) return [];
  const { reader, now } = delivery;
  const addresses = addressesOf(delivery, messages);
  const refused: Line[] = [];
  for (const issueKey of new Set(lines.map(placeOf))) {
    const own = lines.filter((line) => placeOf(line) === issueKey);
    const known = await retry(() => messages.toldOn(issueKey, reader.accountId));
    // Unread comments may have told it: another one might be the second.
    if (known === null) {
      refused.push(...own);
      continue;
    }
    // A mail that was lost is told of by one comment, whatever became of its other lines since.
    const told = heldBy(own, known);
    const fresh = own.filter((line) => !told.includes(line) && !(told.length > 0 && line.notice.lost));
    const [first] = fresh;
    if (first) {
      const link =
        fresh.length === 1 ? await linkOf(first, reader.accountId, addresses) : addresses.commitments;
      const keys = fresh.map(({ notice }) => notice.key);
      const write = () => messages.mention(issueKey, reader, [wordMention(fresh.length), link], keys);
      if (!(await withTimeout(write, LONG_TIMEOUT_MS))) {
        refused.push(...fresh);
        await markTold(
          noticesOf(own.filter((line) => !fresh.includes(line))),
          { at: now, via: 'mention' },
          clocks,
        );
        continue;
      }
    }
    await markTold(noticesOf(own), { at: now, via: 'mention' }, clocks);
  }
  return refused;
}

/**
 * The same, one run at a time: whoever ends without a word holds others up for an hour at most.
 *
 * @throws Unavailable when it should be tried again
 */
export async function mentionOnce(
  lines: readonly Line[],
  delivery: Delivery,
  ports: SendPorts & { readonly claims: Claims },
): Promise<{ readonly busy: boolean; readonly refused: readonly Line[] }> {
  const [first] = noticesOf(lines)
    .map(({ key }) => key)
    .sort();
  if (first === undefined) return { busy: false, refused: [] };
  let refused: readonly Line[] = [];
  const hour = delivery.now.slice(0, 13);
  const attempt = await once(`mention:${first}:${hour}`, ports.claims, async () => {
    refused = await mentionInstead(lines, delivery, ports);
  });
  return { busy: attempt === 'busy', refused };
}
