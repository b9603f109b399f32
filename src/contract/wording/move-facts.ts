import { texts } from '../../../texts/compiled/en/moves';
import type { Agreement } from '../../domain/charter/agreement/agreement';
import type { CharterEvent } from '../../domain/charter/events';
import { HOLDFAST_ACTOR } from '../../domain/ids';
import type { Prompt } from '../../domain/notices/moves';
import { speak } from '../texts/message';
import type { NoticeFacts } from './notices';

export type MoveFacts = Omit<NoticeFacts, 'step'> & { readonly prompt: Prompt };

export type Of<T extends CharterEvent['type']> = Extract<CharterEvent, { readonly type: T }>;

export const say = speak(texts);

/** What somebody wrote, in quotation marks. */
export const quoted = (text: string): string => say('quoted.text', { text });

/** A choice in a message. */
export const yesOrNo = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

/** A reason at the end of a sentence; nothing where none was given. */
export const because = (reason: string | undefined): string =>
  reason === undefined ? '' : say('because.reason', { reason });

export const agreementOf = ({ prompt: { event }, charter }: MoveFacts): Agreement | undefined =>
  'agreementId' in event ? charter.agreements.find(({ id }) => id === event.agreementId) : undefined;

/** Who did it. Whose item it is stays untold to those who may not see it, unless they were asked by them. */
export function doer(facts: MoveFacts): string {
  const { prompt, charter, seesItem, name } = facts;
  const { by } = prompt.event;
  if (by === HOLDFAST_ACTOR) return say('doer.holdfast');
  const hidden = !seesItem && by === charter.dri?.accountId && by !== agreementOf(facts)?.requestedBy;
  return hidden ? say('doer.hidden') : name(by);
}
