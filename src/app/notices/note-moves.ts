import type { NoteMovesJob } from '../jobs/notices/note-moves';
import { GATHERED_SECONDS, isMoveStep, promptsOf, type Past } from '../../domain/notices/moves';
import { addHours } from '../../domain/time/time';
import { siteDefault, type Policy } from '../../domain/policy/policy';
import { standInOf } from '../../domain/team/presence';
import { projectOf, type AccountId, type Instant } from '../../domain/values';
import { retry } from '../../platform/retry';
import type { FollowUps } from '../jobs/ports';
import type { CharterStore } from '../charter/ports';
import { mustBeWritten } from '../charter/revision';
import type { Clock } from '../ports';
import type { ClockStore, DueItem, Messages, Notice } from './ports';
import { writeNotices } from './write-notices';

export interface MovesPorts {
  readonly clocks: Pick<ClockStore, 'notices' | 'commit' | 'policies'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly messages: Pick<Messages, 'projectLead'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

const SECONDS_PER_HOUR = 3600;

/** When what happened at a moment is told: so late that it could be undone before. */
export const promptAt = (at: Instant): Instant => addHours(at, GATHERED_SECONDS / SECONDS_PER_HOUR);

/** Whether the last day of a charter tells the project's lead, whom only Jira knows. */
export const asksForLead = (past: Past, policy: Policy, now: Instant): boolean =>
  policy.clocks.programmeLead === null && promptsOf(past, now).some(({ who }) => who === null);

/**
 * Whom the last day of a charter tells promptly, each person once an event.
 *
 * @param lead the project's in Jira, where `asksForLead`; without one nobody is told in their place
 */
export function moveNotices(
  item: DueItem,
  past: Past,
  policy: Policy,
  now: Instant,
  lead?: AccountId | null,
): readonly Notice[] {
  const all = promptsOf(past, now).flatMap((prompt): Notice[] => {
    const { step, event, kind } = prompt;
    const who = prompt.who ?? policy.clocks.programmeLead ?? lead ?? null;
    // Whoever leads the project and did it themselves knows of it.
    if (who === null || who === event.by) return [];
    return [
      {
        // An answer waits for whoever waited for it; what is to be done goes to whoever is there to do it.
        ...addressedTo(who, kind === 'move' ? standInOf(who, policy, now) : null, item, step),
        ...item,
        step,
        audience: prompt.who === null ? 'programme-lead' : 'asked',
        how: 'mail',
        state: 'waiting',
        sendAfter: promptAt(event.at),
      },
    ];
  });
  // The lead may hear of the same event for another reason: that one counts.
  return [...new Map(all.toReversed().map((notice) => [notice.key, notice])).values()].toReversed();
}

/** Leads of projects, asked of Jira once each; absent where it will not say. */
export async function leadsOf(
  projectKeys: readonly string[],
  messages: Pick<Messages, 'projectLead'>,
): Promise<ReadonlyMap<string, AccountId | null>> {
  const found = await Promise.all(
    [...new Set(projectKeys)].map(
      async (key) => [key, await retry(() => messages.projectLead(key))] as const,
    ),
  );
  return new Map(found.flatMap(([key, lead]) => (lead === undefined ? [] : [[key, lead] as const])));
}

/** Whom a notice goes to, and by which key it is known: whoever stands in gets one of their own. */
export function addressedTo(
  who: AccountId,
  standIn: AccountId | null,
  { issueId }: Pick<DueItem, 'issueId'>,
  step: string,
): Pick<Notice, 'key' | 'accountId' | 'insteadOf'> {
  const accountId = standIn ?? who;
  return {
    key: `${issueId}:${step}:${accountId}`,
    accountId,
    ...(accountId !== who && { insteadOf: who }),
  };
}

/**
 * Notes whose move it became on some items and who waited for an answer, and has them told three minutes later. Twice, it
 * notes nothing new.
 *
 * @throws Unavailable when it should be tried again; the hourly sweep finds what nobody noted.
 */
export async function noteMoves({ items, version }: NoteMovesJob, ports: MovesPorts): Promise<void> {
  const { clocks, charters, messages, followUps, clock } = ports;
  const now = clock.now();
  const projects = [...new Set(items.map(({ issueKey }) => projectOf(issueKey)))];
  const [stored, policies] = await Promise.all([
    retry(() => charters.readFor(items)),
    retry(() => clocks.policies(projects)),
  ]);
  for (const one of stored.values()) mustBeWritten(one, version);
  const looked = items.flatMap((item) => {
    const past = stored.get(item.issueId);
    const policy = policies.get(projectOf(item.issueKey)) ?? siteDefault;
    return past && past.version > 0 ? [{ item, past, policy }] : [];
  });
  const led = looked
    .filter(({ past, policy }) => asksForLead(past, policy, now))
    .map(({ item }) => projectOf(item.issueKey));
  const leads = await leadsOf(led, messages);
  const all = looked.flatMap(({ item, past, policy }) =>
    moveNotices(item, past, policy, now, leads.get(projectOf(item.issueKey))),
  );
  if (all.length === 0) return;
  const known = await retry(() => clocks.notices(all.map(({ key }) => key)));
  await writeNotices(
    all.filter(({ key }) => !known.has(key)),
    clocks,
  );
  const waiting = all.filter(({ key }) => (known.get(key)?.state ?? 'waiting') === 'waiting');
  const people = new Map<AccountId, string[]>();
  for (const { accountId, key, step } of waiting) {
    // News wait for the mail of the day.
    if (isMoveStep(step)) people.set(accountId, [...(people.get(accountId) ?? []), key]);
  }
  if (people.size === 0) return;
  const jobs = [...people].map(([accountId, notices]) => ({
    kind: 'send-prompt' as const,
    accountId,
    notices,
  }));
  await retry(() => followUps.push(jobs, GATHERED_SECONDS));
}
