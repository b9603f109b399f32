import { brakesTurned } from '../../domain/policy/brake';
import { addHours, isBefore, type Instant } from '../../domain/time/time';
import { retry } from '../../platform/retry';
import type { FollowUp } from '../jobs/ports';
import type { BrakeRecords, PolicyRecords } from '../policy/ports';
import type { Clock } from '../ports';

export interface ReviewPoliciesPorts {
  readonly policyRecords: Pick<PolicyRecords, 'page'>;
  readonly brakeRecords: BrakeRecords;
  readonly clock: Clock;
}

/** A little more than the day between two reviews. */
const LOOKED_BACK_HOURS = 25;

interface Page<T> {
  readonly found: readonly T[];
  readonly next?: string;
}

async function all<T>(page: (cursor?: string) => Promise<Page<T>>): Promise<readonly T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const at = cursor;
    const read = await retry(() => page(at));
    found.push(...read.found);
    cursor = read.next;
  } while (cursor !== undefined);
  return found;
}

/** Whose policy holds otherwise than at a moment: saved since, or with a brake that began or ended. */
async function turnedSince(
  since: Instant,
  { policyRecords, brakeRecords, clock }: ReviewPoliciesPorts,
): Promise<ReadonlySet<string | undefined>> {
  const now = clock.now();
  const [policies, brakes] = await Promise.all([
    all((cursor) => policyRecords.page(cursor)),
    all((cursor) => brakeRecords.page(cursor)),
  ]);
  return new Set([
    ...policies.filter(({ savedAt }) => !isBefore(savedAt, since)).map(({ projectKey }) => projectKey),
    ...brakes.filter((one) => brakesTurned(one.brakes, since, now)).map(({ projectKey }) => projectKey),
  ]);
}

/**
 * The jobs that compare the fields of every item whose policy says something else than the day before. A brake ends by
 * itself, and what follows a save may have been lost.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function reviewPolicies(ports: ReviewPoliciesPorts): Promise<readonly FollowUp[]> {
  const turned = await turnedSince(addHours(ports.clock.now(), -LOOKED_BACK_HOURS), ports);
  // The site's policy holds wherever a project has none: there is nothing else to look for then.
  if (turned.has(undefined)) return [{ kind: 'search-fields', where: { everywhere: true } }];
  return [...turned].flatMap((projectKey): readonly FollowUp[] =>
    projectKey === undefined ? [] : [{ kind: 'search-fields', where: { projectKey } }],
  );
}
