import { digestText } from '../../../contract/wording/notices';
import type { Instant } from '../../../domain/values';
import { logError } from '../../../platform/log';
import { LONG_TIMEOUT_MS, withTimeout } from '../../../platform/retry';
import { Unavailable } from '../../../platform/unavailable';
import { mailOf, threadIn, type Line } from '../digest-lines';
import { linkOf, preferencesAt, type Addresses } from '../links';
import type { ClockStore, MailOutcome, Messages } from '../ports';
import { titleOf, words, type Delivery } from '../delivery';
import { markLost, markTold, markTried, markUntried } from './marks';

/** Items through which one mail is tried. */
const CARRIERS = 3;

export interface SendPorts {
  readonly clocks: Pick<ClockStore, 'commit' | 'notices'>;
  readonly messages: Messages;
}

/** What became of a mail. */
export interface Sent {
  /** Lines Jira did not take; those of an item that it refused are not told through another. */
  readonly refused: readonly Line[];
  /** Lines that no mail can tell: the site sends none, or one went of which nobody knows whether it arrived. */
  readonly mailless: readonly Line[];
  /** Lines the mail spells out. */
  readonly said: readonly Line[];
  /** Lines it counts, and that stand in My commitments. */
  readonly listed: readonly Line[];
}

const noticesOf = (lines: readonly Line[]) => lines.map(({ notice }) => notice);

export const addressesOf = ({ site }: Delivery, messages: Messages): Addresses => ({
  site,
  commitments: messages.commitmentsUrl(site),
});

/** Posts one mail; `perhaps`: Jira's answer to it was lost. */
async function post(
  send: () => Promise<MailOutcome>,
  undo: () => Promise<unknown>,
): Promise<MailOutcome | 'perhaps'> {
  try {
    return await withTimeout(send, LONG_TIMEOUT_MS);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    // Any other failure leaves open whether Jira took it.
    if (error.failure === 'no-answer') return 'perhaps';
    await undo();
    throw error;
  }
}

/**
 * One mail about these lines, sent through the first item that Jira takes it for. That it goes is written before, and
 * what became of it afterwards, so that no line is ever in two mails.
 *
 * @throws Unavailable when it should be tried again, and no mail went.
 */
export async function sendMail(
  lines: readonly Line[],
  delivery: Delivery,
  { messages, clocks }: SendPorts,
  subject: (spoken: readonly Line[], things: number) => string,
): Promise<Sent> {
  const { reader, now } = delivery;
  const addresses = addressesOf(delivery, messages);
  const refused: Line[] = [];
  let left = lines;
  for (let carrier = 1; carrier <= CARRIERS; carrier += 1) {
    const [first] = left;
    if (!first) break;
    const { said, rest } = mailOf(left, reader.accountId);
    const entries = await Promise.all(
      said.map(async (line) => ({
        title: titleOf(line),
        words: words(line, delivery),
        link: await linkOf(line, reader.accountId, addresses),
      })),
    );
    const { issueKey } = first.through;
    const text = digestText(entries, rest.length, addresses.commitments, preferencesAt(addresses));
    const about = subject(said, said.length + rest.length);
    const tried = noticesOf(left);
    await markTried(tried, issueKey, now, clocks);
    const outcome = await post(
      () => messages.mail(issueKey, reader.accountId, about, text),
      () => markUntried(tried, clocks),
    );
    if (outcome === 'perhaps') {
      logError('A mail may have gone', new Error('Jira’s answer to it was lost'));
      return { refused, mailless: await lost(left, issueKey, now, clocks), said: [], listed: [] };
    }
    if (outcome === 'sent') {
      const threads = new Set(rest.map(threadIn));
      return {
        refused,
        mailless: [],
        said: left.filter((line) => !threads.has(threadIn(line))),
        listed: left.filter((line) => threads.has(threadIn(line))),
      };
    }
    await markUntried(tried, clocks);
    if (outcome === 'off') return { refused, mailless: left, said: [], listed: [] };
    logError('A mail waits for another day', new Error('Jira does not send it through that item'));
    const other = left.filter(({ through }) => through.issueKey !== issueKey);
    refused.push(...left.filter((line) => !other.includes(line)));
    left = other;
  }
  return { refused: [...refused, ...left], mailless: [], said: [], listed: [] };
}

/** The lines of a mail that may have gone, with what is noted of it. */
async function lost(
  lines: readonly Line[],
  through: string,
  at: Instant,
  clocks: SendPorts['clocks'],
): Promise<readonly Line[]> {
  const notices = await markLost(noticesOf(lines), through, at, clocks);
  return lines.map((line, place) => ({ ...line, notice: notices[place] ?? line.notice }));
}

/** Notes what a mail told: what it only counted is found on the page from now on. */
export async function markSent(
  { said, listed }: Pick<Sent, 'said' | 'listed'>,
  { today, now }: Delivery,
  clocks: SendPorts['clocks'],
): Promise<void> {
  const told = { at: now, via: 'mail' } as const;
  await markTold(noticesOf(said), told, clocks);
  await markTold(
    noticesOf(listed).map((notice) => ({ ...notice, listedOn: today })),
    told,
    clocks,
  );
}
