import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import { addHours, isBefore, type Instant } from '../../domain/time/time';
import { homeOf } from '../subject/policy-for';
import type { ProjectPolicy, RunOfPages } from '../subject/project-items';
import type { Runs } from './ports';

/** A run that somebody left stands in nobody's way for longer. */
const LONGEST_RUN_H = 1 / 6;
/** How soon an older run asks whether the newer one is done. */
const AGAIN_S = 20;

const MARKED = /^([0-9a-f]{8})~(.+)$/s;

interface Place {
  readonly run: string | undefined;
  readonly cursor: string | undefined;
}

/** A cursor says which run it belongs to; one from before runs were told apart belongs to none. */
export function placeOf(cursor: string | undefined): Place {
  const [, run, rest] = MARKED.exec(cursor ?? '') ?? [];
  return rest === undefined ? { run: undefined, cursor } : { run, cursor: rest };
}

/**
 * One page of a report that a person reads once at a time: where they start the same report anew, the earlier run pauses
 * until the later one is through, and goes on from where it was. A report of one page costs nothing beside it.
 *
 * @param name what is read, and by whom
 * @throws CallRefused where a later run is under way
 */
export async function pageOfRun<Page extends object>(
  { name, place, now }: { readonly name: string; readonly place: Place; readonly now: Instant },
  page: (run: RunOfPages) => Promise<Page>,
  runs: Runs,
): Promise<Page> {
  const { run, cursor } = place;
  const newer = run === undefined ? undefined : await runs.current(name);
  const isFresh = newer !== undefined && isBefore(now, addHours(newer.startedAt, LONGEST_RUN_H));
  if (isFresh && newer.id !== run) {
    throw new CallRefused({
      code: 'unavailable',
      message: refusalText('read-elsewhere'),
      again: { at: addHours(now, AGAIN_S / 3600), inSeconds: AGAIN_S, why: 'read-elsewhere' },
    });
  }
  // A cursor nobody marked goes on as it is.
  const isFirst = cursor === undefined;
  const id = run ?? crypto.randomUUID().slice(0, 8);
  const startsAnew = isFirst || (run !== undefined && newer?.id !== id);
  const endsIt = run !== undefined && newer?.id === run;
  let noted: Promise<void> | undefined;
  const note = (hasNext: boolean, read?: ProjectPolicy): Promise<void> | undefined => {
    // While a project's charters follow it to its new key, each page looks for itself how far they have come.
    const known = read && homeOf(read.policy) === undefined ? read : undefined;
    if (hasNext && startsAnew) noted ??= runs.start(name, { id, startedAt: now, ...(known && { known }) });
    if (!hasNext && endsIt) noted ??= runs.end(name);
    return noted;
  };
  const answer = await page({
    known: isFresh ? newer.known : undefined,
    // Whether it could be written is asked once the page is read.
    found: (known, hasNext) => void note(hasNext, known)?.catch(() => undefined),
  });
  const nextCursor: unknown = Reflect.get(answer, 'nextCursor');
  await note(typeof nextCursor === 'string');
  const isMarked = isFirst || run !== undefined;
  return typeof nextCursor === 'string' && isMarked
    ? { ...answer, nextCursor: `${id}~${nextCursor}` }
    : answer;
}
