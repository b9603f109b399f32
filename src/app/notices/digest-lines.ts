import type { Sight } from '../../domain/access/sight';
import type { Charter } from '../../domain/charter/charter';
import { OWNERSHIP } from '../../domain/charter/reach';
import { invitationTo, type Past } from '../../domain/notices/moves';
import { siteDefault, type Policy } from '../../domain/policy/policy';
import { projectOf, type AccountId, type Instant, type IssueKey } from '../../domain/values';
import { retry } from '../../platform/retry';
import {
  agreementIdOf,
  concernsItem,
  noticeSubjectOf,
  sinceAndReach,
  threadOf,
  type NoticeSubject,
} from './notice-subject';
import { chosen } from '../../domain/notices/day-mail';
import type { CharterStore } from '../charter/ports';
import { rulesLeft } from '../subject/unmet-since';
import type { SubjectsPorts } from '../subject/read-subjects';
import type { ClockStore, MessageItem, Messages, Notice } from './ports';

/** A notice that is to be told, with what its words need. */
export interface Line {
  readonly notice: Notice;
  readonly subject: NoticeSubject;
  readonly charter: Charter;
  /** The same with what happened to it last. */
  readonly past: Past;
  /** The item through which the person is told: the work item, or the provider's own where that one is hidden. */
  readonly through: MessageItem;
  /** That is the work item itself: whoever reads it may see the item, and so whose it is. */
  readonly seesItem: boolean;
  /** The person is proven to see it. Else Jira decides as it sends, and it speaks of nothing else. */
  readonly proven: boolean;
}

export interface Sorted {
  readonly lines: readonly Line[];
  /** Nobody waits for these any more. */
  readonly settled: readonly Notice[];
  /** The person is proven to see nothing that could carry these. */
  readonly kept: readonly Notice[];
  /** The same of what is their move still: they are not reached, and somebody may share it with them meanwhile. */
  readonly unshown: readonly Notice[];
  /** Jira shows the app no such item now; nobody said that it was deleted. */
  readonly unseen: readonly Notice[];
}

export interface LinePorts {
  readonly clocks: Pick<ClockStore, 'policies' | 'rows'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly messages: Pick<Messages, 'items' | 'sights'>;
  readonly jira: SubjectsPorts['jira'];
  readonly policies: SubjectsPorts['policies'];
}

interface Found {
  readonly notice: Notice;
  /** The key the item has now. */
  readonly issueKey: IssueKey;
  readonly charter: Charter;
  readonly past: Past;
  readonly policy: Policy;
  readonly subject: NoticeSubject;
}

async function findCurrent(
  notices: readonly Notice[],
  now: Instant,
  { clocks, charters }: LinePorts,
): Promise<readonly Found[]> {
  const rows = await retry(() => clocks.rows(notices.map(({ issueId }) => issueId)));
  // The row knows the key the item has now; without one nothing runs, or it has all been told.
  const keyOf = (notice: Notice): string => rows.get(notice.issueId)?.issueKey ?? notice.issueKey;
  const [stored, policies] = await Promise.all([
    retry(() => charters.readFor(notices.map((one) => ({ issueKey: keyOf(one), issueId: one.issueId })))),
    retry(() => clocks.policies([...new Set(notices.map((one) => projectOf(keyOf(one))))])),
  ]);
  return notices.flatMap((notice): Found[] => {
    const found = stored.get(notice.issueId);
    const past = found && found.version > 0 ? found : undefined;
    const issueKey = keyOf(notice);
    const policy = policies.get(projectOf(issueKey)) ?? siteDefault;
    const subject = past && noticeSubjectOf(notice, past, policy, now);
    return past && subject ? [{ notice, issueKey, charter: past.charter, past, policy, subject }] : [];
  });
}

/**
 * Warned moves with what is left of them to look at, the others as they are; absent where nothing is left. `not-read`:
 * Jira does not show the app the item, so nobody can say.
 */
async function withWhatIsLeft(
  found: readonly Found[],
  now: Instant,
  ports: LinePorts,
): Promise<{ readonly remaining: readonly Found[]; readonly notRead: readonly Notice[] }> {
  const moves = found.flatMap(({ notice: { issueId }, issueKey, policy, subject }) =>
    subject.kind === 'warned' ? [{ issueId, issueKey, policy }] : [],
  );
  if (moves.length === 0) return { remaining: found, notRead: [] };
  const leftOf = await retry(() => rulesLeft(moves, now, ports));
  const remaining: Found[] = [];
  const notRead: Notice[] = [];
  for (const one of found) {
    const { subject, notice } = one;
    if (subject.kind !== 'warned') {
      remaining.push(one);
      continue;
    }
    const left = leftOf(notice.issueId, subject.passage);
    if (left === 'not-read') notRead.push(notice);
    else if (left.length > 0) remaining.push({ ...one, subject: { ...subject, left } });
  }
  return { remaining, notRead };
}

type Carrier = Pick<Line, 'through' | 'proven'>;

/**
 * The item that carries a notice: one that the person is proven to see, the work item before their own. Where nothing is
 * proven, their own comes first: they are likelier to see it, and what goes through it says nothing of the other.
 */
function carrierOf(
  item: MessageItem,
  own: MessageItem | undefined,
  sightOf: (item: MessageItem) => Sight,
): Carrier | undefined {
  const places = own ? [item, own] : [item];
  const proven = places.find((one) => sightOf(one) === 'visible');
  const open = [...places].reverse().find((one) => sightOf(one) === 'unknown');
  const through = proven ?? open;
  return through && { through, proven: proven !== undefined };
}

const isOpenMove = (subject: NoticeSubject): boolean =>
  subject.kind === 'move' && subject.prompt.kind === 'move';

/**
 * What of one person's notices is to be told, read anew: what was settled meanwhile is dropped, and nobody is told
 * through an item that they are proven not to see. A refusal proves nothing.
 *
 * @throws Unavailable when it should be tried again, Refused when Jira does not show the app any items.
 */
export async function sortNotices(
  accountId: AccountId,
  notices: readonly Notice[],
  now: Instant,
  ports: LinePorts,
): Promise<Sorted> {
  const found = await findCurrent(notices, now, ports);
  const own = ({ charter, subject, notice }: Found): string | undefined =>
    charter.agreements.find(
      (one) => one.id === agreementIdOf(subject) && one.providerAccountId === (notice.insteadOf ?? accountId),
    )?.providerIssueKey;
  const asked = [...new Set(found.flatMap((one) => [one.notice.issueId, own(one) ?? []].flat()))];
  const items = asked.length === 0 ? [] : await retry(() => ports.messages.items(asked));
  const [sights] = items.length === 0 ? [] : await retry(() => ports.messages.sights([{ accountId, items }]));
  const itemOf = ({ notice }: Found) => items.find(({ issueId }) => issueId === notice.issueId);
  // Past caring: there is nothing to tell about.
  const concerning = found.filter((one) => {
    const item = itemOf(one);
    return !item || concernsItem(one.subject, item.category);
  });
  const { remaining, notRead } = await withWhatIsLeft(concerning, now, ports);
  const lines: Line[] = [];
  const kept: Notice[] = [];
  const unshown: Notice[] = [];
  const unseen: Notice[] = [...notRead];
  const settled = new Set(notices);
  for (const notice of notRead) settled.delete(notice);
  for (const one of remaining) {
    const item = itemOf(one);
    settled.delete(one.notice);
    const providersOwn = items.find(({ issueKey }) => issueKey === own(one));
    const carrier = item && carrierOf(item, providersOwn, ({ issueId }) => sights?.get(issueId) ?? 'unknown');
    if (carrier) lines.push({ ...one, ...carrier, seesItem: carrier.through === item });
    else if (!item) unseen.push(one.notice);
    else (isOpenMove(one.subject) ? unshown : kept).push(one.notice);
  }
  return { lines, kept, unshown, unseen, settled: [...settled] };
}

/** The notice by which a person was first told of what a line reminds them of; undefined where it reminds them of nothing. */
function invitationOf({ subject, notice, past }: Line): string | undefined {
  const asked =
    subject.kind === 'step'
      ? ['acknowledgement', 'acceptance', 'question'].includes(subject.step.cause) &&
        subject.step.asked === (notice.insteadOf ?? notice.accountId) &&
        (subject.step.agreementId ?? subject.step.escalationId ?? OWNERSHIP)
      : subject.kind === 'reminder' &&
        ['acknowledge', 'accept-nomination', 'decide'].includes(subject.reminder.duty.kind) &&
        (subject.reminder.duty.agreement?.id ?? subject.reminder.duty.escalation?.id ?? OWNERSHIP);
  const step = asked === false ? undefined : invitationTo(past, { id: asked });
  return step === undefined ? undefined : `${notice.issueId}:${step}:${notice.accountId}`;
}

/** Nobody is reminded of what they were not told yet: `early` waits until the invitation went. */
export async function invited(
  lines: readonly Line[],
  clocks: Pick<ClockStore, 'notices'>,
): Promise<{ readonly lines: readonly Line[]; readonly early: readonly Line[] }> {
  const keys = [...new Set(lines.flatMap((line) => invitationOf(line) ?? []))];
  if (keys.length === 0) return { lines, early: [] };
  const known = await retry(() => clocks.notices(keys));
  const waits = (line: Line): boolean => known.get(invitationOf(line) ?? '')?.state === 'waiting';
  return { lines: lines.filter((line) => !waits(line)), early: lines.filter(waits) };
}

/** Names what a line is about: of two with the same name, one is said. */
export const threadIn = (line: Line): string => `${line.notice.issueId} ${threadOf(line.subject).name}`;

/** Of several steps of one clock, the highest speaks for all, and for whoever is reminded of it. */
export function spoken(lines: readonly Line[]): readonly Line[] {
  const highest = new Map<string, Line>();
  for (const line of lines) {
    const { height } = threadOf(line.subject);
    const thread = threadIn(line);
    const known = highest.get(thread);
    if (!known || threadOf(known.subject).height < height) highest.set(thread, line);
  }
  return [...highest.values()];
}

/** What a mail says of these lines, each thing once, and what it leaves to the page. */
export function mailOf(
  lines: readonly Line[],
  reader: AccountId,
): { readonly said: readonly Line[]; readonly rest: readonly Line[] } {
  const things = spoken(lines).map((line) => ({
    line,
    issueId: line.through.issueId,
    // Whoever does not see the item learns nothing of its mark, not even by an order.
    vital: line.seesItem && line.charter.vital !== undefined,
    name: threadIn(line),
    ...sinceAndReach(line.subject, line.notice.insteadOf ?? reader),
  }));
  const { said, rest } = chosen(things);
  return { said: said.map(({ line }) => line), rest: rest.map(({ line }) => line) };
}
