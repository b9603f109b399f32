import type { Agreement } from '../../domain/charter/agreement/agreement';
import type { CharterEvent } from '../../domain/charter/events';
import { HOLDFAST_ACTOR } from '../../domain/ids';
import type { Prompt } from '../../domain/notices/moves';
import type { NoticeFacts } from './notices';

export type MoveFacts = Omit<NoticeFacts, 'step'> & { readonly prompt: Prompt };

export type Of<T extends CharterEvent['type']> = Extract<CharterEvent, { readonly type: T }>;

export const agreementOf = ({ prompt: { event }, charter }: MoveFacts): Agreement | undefined =>
  'agreementId' in event ? charter.agreements.find(({ id }) => id === event.agreementId) : undefined;

/** Who did it. Whose item it is stays untold to those who may not see it, unless they were asked by them. */
export function doer(facts: MoveFacts): string {
  const { prompt, charter, seesItem, name } = facts;
  const { by } = prompt.event;
  if (by === HOLDFAST_ACTOR) return 'Holdfast';
  const hidden = !seesItem && by === charter.dri?.accountId && by !== agreementOf(facts)?.requestedBy;
  return hidden ? 'Whoever asked you' : name(by);
}
