import type { Agreement } from '../charter/agreement/agreement';
import { settlesFor } from '../charter/agreement/settling';
import { acceptedDri, type Charter } from '../charter/charter';
import { passedOn } from '../charter/lifecycle/passed-on';
import { HOLDFAST_ACTOR } from '../ids';
import { isErased } from '../erased';
import { isUndecided } from '../charter/escalation/escalation';
import type { Gap } from '../charter/gap/gap';
import { sponsorOf } from '../charter/ownership/sponsor';
import type { AccountId } from '../values';

/** Nothing about it waits for anybody any more. */
export const isSettled = ({ status }: Agreement): boolean => status === 'accepted' || status === 'withdrawn';

export const isUnanswered = ({ answer }: Gap): boolean => answer === undefined;

/** Whoever a promise is made to: the DRI, and until there is one the person who asked. */
export const requesterOf = (charter: Charter, agreement: Agreement): AccountId =>
  acceptedDri(charter) ?? agreement.requestedBy;

/**
 * Everyone who has business with a charter: its DRI, whoever waits for a nominee's answer, and both sides of every
 * agreement that is not settled, of every question that is not decided and of every gap that is not answered. Says whose
 * list of commitments a charter belongs on, not what stands there.
 *
 * @returns account ids, each once, sorted.
 */
export function partiesOf(charter: Charter): readonly AccountId[] {
  const { dri, agreements, escalations, gaps } = charter;
  const parties = new Set<AccountId>();
  if (dri) parties.add(dri.accountId);
  if (dri?.status === 'nominated') parties.add(dri.nominatedBy);
  // Whoever can put to somebody else what rested on those who left.
  for (const { accountId } of charter.departed ?? []) {
    for (const { to } of passedOn(charter, accountId)) if (to !== null) parties.add(to);
  }
  for (const agreement of agreements) {
    if (isSettled(agreement)) continue;
    parties.add(agreement.providerAccountId).add(requesterOf(charter, agreement));
    // While nobody owns the work, whoever stands behind it answers, and settles.
    const settler = settlesFor(charter);
    if (settler !== null) parties.add(settler);
  }
  for (const { toAccountId, raisedBy } of escalations.filter(isUndecided)) {
    parties.add(toAccountId).add(raisedBy);
  }
  // Whoever took a step a moment ago may undo it, also where it left them nothing to do.
  for (const { by, followed } of charter.slips ?? []) if (!followed) parties.add(by);
  for (const { raisedBy } of gaps.filter(isUnanswered)) {
    parties.add(raisedBy);
    // Where nobody owns the item, whoever stands behind it answers.
    const sponsor = dri?.status === 'accepted' ? null : sponsorOf(charter);
    if (sponsor !== null) parties.add(sponsor);
  }
  // Neither the app nor an account that was erased reads a list.
  return [...parties].filter((accountId) => accountId !== HOLDFAST_ACTOR && !isErased(accountId)).sort();
}
