import { acceptedDri, type Charter } from '../charter/charter';
import type { CharterEvent } from '../charter/events';
import type { AccountId, AgreementId } from '../ids';

/** A charter with what happened to it last, oldest first, and how many events happened before those. */
export interface Past {
  readonly charter: Charter;
  readonly history: readonly CharterEvent[];
  readonly earlier: number;
}

type Of<T extends CharterEvent['type']> = Extract<CharterEvent, { readonly type: T }>;

/** The last event of a kind before a place in the history at hand. */
export function backTo<T extends CharterEvent['type']>(
  { history }: Past,
  before: number,
  type: T,
  fits: (event: Of<T>) => boolean = () => true,
): Of<T> | undefined {
  const isOne = (event: CharterEvent): event is Of<T> => event.type === type;
  return history.slice(0, before).filter(isOne).findLast(fits);
}

/** An event that puts an agreement to its provider. */
export const isPutTo = ({ type }: CharterEvent): boolean =>
  type === 'agreement-requested' || type === 'agreement-restated' || type === 'agreement-reassigned';

/** Who asked somebody to be the owner, before a place in the history. */
export const nominatorOf = (past: Past, before: number, accountId: AccountId): AccountId | undefined =>
  backTo(past, before, 'dri-nominated', (event) => event.accountId === accountId)?.by ??
  (past.charter.dri?.accountId === accountId ? past.charter.dri.nominatedBy : undefined);

const CHANGES_OWNER: readonly CharterEvent['type'][] = ['dri-nominated', 'dri-accepted', 'dri-declined'];

/** The owner at a place in the history; undefined where the history at hand does not say. */
function ownerWhen({ history, earlier }: Past, at: number): AccountId | null | undefined {
  const last = history
    .slice(0, at)
    .findLast(
      (event) =>
        CHANGES_OWNER.includes(event.type) || (event.type === 'review-decided' && event.choice === 'release'),
    );
  if (!last) return earlier === 0 ? null : undefined;
  return last.type === 'dri-accepted' ? last.by : null;
}

/** Whether somebody had accepted to be the owner before they answered; what is too old to tell counts as a yes. */
export const ownsBefore = (past: Past, at: number, by: AccountId): boolean => {
  const owner = ownerWhen(past, at);
  return owner === undefined || owner === by;
};

/** Who waited for a provider's answer at a place in the history: the owner, else whoever asked. */
export function driWhen(past: Past, at: number, agreementId: AgreementId): AccountId | undefined {
  const owner = ownerWhen(past, at);
  const asker = past.charter.agreements.find(({ id }) => id === agreementId)?.requestedBy;
  return (owner === undefined ? acceptedDri(past.charter) : owner) ?? asker;
}

/** Who was asked at a place in the history. */
export function providerWhen(past: Past, at: number, agreementId: AgreementId): AccountId | undefined {
  const asked = past.history
    .slice(0, at)
    .findLast(
      (event): event is Of<'agreement-requested' | 'agreement-reassigned'> =>
        (event.type === 'agreement-requested' || event.type === 'agreement-reassigned') &&
        event.agreementId === agreementId,
    );
  return (
    asked?.providerAccountId ??
    past.charter.agreements.find(({ id }) => id === agreementId)?.providerAccountId
  );
}
