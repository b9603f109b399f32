import { toldBy } from '../../domain/notices/audience';
import { nextChangeAt } from '../../domain/fields/change-moments';
import { toTell } from '../../domain/notices/clocks';
import type { Past } from '../../domain/notices/moves';
import type { Step } from '../../domain/notices/steps';
import { unreachedIn } from '../../domain/charter/reach';
import type { Charter } from '../../domain/charter/charter';
import { siteDefault, type Policy } from '../../domain/policy/policy';
import { projectOf, type AccountId, type Instant } from '../../domain/values';
import { addDays, isBefore } from '../../domain/time/time';
import { retry } from '../../platform/retry';
import type { FollowUps } from '../jobs/ports';
import type { EscalateJob } from '../jobs/notices/escalate';
import { Unavailable } from '../../platform/unavailable';
import type { CharterStore } from '../charter/ports';
import type { Clock } from '../ports';
import {
  CHANGES_AT_ONCE,
  type ClockChange,
  type ClockStore,
  type DueItem,
  type DueRow,
  type Messages,
  type Notice,
} from './ports';
import { addressedTo, asksForLead, leadsOf, moveNotices } from './note-moves';
import { standInOf } from '../../domain/team/presence';
import { logError } from '../../platform/log';

export interface EscalatePorts {
  readonly clocks: ClockStore;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly messages: Pick<Messages, 'projectLead'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Rivals and outages that are sorted out before the queue is asked to bring the job again. */
const PASSES = 8;

interface Looked {
  readonly item: DueItem;
  readonly row: DueRow | undefined;
  readonly past: Past | undefined;
  readonly charter: Charter | undefined;
  readonly policy: Policy;
  readonly steps: readonly Step[];
}

async function look(job: EscalateJob, now: Instant, ports: EscalatePorts): Promise<readonly Looked[]> {
  const rows = await retry(() => ports.clocks.rows(job.items.map(({ issueId }) => issueId)));
  const isDue = ({ issueId }: DueItem): boolean => {
    const row = rows.get(issueId);
    return job.anyway || (row !== undefined && !isBefore(now, row.nextAt));
  };
  // The row knows the key the item has now.
  const items = job.items.filter(isDue).map((item): DueItem => ({
    issueId: item.issueId,
    issueKey: rows.get(item.issueId)?.issueKey ?? item.issueKey,
  }));
  const projects = [...new Set(items.map(({ issueKey }) => projectOf(issueKey)))];
  if (items.length === 0) return [];
  const [charters, policies, firstPolicies] = await Promise.all([
    retry(() => ports.charters.readFor(items)),
    retry(() => ports.clocks.policies(projects)),
    retry(() => ports.clocks.firstPolicies(projects)),
  ]);
  return items.map((item): Looked => {
    const stored = charters.get(item.issueId);
    const past = stored && stored.version > 0 ? stored : undefined;
    const charter = past?.charter;
    const policy = policies.get(projectOf(item.issueKey)) ?? siteDefault;
    // What ran out before anybody had decided on clocks is history, and mails nobody.
    const since = firstPolicies.get(projectOf(item.issueKey));
    const steps = (charter ? toTell(charter, policy, now) : []).filter(
      ({ at }) => since === undefined || !isBefore(at, since),
    );
    return { item, row: rows.get(item.issueId), past, charter, policy, steps };
  });
}

/** Whether a step or a move of the last day tells the project's lead, whom only Jira knows. */
const tellsLead = ({ steps, past, charter, policy }: Looked, now: Instant): boolean =>
  steps.some(
    (step) => charter && toldBy(step, charter, policy).some(({ accountId }) => accountId === null),
  ) ||
  (past !== undefined && asksForLead(past, policy, now));

/** Whoever it asks something was not reached yet, as far as is recorded. */
const isUnreached = ({ charter }: Looked): boolean =>
  charter !== undefined && unreachedIn(charter).length > 0;

/**
 * When to look again. A step whose lead is not known yet is not passed by: whoever it tells is asked for tomorrow. So is
 * whether somebody was reached: until then no clock of theirs runs.
 */
function againAt(one: Looked, leadKnown: boolean, now: Instant): Instant | null {
  const next = one.charter ? nextChangeAt(one.charter, one.policy, now) : null;
  if ((leadKnown || !tellsLead(one, now)) && !isUnreached(one)) return next;
  const tomorrow = addDays(now, 1);
  return next !== null && next < tomorrow ? next : tomorrow;
}

/** Whom the steps of one charter tell, each person once per step. */
function noticesOf(
  { item, past, charter, policy, steps }: Looked,
  lead: AccountId | null | undefined,
  now: Instant,
): readonly Notice[] {
  if (!past || !charter) return [];
  const all = steps.flatMap((step) =>
    toldBy(step, charter, policy).flatMap(({ audience, accountId }): Notice[] => {
      const to = accountId ?? lead;
      if (to === undefined || to === null) return [];
      return [
        {
          ...addressedTo(to, standInOf(to, policy, now), item, step.key),
          ...item,
          step: step.key,
          audience,
          how: step.how,
          state: 'waiting',
          sendAfter: now,
        },
      ];
    }),
  );
  // A push that was to have somebody told at once may have been lost.
  return [
    ...new Map(
      [...moveNotices(item, past, policy, now, lead), ...all].map((notice) => [notice.key, notice]),
    ).values(),
  ];
}

interface Plan {
  readonly item: DueItem;
  readonly changes: readonly ClockChange[];
}

/** Several charters to a transaction; more notices than fit one go first, and the due row moves on with the last. */
function packed(plans: readonly Plan[]): readonly { items: readonly DueItem[]; changes: ClockChange[] }[] {
  const packs: { items: DueItem[]; changes: ClockChange[] }[] = [];
  for (const { item, changes } of plans) {
    const last = packs.at(-1);
    if (last && last.changes.length + changes.length <= CHANGES_AT_ONCE) {
      last.items.push(item);
      last.changes.push(...changes);
      continue;
    }
    for (let i = 0; i < changes.length; i += CHANGES_AT_ONCE) {
      packs.push({ items: [item], changes: changes.slice(i, i + CHANGES_AT_ONCE) });
    }
  }
  return packs;
}

/** One pass over the charters. Answers those that must be looked at again. */
async function pass(job: EscalateJob, ports: EscalatePorts): Promise<readonly DueItem[]> {
  const now = ports.clock.now();
  const all = await look(job, now, ports);
  const led = all.filter((one) => tellsLead(one, now)).map(({ item }) => projectOf(item.issueKey));
  const leads = await leadsOf(led, ports.messages);
  if (all.some((one) => tellsLead(one, now) && !leads.has(projectOf(one.item.issueKey))))
    logError('The lead of a project could not be told', new Error('Jira does not show the app that project'));
  const told = all.map((one) => noticesOf(one, leads.get(projectOf(one.item.issueKey)), now));
  const known = await retry(() => ports.clocks.notices(told.flat().map(({ key }) => key)));
  const plans = all.map((one, index): Plan => {
    const fresh = (told[index] ?? []).filter(({ key }) => !known.has(key));
    const nextAt = againAt(one, leads.has(projectOf(one.item.issueKey)), now);
    const stays = one.row === undefined ? nextAt === null : one.row.nextAt === nextAt;
    return {
      item: one.item,
      changes: [
        ...fresh.map((notice) => ({ kind: 'notice' as const, notice })),
        ...(stays ? [] : [{ kind: 'due' as const, item: one.item, was: one.row, nextAt }]),
      ],
    };
  });
  const again = new Map<string, DueItem>();
  for (const { items, changes } of packed(plans)) {
    // The due row may not move past notices that were not written.
    if (items.some(({ issueId }) => again.has(issueId))) continue;
    const written = await retry(() => ports.clocks.commit(changes)).catch(() => false);
    if (!written) for (const item of items) again.set(item.issueId, item);
  }
  const unreached = all.filter(isUnreached).map(({ item }) => item);
  if (unreached.length > 0) {
    await retry(() => ports.followUps.push([{ kind: 'note-reached', items: unreached }]));
  }
  return [...again.values()];
}

/**
 * Looks which steps some charters stand on, writes a notice for everyone a step or a move of the last day tells, and when to look again. The
 * charters stay as they are. Twice, late or at the same time as another, it writes what is missing and no more.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function escalateDue(job: EscalateJob, ports: EscalatePorts): Promise<void> {
  let items = job.items;
  for (let at = 1; items.length > 0; at += 1) {
    if (at > PASSES) throw new Unavailable('storage', 'due rows are busy');
    items = await pass({ ...job, items }, ports);
  }
}
