import type { AccountId } from '../ids';
import type { Instant } from '../time/time';
import { isOpen, isUnsettled } from './agreement/agreement';
import { isInForce, type Charter } from './charter';

/** Closed things of a kind that the record goes on showing; older ones are told by the history alone. */
export const CLOSED_KEPT = 50;
/** In UTF-8 bytes, of all closed things of a kind. */
export const CLOSED_BYTES = 24 * 1024;

/** In UTF-8 bytes: a quarter of what a record holds besides its reserve. */
export const AUTHOR_BYTES = (190 * 1024) / 4;

/** How much room a value takes in storage, in UTF-8 bytes. */
export function bytesOf(value: unknown): number {
  let bytes = 0;
  for (const letter of JSON.stringify(value)) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Everything open, the newest of all, and of what is closed as much of the newest as there is room for. */
function latest<T>(things: readonly T[], isClosed: (thing: T) => boolean): readonly T[] {
  let count = CLOSED_KEPT;
  let bytes = CLOSED_BYTES;
  const remaining = [...things].reverse().filter((thing, age) => {
    if (!isClosed(thing) || age === 0) return true;
    count -= 1;
    bytes -= bytesOf(thing);
    return count >= 0 && bytes >= 0;
  });
  return remaining.length === things.length ? things : remaining.reverse();
}

/**
 * A charter after a change, without the older of its withdrawn agreements and closed questions, gaps and waivers: they stay in the
 * history, and make room for what is open. The newest of each stays, so that no number is given twice.
 */
export function released(before: Charter, after: Charter, at: Instant): Charter {
  const { agreements, escalations, gaps, waivers } = after;
  if (
    agreements === before.agreements &&
    escalations === before.escalations &&
    gaps === before.gaps &&
    waivers === before.waivers
  ) {
    return after;
  }
  return {
    ...after,
    // What was delivered goes on speaking for the blocker it answers.
    agreements: latest(agreements, (agreement) => !isOpen(agreement)),
    escalations: latest(escalations, ({ answer }) => answer !== undefined),
    gaps: latest(gaps, ({ answer }) => answer !== undefined),
    waivers: latest(waivers, (waiver) => !isInForce(waiver, at)),
  };
}

/** Whether somebody's open requests, questions and gaps, with one more, would fill more than their share of a record. */
export function fillsTooMuch(
  { agreements, escalations, gaps }: Charter,
  by: AccountId,
  more: object,
): boolean {
  const theirs = [
    ...agreements.filter((one) => isUnsettled(one) && one.requestedBy === by),
    ...escalations.filter(({ answer, raisedBy }) => !answer && raisedBy === by),
    ...gaps.filter(({ answer, raisedBy }) => !answer && raisedBy === by),
  ];
  return bytesOf(theirs) + bytesOf(more) > AUTHOR_BYTES;
}
