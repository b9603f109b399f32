import { noticed } from '../../domain/charter/lifecycle/noticed';
import type { Result } from '../../domain/result';
import type { Instant } from '../../domain/values';
import { changeCharter, type ChangeFailure, type ChangeRequest } from './change-charter';
import type { CharterStore, StoredCharter } from './ports';
import { Unavailable } from '../../platform/unavailable';
import type { People } from './views';

export interface NoticedChange extends Omit<ChangeRequest, 'facts' | 'seen'> {
  readonly now: Instant;
  /** Everyone the command names. */
  readonly people?: People;
  /** What is done in the name of the policy counts as done by the requester's team. */
  readonly canEdit?: boolean;
}

/**
 * Writes what no person did: Holdfast noticed it in Jira, or the policy asks for it. A refusal is an answer, since what
 * is noticed may be noticed twice.
 *
 * @throws Unavailable when the charter is busy; it should be tried again.
 */
export async function changeAsHoldfast(
  { now, people = {}, canEdit = false, ...request }: NoticedChange,
  charters: Pick<CharterStore, 'readCharter' | 'write'>,
): Promise<Result<StoredCharter, ChangeFailure>> {
  const { actor } = noticed(now);
  const facts = { actor: { ...actor, canEdit }, people, issueKey: request.issueKey, now };
  const changed = await changeCharter({ ...request, facts }, charters);
  if (!changed.ok && changed.error.code === 'busy') throw new Unavailable('storage', 'the charter is busy');
  return changed;
}
