import type { CharterEvent } from './commands';

export type { CharterEvent } from './commands';

/** What happens to an agreement that already exists. */
export type AgreementEvent = Exclude<
  Extract<CharterEvent, { readonly agreementId: string }>,
  { readonly type: 'agreement-requested' | 'debrief-written' }
>;
