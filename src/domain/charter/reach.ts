import type { AccountId } from '../ids';
import { isBefore, later, type Instant } from '../time/time';
import { isSelfDealt, type Agreement } from './agreement/agreement';
import { acceptedDri, type Charter } from './charter';
import { isUndecided, putAt } from './escalation/escalation';

/**
 * How somebody came to know what they are asked. `opened`: they looked at it, or acted on it. `mail`, `mention`: Jira
 * took that for them. `page`: they chose to hear of it in My commitments alone, and a working day of theirs began.
 */
export const REACH_WAYS = ['opened', 'mail', 'mention', 'page'] as const;
export type ReachWay = (typeof REACH_WAYS)[number];

/** When somebody was reached, and how. */
export interface Reach {
  readonly at: Instant;
  readonly way: ReachWay;
}

/**
 * Something a person is asked. Null: they were not reached yet. Absent: asked before this was recorded, or by
 * themselves; that counts as reached when asked.
 */
export interface Reachable {
  readonly reach?: Reach | null;
}

/** Since when the clock of an answer runs; null while nobody was reached. */
export function reachedAt(askedAt: Instant, { reach }: Reachable): Instant | null {
  if (reach === undefined) return askedAt;
  return reach === null ? null : later(askedAt, reach.at);
}

/** When the provider of an agreement was reached with what they are asked; null while they were not. */
export const reachOf = (agreement: Agreement): Instant | null => reachedAt(agreement.requestedAt, agreement);

/** The name of the question whether a nominee takes it on; agreements and questions go by their ids. */
export const OWNERSHIP = 'owner';

/** One thing that waits for the answer of one person. */
export interface Ask extends Reachable {
  /** An agreement's or a question's id, or `OWNERSHIP`. */
  readonly id: string;
  readonly who: AccountId;
  /** Who asked, and waits. */
  readonly askedBy: AccountId;
  readonly askedAt: Instant;
  /** Of an agreement: its provider asked back, and waits for the answer. */
  readonly back?: true;
}

function ofAgreement(charter: Charter, agreement: Agreement): readonly Ask[] {
  if (agreement.status !== 'requested') return [];
  const { id, providerAccountId, requestedBy, requestedAt, reach, question } = agreement;
  const dri = acceptedDri(charter) ?? requestedBy;
  if (!question) {
    return [
      {
        id,
        who: providerAccountId,
        askedBy: dri,
        askedAt: requestedAt,
        ...(reach !== undefined && { reach }),
      },
    ];
  }
  const { at: askedAt, reach: back } = question;
  return [
    {
      id,
      who: dri,
      askedBy: providerAccountId,
      askedAt,
      back: true,
      ...(back !== undefined && { reach: back }),
    },
  ];
}

/** Everything in a charter that waits for somebody's answer by a clock of its own. */
export function asksOf(charter: Charter): readonly Ask[] {
  const { dri, agreements, escalations } = charter;
  const ownership: readonly Ask[] =
    dri?.status === 'nominated'
      ? [
          {
            id: OWNERSHIP,
            who: dri.accountId,
            askedBy: dri.nominatedBy,
            askedAt: dri.nominatedAt,
            ...(dri.reach !== undefined && { reach: dri.reach }),
          },
        ]
      : [];
  return [
    ...ownership,
    ...agreements.flatMap((agreement) => ofAgreement(charter, agreement)),
    ...escalations.filter(isUndecided).map((one): Ask => ({
      id: one.id,
      who: one.toAccountId,
      askedBy: one.raisedBy,
      askedAt: putAt(one),
      ...(one.reach !== undefined && { reach: one.reach }),
    })),
  ];
}

/** What waits for people who were not reached yet. */
export const unreachedIn = (charter: Charter): readonly Ask[] =>
  charter.itemDeletedAt === undefined ? asksOf(charter).filter(({ reach }) => reach === null) : [];

/** The same thing with what is known of its reach: null not yet, undefined as it was before this was recorded. */
function told<T extends Reachable>(thing: T, reach: Reach | null | undefined): T {
  const { reach: _before, ...rest } = thing;
  // The same type without an optional field, or with it.
  return { ...rest, ...(reach !== undefined && { reach }) } as T;
}

type Judge = (ask: Ask) => Reach | null | undefined;

/** The charter with what `judge` says of each open ask. */
function judged(charter: Charter, judge: Judge): Charter {
  const asks = new Map(asksOf(charter).map((ask) => [ask.id, ask]));
  const { dri } = charter;
  const ofId = <T extends Reachable>(id: string, thing: T): T => {
    const ask = asks.get(id);
    if (!ask) return thing;
    const reach = judge(ask);
    return reach === ask.reach ? thing : told(thing, reach);
  };
  return {
    ...charter,
    dri: dri && ofId(OWNERSHIP, dri),
    agreements: charter.agreements.map((agreement) =>
      agreement.status === 'requested' && agreement.question
        ? { ...agreement, question: ofId(agreement.id, agreement.question) }
        : ofId(agreement.id, agreement),
    ),
    escalations: charter.escalations.map((one) => ofId(one.id, one)),
  };
}

/** As much of an event as says whom it asks, and who acted. */
interface Asking {
  readonly at: Instant;
  readonly by: AccountId;
  readonly agreementId?: string;
  readonly escalationId?: string;
  readonly tracked?: true;
}

const aboutOf = ({ agreementId, escalationId }: Asking): string => agreementId ?? escalationId ?? OWNERSHIP;

/** After an event that asks somebody: not reached, unless they asked themselves, and nobody is told of it. */
export function asked(charter: Charter, event: Asking): Charter {
  const about = aboutOf(event);
  const own = charter.agreements.find(({ id }) => id === about);
  const untold = own !== undefined && isSelfDealt(own, charter.dri?.accountId);
  return judged(charter, ({ id, who, back, reach }) => {
    if (id !== about) return reach;
    return event.tracked && who !== event.by && (back || !untold) ? null : undefined;
  });
}

/** Whoever acts on what they are asked has seen it. */
export function actedOn(charter: Charter, event: Asking): Charter {
  const { by, at } = event;
  const opened: Reach = { at, way: 'opened' };
  const about = aboutOf(event);
  const reachedBy = <T extends Reachable>(thing: T, who: AccountId): T =>
    thing.reach === null && who === by ? told(thing, opened) : thing;
  return {
    ...charter,
    dri: charter.dri && about === OWNERSHIP ? reachedBy(charter.dri, charter.dri.accountId) : charter.dri,
    agreements: charter.agreements.map((one) =>
      one.id === about ? reachedBy(one, one.providerAccountId) : one,
    ),
    escalations: charter.escalations.map((one) => (one.id === about ? reachedBy(one, one.toAccountId) : one)),
  };
}

/** After somebody was reached with some of what they are asked. */
export const reachedWith = (
  charter: Charter,
  accountId: AccountId,
  ids: readonly string[],
  reach: Reach,
): Charter =>
  judged(charter, (ask) =>
    ask.who === accountId && ask.reach === null && ids.includes(ask.id) && !isBefore(reach.at, ask.askedAt)
      ? reach
      : ask.reach,
  );
