import { addDays, compareInstants, isBefore, type Instant } from '../time/time';
import type { AccountId } from '../values';
import type { Policy } from './policy';

/** A brake ends by itself, at the latest after so many days. */
export const LONGEST_BRAKE_DAYS = 14;

/** Everything to observe until a moment, for a reason: as an administrator of a project or of the site said it. */
export interface Brake {
  readonly at: Instant;
  readonly by: AccountId;
  readonly reason: string;
  readonly until: Instant;
  /** Ended earlier than it said. */
  readonly lifted?: { readonly at: Instant; readonly by: AccountId };
}

/** A brake in force, and whose it is. */
export interface BrakeOn {
  readonly of: 'project' | 'site';
  readonly since: Instant;
  readonly until: Instant;
  readonly reason: string;
  readonly by: AccountId;
}

const endOf = ({ until, lifted }: Brake): Instant =>
  lifted && isBefore(lifted.at, until) ? lifted.at : until;

/** Whether a brake held at a moment: from when it was applied, and no longer than it said. */
export const heldAt = (brake: Brake, at: Instant): boolean =>
  !isBefore(at, brake.at) && isBefore(at, endOf(brake));

const asOn = (of: BrakeOn['of'], brakes: readonly Brake[], now: Instant): readonly BrakeOn[] =>
  brakes
    .filter((brake) => heldAt(brake, now))
    .map(({ at, until, reason, by }) => ({ of, since: at, until, reason, by }));

/** The brake in force where a project and the site have these; of several, the one that holds longest. */
export function brakeOn(
  { project, site }: { readonly project: readonly Brake[]; readonly site: readonly Brake[] },
  now: Instant,
): BrakeOn | undefined {
  const all = [...asOn('project', project, now), ...asOn('site', site, now)];
  return all.sort((a, b) => compareInstants(b.until, a.until))[0];
}

/** Whether one of these began or ended after a moment, up to and with another. */
export const brakesTurned = (brakes: readonly Brake[], since: Instant, now: Instant): boolean =>
  brakes.flatMap((brake) => [brake.at, endOf(brake)]).some((at) => isBefore(since, at) && !isBefore(now, at));

/** The policy while a brake is in force: it observes, and says why. */
export const braked = (policy: Policy, brake: BrakeOn | undefined): Policy =>
  brake ? { ...policy, mode: 'observe', brake } : policy;

export type BrakeRefusal = 'brake-in-the-past' | 'brake-too-long' | 'brake-not-on';

/** The brakes of an owner after one more; newest first. One that is in force is replaced from now on. */
export function apply(brakes: readonly Brake[], next: Brake): readonly Brake[] | BrakeRefusal {
  if (!isBefore(next.at, next.until)) return 'brake-in-the-past';
  if (isBefore(addDays(next.at, LONGEST_BRAKE_DAYS), next.until)) return 'brake-too-long';
  return [next, ...lifted(brakes, { at: next.at, by: next.by })];
}

/** The brakes of an owner after the one in force was lifted. */
export function lift(
  brakes: readonly Brake[],
  who: { readonly at: Instant; readonly by: AccountId },
): readonly Brake[] | BrakeRefusal {
  return brakes.some((brake) => heldAt(brake, who.at)) ? lifted(brakes, who) : 'brake-not-on';
}

const lifted = (
  brakes: readonly Brake[],
  who: { readonly at: Instant; readonly by: AccountId },
): readonly Brake[] => brakes.map((brake) => (heldAt(brake, who.at) ? { ...brake, lifted: who } : brake));
