import { roomOf, type CharterCommand, type Facts, type Rejection } from '../../domain/charter/commands';
import { decide } from '../../domain/charter/decide';
import { evolve } from '../../domain/charter/evolve';
import type { ClockPolicy } from '../../domain/policy/clock-policy';
import { conflictSince } from '../../domain/charter/conflict';
import { ok, refuse, type Result } from '../../domain/result';
import type { IssueKey } from '../../domain/values';
import { dueAt } from './after-change';
import { isOwn } from '../subject/own-charter';
import type { CharterStore, StoredCharter } from './ports';
import { entriesAfter } from './revision';

/** Writers on one charter at the same moment that are sorted out before we say it is busy. */
export const WRITE_ATTEMPTS = 60;
const LONGEST_PAUSE_MS = 60;

export interface ChangeRequest {
  readonly issueKey: IssueKey;
  readonly issueId: string;
  readonly stored: StoredCharter;
  readonly command: CharterCommand;
  /** The revision that the caller decided on, see `historyLength`; absent where they do not say. */
  readonly revision?: number | undefined;
  readonly facts: Facts;
  /** The policy in force, where it was read: it says when the clocks run out. */
  readonly policy?: ClockPolicy | undefined;
  /** The same for a command that is sent again, and for no other of the same person. */
  readonly commandId?: string | undefined;
  /**
   * Lets what follows the charter be queued beside the write: whoever is there before the charter is asks again, and
   * nobody waits for one after the other. It never fails.
   */
  readonly follow?: ((next: StoredCharter) => Promise<void>) | undefined;
}

/** The mark that a person's command leaves on the record: nobody else can speak of it, and it names nobody. */
async function markOf({ facts: { actor }, commandId }: ChangeRequest): Promise<string | undefined> {
  if (commandId === undefined) return undefined;
  const named = new TextEncoder().encode(`${actor.accountId} ${commandId}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', named));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type ChangeFailure = Rejection | { readonly code: 'busy' } | { readonly code: 'charter-full' };

/**
 * Decides a command on the charter just read and writes once. If somebody else wrote in between,
 * reads again and decides again: a decision is never applied to a charter it was not made on.
 *
 * With `revision`, what others changed since is told before anything is decided; a command that is already written,
 * because its answer was lost on the way, is answered and not carried out twice. With `commandId` that holds whatever
 * was written since, as far back as the record keeps its marks.
 *
 * @returns the charter as written, or why nothing was.
 */
export async function changeCharter(
  request: ChangeRequest,
  charters: Pick<CharterStore, 'readCharter' | 'write'>,
): Promise<Result<StoredCharter, ChangeFailure>> {
  const { issueKey, issueId, stored, command, revision, facts, policy, follow } = request;
  const mark = await markOf(request);
  // Its first answer was lost on the way, and what followed it perhaps too.
  const again = async (written: StoredCharter): Promise<Result<StoredCharter, ChangeFailure>> => {
    await follow?.(written);
    return ok(written);
  };
  let current = stored;
  for (let attempt = 1; attempt <= WRITE_ATTEMPTS; attempt += 1) {
    // Another item's charter is under this key. Whoever opens the item makes room; until then nothing mixes the two.
    if (!isOwn(current, issueId)) return refuse({ code: 'busy' });
    if (mark !== undefined && current.writes?.includes(mark)) return again(current);
    // Asked anew on every charter that is read: whoever slips in between is noticed too.
    const since = revision === undefined ? [] : entriesAfter(current, revision);
    const change = conflictSince(since, command, facts.actor.accountId);
    if (change.kind === 'repeated') return again(current);
    if (change.kind === 'changed') return refuse({ code: 'changed-meanwhile', entry: change.entry });
    const decided = decide(current.charter, command, { ...facts, tracksReach: true });
    if (!decided.ok) return decided;
    const next: StoredCharter = {
      ...current,
      issueId,
      version: current.version + 1,
      charter: decided.value.reduce(evolve, current.charter),
      history: [...current.history, ...decided.value],
      ...(mark !== undefined && { mark }),
      room: roomOf(command),
      fresh: decided.value,
    };
    // Once beside the write; where writers collide, once more for the one that was written.
    const beside = follow && attempt === 1 ? () => follow(next) : undefined;
    const due = dueAt(next, policy, facts.now);
    const outcome = await charters.write(issueKey, next, facts.now, due, beside);
    if (outcome === 'written') return attempt === 1 ? ok(next) : again(next);
    if (outcome === 'full') return refuse({ code: 'charter-full' });
    await pause(attempt);
    const before = current.version;
    current = await charters.readCharter(issueKey);
    // Versions only rise. A charter that is gone has followed its item to another key: nothing is decided on what is left.
    if (current.version < before) return refuse({ code: 'busy' });
  }
  return refuse({ code: 'busy' });
}

/** A random, growing pause spreads out writers that collided. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, Math.random() * Math.min(LONGEST_PAUSE_MS, 2 * 2 ** Math.min(attempt, 5))),
  );
