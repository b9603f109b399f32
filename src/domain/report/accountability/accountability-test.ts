import {
  isOpen,
  isOverdue,
  isPromised,
  isSaidAtRisk,
  isSelfDealt,
  type Agreement,
} from '../../charter/agreement/agreement';
import { isDoubted, isUnconfirmed } from '../../charter/agreement/silence';
import { acceptedDri, declaredBy, authorityOf, type Charter } from '../../charter/charter';
import { todayOfDri } from '../../charter/ownership/dri-zone';
import { offTrackSaid } from '../../charter/check-in/off-track';
import { unmappedBlockers } from '../../gate/blockers';
import { unmetOf } from '../../gate/find';
import { hasLeft } from '../../gate/people';
import { rulesIn } from '../../gate/rules';
import type { Subject } from '../../gate/subject';
import type { Instant } from '../../values';

/** `unknown`: the app may not see the item. */
export type Light = 'yes' | 'no' | 'unknown';

/**
 * The accountability test's three questions: can one owner be named, do they hold written authority,
 * and are their top two dependencies confirmed and on track?
 */
export interface AccountabilityTest {
  readonly owner: Light;
  readonly authority: Light;
  readonly dependencies: Light;
}

/** Nothing can be said of an item that the app may not see. */
export const NOT_KNOWN: AccountabilityTest = {
  owner: 'unknown',
  authority: 'unknown',
  dependencies: 'unknown',
};

const light = (yes: boolean): Light => (yes ? 'yes' : 'no');

/** The two agreements that fall due first, of those that are not yet delivered to the DRI’s content. */
export const topTwo = (charter: Charter): readonly Agreement[] =>
  charter.agreements
    .filter((agreement) => isOpen(agreement) && agreement.status !== 'accepted')
    .sort((a, b) => a.neededBy.localeCompare(b.neededBy) || a.id.localeCompare(b.id))
    .slice(0, 2);

/** Promised by somebody who still can keep it, of which neither side says otherwise, not silent for too long, and asked of somebody else. */
const isOnTrack = (agreement: Agreement, { charter, people, policy }: Subject, now: Instant): boolean =>
  isPromised(agreement) &&
  !isOverdue(agreement, now) &&
  !isUnconfirmed(agreement, now, policy.clocks) &&
  !isDoubted(agreement) &&
  !isSaidAtRisk(agreement) &&
  !isSelfDealt(agreement, charter.dri?.accountId) &&
  (agreement.status === 'delivered' || !hasLeft(people, agreement.providerAccountId));

export function accountabilityTest(subject: Subject, now: Instant): AccountabilityTest {
  const { charter, item, policy } = subject;
  const confirmed = topTwo(charter).every((agreement) => isOnTrack(agreement, subject, now));
  const named = charter.agreements.some(isOpen) || declaredBy(charter).none !== null;
  // Whoever owns it says otherwise: no promise is a better witness.
  const confident = offTrackSaid(charter) === undefined;
  return {
    owner: light(acceptedDri(charter) !== null && unmetOf(rulesIn('owner'), subject, now).length === 0),
    authority: light(
      acceptedDri(charter) !== null && authorityOf(charter, todayOfDri(charter, policy, now)) === 'in-force',
    ),
    dependencies: light(named && confirmed && confident && unmappedBlockers(charter, item).length === 0),
  };
}

/** Not three times yes is at risk, whatever the progress bar says. */
export const isAtRisk = (test: AccountabilityTest): boolean =>
  test.owner === 'no' || test.authority === 'no' || test.dependencies === 'no';
