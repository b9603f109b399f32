import type { SendPromptJob } from '../jobs/notices/send-prompt';
import { namesFrom } from '../../contract/wording/names';
import { moveSubject } from '../../contract/wording/moves';
import { msOf } from '../../domain/time/time';
import type { AccountId, Instant } from '../../domain/values';
import { retry } from '../../platform/retry';
import type { Claims } from '../ports';
import type { Line } from './digest-lines';
import { promptAt } from './note-moves';
import { isPrompt } from './notify';
import type { ClockStore, Notice } from './ports';
import { alone, type Telling } from './sending/alone';
import { preferencesOf, toldAtOnce } from './sending/choices';
import { markTold } from './sending/marks';
import { isGoing, mayHaveGone, mentionOnce, SILENT_MS, toldElsewhere } from './sending/mention-instead';
import { markSent, sendMail, type Sent } from './sending/send-mail';
import { noteTold } from './sending/note-told';
import { prepare, putOffBy, zoneOf, type DigestPorts, type Delivery } from './delivery';

/** Mails about one item alone that one person gets at once; the others follow an hour later. */
const LETTERS = 20;
/** Pages of waiting notices that are looked through for what else goes with a mail. */
const PAGES = 5;

/** Keys of what is to be told to the same person within the next minutes. */
async function alsoFor(
  accountId: AccountId,
  now: Instant,
  clocks: Pick<ClockStore, 'waiting'>,
): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const at = cursor;
    const { notices, next } = await retry(() => clocks.waiting(promptAt(now), at));
    const theirs = notices.filter((one) => one.accountId === accountId && isPrompt(one));
    keys.push(...theirs.map(({ key }) => key));
    if (next === undefined) break;
    cursor = next;
  }
  return keys;
}

function subjectLine(spoken: readonly Line[], things: number, { reader, people, now }: Delivery): string {
  const line = spoken.find(({ subject }) => subject.kind === 'move');
  if (line?.subject.kind !== 'move') return 'Holdfast';
  const { charter, subject, seesItem, through, notice } = line;
  const facts = {
    prompt: subject.prompt,
    charter,
    reader: notice.insteadOf ?? reader.accountId,
    zone: zoneOf(reader),
    now,
    seesItem,
    name: namesFrom(people),
  };
  return moveSubject(through.issueKey, facts, things);
}

const claimOf = ({ notice }: Line): string => `prompt:${notice.key}`;
const overOf = (line: Line): string => `${claimOf(line)}:over`;

interface Claimed {
  readonly mine: readonly Line[];
  /** Another run told them. */
  readonly over: readonly Line[];
  /** Another run is at it, and may fail. */
  readonly busy: boolean;
}

/**
 * Takes each line for this run alone. All runs ask in the same order, and stop where another one is at it: so two of them
 * share no mail out between them. One that has been at it for long and sent nothing has ended without a word: one other
 * takes its place.
 */
async function claim(lines: readonly Line[], { now }: Delivery, claims: Claims): Promise<Claimed> {
  const asker = crypto.randomUUID();
  const mine: Line[] = [];
  const over: Line[] = [];
  const inOrder = [...lines].sort((a, b) => (a.notice.key < b.notice.key ? -1 : 1));
  let busy = false;
  for (const line of inOrder) {
    const isSilent = msOf(now) - msOf(line.notice.sendAfter) >= SILENT_MS;
    if (await retry(() => claims.take(claimOf(line), asker))) mine.push(line);
    else if (await retry(() => claims.isTaken(overOf(line)))) over.push(line);
    else if (isSilent && (await retry(() => claims.take(`${claimOf(line)}:again`, asker)))) mine.push(line);
    else {
      busy = true;
      if (!isSilent) break;
    }
  }
  return { mine, over, busy };
}

const noticesOf = (lines: readonly Line[]): readonly Notice[] => lines.map(({ notice }) => notice);

const releaseAll = async (lines: readonly Line[], claims: Claims): Promise<void> => {
  for (const line of lines) await retry(() => claims.release(claimOf(line)));
};

interface Told {
  /** Another run is at some of it. */
  readonly busy: boolean;
  /** What Jira did not take. */
  readonly refused: readonly Line[];
  /** What no mail can tell. */
  readonly mailless: readonly Line[];
}

/** One mail, of what no other run tells. */
async function letter(lines: readonly Line[], delivery: Delivery, ports: DigestPorts): Promise<Told> {
  const { mine, over, busy } = await claim(lines, delivery, ports.claims);
  await markTold(noticesOf(over), { at: delivery.now, via: 'mail' }, ports.clocks);
  if (mine.length === 0) return { busy, refused: [], mailless: [] };
  let sent: Sent;
  try {
    sent = await sendMail(mine, delivery, ports, (said, things) => subjectLine(said, things, delivery));
  } catch (error) {
    await releaseAll(mine, ports.claims);
    throw error;
  }
  const { refused, mailless } = sent;
  const told = [...sent.said, ...sent.listed];
  // Without this mark others only look again more often.
  for (const line of told) await retry(() => ports.claims.take(overOf(line))).catch(() => false);
  await markSent(sent, delivery, ports.clocks);
  await releaseAll([...refused, ...mailless], ports.claims);
  return { busy, refused, mailless };
}

/**
 * Tells one person at once, at any hour, what became their move and which answers they waited for: in one mail about
 * everything that they are proven to see, and one for each other item, which Jira gives to nobody who may not see it.
 * What nobody waits for any more is not told; what Jira does not take goes another day. Where no mail can tell it, or one may have
 * gone of which nobody knows, a mention does.
 *
 * @throws Unavailable when it should be tried again, Refused when Jira does not show the app any items.
 */
export async function sendPrompt({ accountId, notices }: SendPromptJob, ports: DigestPorts): Promise<void> {
  const { clocks, clock } = ports;
  const now = clock.now();
  const asked = await retry(() => clocks.notices(notices));
  // All told with another mail: what else there is has a run of its own.
  if (![...asked.values()].some(({ state }) => state === 'waiting')) return;
  const also = (await alsoFor(accountId, now, clocks)).filter((key) => !asked.has(key));
  const others = also.length === 0 ? new Map<string, Notice>() : await retry(() => clocks.notices(also));
  const waiting = [...asked.values(), ...others.values()].filter(({ state }) => state === 'waiting');
  if (waiting.every((notice) => isGoing(notice, now))) throw toldElsewhere(waiting, now);
  await alone({ accountId, waiting, now }, ports.claims, () => tell({ accountId, waiting, now }, ports));
}

async function tell({ accountId, waiting, now }: Telling, ports: DigestPorts): Promise<void> {
  const { clocks } = ports;
  const prepared = await prepare(accountId, waiting, now, ports);
  if (!prepared) return;
  const { delivery } = prepared;
  const chosen = await preferencesOf(accountId, ports.preferences);
  const lines = await toldAtOnce(prepared.lines, chosen, delivery, clocks);
  // A mail about these may have gone: no other one does.
  const gone = lines.filter(({ notice }) => mayHaveGone(notice, now));
  const fresh = lines.filter(({ notice }) => notice.triedAt === undefined);
  let busy = lines.some(({ notice }) => isGoing(notice, now));
  const apart = fresh.filter(({ proven }) => !proven);
  const ids = [...new Set(apart.map(({ through }) => through.issueId))];
  const letters = [
    fresh.filter(({ proven }) => proven),
    ...ids.slice(0, LETTERS).map((id) => apart.filter(({ through }) => through.issueId === id)),
  ].filter(({ length }) => length > 0);
  const refused: Line[] = [];
  const mailless: Line[] = [...gone];
  for (const one of letters) {
    const sent = await letter(one, delivery, ports);
    refused.push(...sent.refused);
    mailless.push(...sent.mailless);
    busy ||= sent.busy;
  }
  const mentioned = await mentionOnce(mailless, delivery, ports);
  await noteTold(noticesOf(lines), ports.followUps);
  const later = apart.filter(({ through }) => ids.indexOf(through.issueId) >= LETTERS);
  await putOffBy(24, delivery.reader, now, clocks)(noticesOf([...refused, ...mentioned.refused]));
  await putOffBy(1, delivery.reader, now, clocks)(noticesOf(later));
  if (busy || mentioned.busy) throw toldElsewhere(waiting, now);
}
