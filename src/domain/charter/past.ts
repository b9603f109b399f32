import type { AccountId, AgreementId, EscalationId } from '../ids';
import { acceptedDri, type Charter } from './charter';
import type { Happened, Put } from './define-command';

/** As much of any event as tells what became of another one. */
export interface PastEvent extends Happened {
  readonly type: string;
  readonly agreementId?: AgreementId;
  readonly escalationId?: EscalationId;
  readonly accountId?: AccountId;
  readonly providerAccountId?: AccountId;
  /** Which side proposed it, where the other side has to agree. */
  readonly proposedBy?: 'provider' | 'requester';
}

/** An event among the others: its place in the history at hand, and what the definitions say of each of them. */
export interface Moment {
  readonly charter: Charter;
  /** What happened last, oldest first. */
  readonly history: readonly PastEvent[];
  /** How many events happened before those. */
  readonly earlier: number;
  readonly at: number;
  readonly putBy: (event: PastEvent) => Put | undefined;
  readonly keepsTurn: (event: PastEvent) => boolean;
  /** Whose the work is from the event at a place in `history` on; undefined where that event does not say. */
  readonly ownerFrom: (place: number) => AccountId | null | undefined;
}

/**
 * People and why they hear of it. `move`: it is theirs now, and told as long as it is. `answer`: they waited for it, and
 * hear of it whatever came after. `news`: the same in the mail of their day. An absent person is nobody, or, where it says
 * so, the lead: whom the policy names, else the project's in Jira.
 */
export type Told = readonly (readonly [
  who: AccountId | null | undefined,
  why: 'move' | 'answer' | 'news',
  otherwise?: 'lead',
])[];

/** What the events before this one said of whose the work is, the last first. */
const ownersBefore = ({ history, at, ownerFrom }: Moment): readonly (AccountId | null)[] =>
  history
    .slice(0, at)
    .map((_, place) => ownerFrom(place))
    .filter((owner) => owner !== undefined)
    .reverse();

/** The last person who owned it before this event, in the history at hand. */
export const lastOwner = (moment: Moment): AccountId | undefined =>
  ownersBefore(moment).find((owner) => owner !== null) ?? undefined;

/** Whoever asked somebody to be the owner, before this event. */
export function nominatorOf(moment: Moment, accountId: AccountId): AccountId | undefined {
  const { charter, history, at, putBy } = moment;
  const asked = history
    .slice(0, at)
    .findLast((event) => putBy(event) === 'ownership' && event.accountId === accountId);
  return asked?.by ?? (charter.dri?.accountId === accountId ? charter.dri.nominatedBy : undefined);
}

/** The owner before this event; undefined where the history at hand does not say. */
export function ownerBefore(moment: Moment): AccountId | null | undefined {
  const [last] = ownersBefore(moment);
  return last === undefined && moment.earlier === 0 ? null : last;
}

/** Who waited for a provider's answer when this happened: the owner, else whoever asked. */
export function driWhen(moment: Moment, agreementId: AgreementId): AccountId | undefined {
  const owner = ownerBefore(moment);
  const { charter } = moment;
  const asker = charter.agreements.find(({ id }) => id === agreementId)?.requestedBy;
  return (owner === undefined ? acceptedDri(charter) : owner) ?? asker;
}

/** Who had been asked for an agreement when this happened. */
export function providerWhen(
  { charter, history, at, putBy, keepsTurn }: Moment,
  agreementId: AgreementId,
): AccountId | undefined {
  const asked = history
    .slice(0, at)
    .findLast(
      (event) =>
        (putBy(event) === 'agreement' || keepsTurn(event)) &&
        event.agreementId === agreementId &&
        event.providerAccountId !== undefined,
    );
  return (
    asked?.providerAccountId ?? charter.agreements.find(({ id }) => id === agreementId)?.providerAccountId
  );
}
