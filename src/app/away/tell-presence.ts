import { remindersOf } from '../../domain/commitments/reminders';
import { absenceOf, standInOf } from '../../domain/team/presence';
import { siteDefault } from '../../domain/policy/policy';
import { projectOf } from '../../domain/values';
import { localDate } from '../../domain/time/local-date';
import { datePlus } from '../../domain/time/time';
import { retry } from '../../platform/retry';
import type { CharterStore } from '../charter/ports';
import type { CommitmentStore } from '../commitments/ports';
import type { FollowUps } from '../jobs/ports';
import type { PresenceChangedJob } from '../jobs/notices/presence-changed';
import { addressedTo } from '../notices/note-moves';
import type { ClockStore, Notice } from '../notices/ports';
import { writeNotices } from '../notices/write-notices';
import type { Claims, Clock } from '../ports';
import type { AwayStore } from './ports';

export interface TellPresencePorts {
  readonly commitments: Pick<CommitmentStore, 'page'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly clocks: Pick<ClockStore, 'notices' | 'commit' | 'policies'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/**
 * Notes what waits for somebody who went away or is back, for the next mail of whoever answers from now on: who stands in
 * meanwhile, and afterwards themselves. Twice, it notes nothing new.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function tellPresence(
  { accountId, cursor }: PresenceChangedJob,
  { commitments, charters, clocks, followUps, clock }: TellPresencePorts,
): Promise<void> {
  const now = clock.now();
  const { rows, nextCursor } = await retry(() => commitments.page(accountId, cursor));
  const projects = [...new Set(rows.map(({ issueKey }) => projectOf(issueKey)))];
  const [stored, policies] = await Promise.all([
    retry(() => charters.readFor(rows)),
    retry(() => clocks.policies(projects)),
  ]);
  const notices = rows.flatMap(({ issueId, issueKey }): Notice[] => {
    const charter = stored.get(issueId)?.charter;
    const policy = policies.get(projectOf(issueKey)) ?? siteDefault;
    const standIn = standInOf(accountId, policy, now);
    // Away with nobody standing in: it waits until they are back.
    if (!charter || (standIn === null && absenceOf(accountId, policy, now))) return [];
    return remindersOf(charter, now)
      .filter(({ who }) => who === accountId)
      .map(({ key: step }): Notice => ({
        ...addressedTo(accountId, standIn, { issueId }, step),
        issueId,
        issueKey,
        step,
        audience: 'asked',
        how: 'mail',
        state: 'waiting',
        sendAfter: now,
      }));
  });
  const known = await retry(() => clocks.notices(notices.map(({ key }) => key)));
  await writeNotices(
    notices.filter(({ key }) => !known.has(key)),
    clocks,
  );
  if (nextCursor !== undefined)
    await followUps.push([{ kind: 'presence-changed', accountId, cursor: nextCursor }]);
}

export interface WatchPorts {
  readonly away: Pick<AwayStore, 'read'>;
  readonly claims: Claims;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/**
 * Finds absences that began or ended since yesterday, each once.
 *
 * @throws Unavailable; the next hour finds them again.
 */
export async function watchAbsences({ away, claims, followUps, clock }: WatchPorts): Promise<void> {
  const now = clock.now();
  const { away: all, settings } = await retry(() => away.read());
  if (!settings.on) return;
  for (const { accountId, from, to, zone } of all) {
    const today = localDate(now, zone);
    const turned = from === today ? `from:${from}` : datePlus(to, 1) === today ? `to:${to}` : undefined;
    if (turned === undefined || !(await retry(() => claims.take(`presence:${accountId}:${turned}`))))
      continue;
    await retry(() => followUps.push([{ kind: 'presence-changed', accountId }]));
  }
}
