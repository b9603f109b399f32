import { isErased } from '../erased';
import type { AccountId } from '../values';
import { isBefore } from '../time/time';
import { acceptedDri, type Charter, type Passage } from './charter';

/** Names what is told about a warned move: the same for the same move, whoever computes it. */
export const warnedStep = ({ checkpoint, at }: Pick<Passage, 'checkpoint' | 'at'>): string =>
  `warned:${checkpoint}.${at}`;

/** The warned move a step names; undefined for another step, for one older than the charter keeps, and once the item is gone. */
export const warnedMove = ({ passages, itemDeletedAt }: Charter, step: string): Passage | undefined =>
  itemDeletedAt === undefined
    ? passages.find((passage) => passage.reason === 'warned' && warnedStep(passage) === step)
    : undefined;

/** Whom a warned move is told: the DRI of now, if they had accepted before it. Null where nobody is. */
export function toldOfWarned(charter: Charter, { at }: Pick<Passage, 'at'>): AccountId | null {
  const accountId = acceptedDri(charter);
  const since = charter.dri?.acceptedAt ?? charter.dri?.nominatedAt;
  if (accountId === null || since === undefined || isErased(accountId)) return null;
  return isBefore(at, since) ? null : accountId;
}
