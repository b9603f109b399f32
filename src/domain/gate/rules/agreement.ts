import { isOpen, type Agreement } from '../../charter/agreement/agreement';
import type { Charter } from '../../charter/charter';
import type { AccountId } from '../../values';

/** Which agreement a finding is about. */
export interface AgreementFacts {
  readonly agreementId: string;
  readonly deliverable: string;
  readonly provider: AccountId;
}

export const factsOf = ({ id, deliverable, providerAccountId }: Agreement): AgreementFacts => ({
  agreementId: id,
  deliverable,
  provider: providerAccountId,
});

/** Agreements that were not withdrawn. */
export const openIn = ({ agreements }: Pick<Charter, 'agreements'>): readonly Agreement[] =>
  agreements.filter(isOpen);

/** Whoever left keeps no promise; what they delivered before stays delivered. */
export const isToCome = ({ status }: Agreement): boolean => status !== 'delivered' && status !== 'accepted';

export const theProvider = ({ provider }: AgreementFacts): readonly AccountId[] => [provider];
