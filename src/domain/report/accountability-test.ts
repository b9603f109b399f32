import { isOpen, isOverdue, isPromised, type Agreement } from '../agreement/agreement';
import { localDate } from '../calendar/local-date';
import { acceptedDri, authorityOf, type Charter } from '../charter/charter';
import { unmappedBlockers } from '../gate/dependency-rules';
import type { WorkItem } from '../gate/item';
import { ownerFindings } from '../gate/owner-rules';
import type { Instant } from '../values';

export type Light = 'yes' | 'no';

/**
 * The accountability test's three questions: can one owner be named, do they hold written authority,
 * and are their top two dependencies confirmed and on track?
 */
export interface AccountabilityTest {
  readonly owner: Light;
  readonly authority: Light;
  readonly dependencies: Light;
}

const light = (yes: boolean): Light => (yes ? 'yes' : 'no');

/** The two agreements that fall due first, of those that are not yet delivered to the DRI’s content. */
export const topTwo = (charter: Charter): readonly Agreement[] =>
  charter.agreements
    .filter((agreement) => isOpen(agreement) && agreement.status !== 'accepted')
    .sort((a, b) => a.neededBy.localeCompare(b.neededBy) || a.id.localeCompare(b.id))
    .slice(0, 2);

export function accountabilityTest(charter: Charter, item: WorkItem, now: Instant): AccountabilityTest {
  const top = topTwo(charter);
  const confirmed = top.every((agreement) => isPromised(agreement) && !isOverdue(agreement, now));
  const named = charter.agreements.some(isOpen) || charter.noDependencies !== null;
  return {
    owner: light(acceptedDri(charter) !== null && ownerFindings(charter, item).length === 0),
    authority: light(
      acceptedDri(charter) !== null && authorityOf(charter, localDate(now, 'UTC')) === 'in-force',
    ),
    dependencies: light(named && confirmed && unmappedBlockers(charter, item).length === 0),
  };
}

/** Not three times yes is at risk, whatever the progress bar says. */
export const isAtRisk = (test: AccountabilityTest): boolean =>
  test.owner === 'no' || test.authority === 'no' || test.dependencies === 'no';
