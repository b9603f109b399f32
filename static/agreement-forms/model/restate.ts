import type { Agreement } from '../../../src/domain/charter/agreement/agreement';

/** The terms of a request, as a form holds them. */
export interface Terms {
  readonly neededBy: string;
  readonly deliverable: string;
  readonly acceptance: string;
}

/** What asking again starts with: the same terms; after a decline the day from when it could be done. */
export function restatePrefill(agreement: Agreement): Terms {
  const { neededBy, deliverable, acceptance } = agreement;
  const possible = agreement.status === 'declined' ? agreement.availableFrom : undefined;
  return { neededBy: possible ?? neededBy, deliverable, acceptance };
}

/** Only what differs from the terms that stand: the rest was not asked anew. */
export function restatedTerms(agreement: Agreement, values: Terms): Partial<Terms> {
  const names = ['neededBy', 'deliverable', 'acceptance'] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name].trim();
      return value === agreement[name] ? [] : [[name, value]];
    }),
  );
}
