import { wordAdvice } from '../../contract/wording/mention';
import type { Charter, Passage } from '../../domain/charter/charter';
import { zoneOfDri } from '../../domain/charter/ownership/dri-zone';
import { toldOfWarned, warnedStep } from '../../domain/charter/warned-moves';
import { nextWorkingMorning } from '../../domain/time/working-hours';
import { calendarOf } from '../../domain/team/presence';
import { siteDefault } from '../../domain/policy/policy';
import { projectOf } from '../../domain/values';
import { compareInstants } from '../../domain/time/time';
import { changeAsHoldfast } from '../charter/change-as-holdfast';
import { ownOrNone } from '../subject/own-charter';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { Claims, Clock, Jira } from '../ports';
import type { JiraMove } from '../gate/ports';
import type { ClockStore, DueItem } from '../notices/ports';
import type { PassageJob } from '../jobs/gate/passage';
import { writeNotices } from '../notices/write-notices';
import { RESTS_ON, someRest, type RestsOnPorts } from '../subject/rests-on';

export interface PassagePorts extends RestsOnPorts {
  readonly jira: RestsOnPorts['jira'] & Pick<Jira, 'workItem' | 'lastMove' | 'people' | 'comment'>;
  readonly charters: RestsOnPorts['charters'] & Pick<CharterStore, 'readCharter' | 'write'>;
  readonly clocks: Pick<ClockStore, 'notices' | 'commit' | 'policies'>;
  readonly claims: Claims;
  readonly clock: Clock;
}

/** Jira stamps the move a moment before or after the gate looked at it. */
const CLOCK_SLACK_MS = 10_000;

/**
 * Records a move that passed although rules were unmet, once. In coach mode the mover is told; where rules only warned,
 * the owner is, with the mail of a day.
 * A move that another validator refused after us never happened: nothing is recorded for it.
 *
 * @param known the move, where it was read
 * @throws Unavailable when it should be tried again, Refused when Jira shows the app no moves, or takes no comment.
 */
export async function followPassage(
  followUp: PassageJob,
  ports: PassagePorts,
  known?: JiraMove,
): Promise<void> {
  const { issueKey, child, toStatusId, checkpoint, reason } = followUp;
  const [raw, stored] = await Promise.all([
    ports.jira.workItem('app', issueKey),
    ports.charters.readCharter(issueKey),
  ]);
  if (!raw) {
    if (reason === 'unchecked') await recordUnseen(followUp, stored, ports);
    return;
  }
  const move = known ?? (await ports.jira.lastMove(child ?? issueKey, toStatusId));
  if (!move || compareInstants(move.at, followUp.at) < -CLOCK_SLACK_MS) return;
  const rules = await rulesOf(followUp, ownOrNone(stored, raw.issueId), ports);
  if (rules === null) return;
  const passage = {
    at: move.at,
    checkpoint,
    reason,
    rules,
    ...(reason !== 'misconfigured' && { movedBy: move.accountId }),
    ...(child !== undefined && { child }),
  };
  const changed = await changeAsHoldfast(
    {
      issueKey,
      issueId: raw.issueId,
      stored,
      command: { type: 'record-passage', passage },
      now: ports.clock.now(),
    },
    ports.charters,
  );
  // Recorded before is no reason to stop: its notices may have failed then, and are kept apart from being sent twice.
  if (!changed.ok && changed.error.code !== 'already-recorded') return;
  if (reason === 'coach' && followUp.advice.length > 0) await advise(followUp, move, ports);
  if (reason !== 'warned') return;
  const { charter } = changed.ok ? changed.value : stored;
  await noteForOwner({ issueId: raw.issueId, issueKey: raw.issueKey }, charter, passage, ports);
}

/**
 * The rules that were unmet, with the one that the gate left to be read behind it because it only warns. Null where
 * nothing was unmet after all.
 */
async function rulesOf(
  { rules, restsOn = [] }: PassageJob,
  { charter }: StoredCharter,
  ports: PassagePorts,
): Promise<readonly string[] | null> {
  if (restsOn.length === 0) return rules;
  if (await someRest(charter, restsOn, ports)) return [...rules, RESTS_ON];
  return rules.length > 0 ? rules : null;
}

/**
 * Has the owner told with the mail of the day on which their work next begins, never at once: a warning is nobody's
 * move. The mover saw nothing, since a transition that passes shows no words; where they are the owner, they are told too.
 */
async function noteForOwner(
  item: DueItem,
  charter: Charter,
  passage: Passage,
  { clocks, clock }: PassagePorts,
): Promise<void> {
  const accountId = toldOfWarned(charter, passage);
  if (accountId === null) return;
  const projectKey = projectOf(item.issueKey);
  const policy = (await clocks.policies([projectKey])).get(projectKey) ?? siteDefault;
  const step = warnedStep(passage);
  await writeNotices(
    [
      {
        key: `${item.issueId}:${step}:${accountId}`,
        accountId,
        ...item,
        step,
        audience: 'dri',
        how: 'mail',
        state: 'waiting',
        sendAfter: nextWorkingMorning(
          clock.now(),
          zoneOfDri(charter, policy),
          calendarOf(charter.dri?.accountId ?? null, policy),
        ),
      },
    ],
    clocks,
  );
}

/**
 * A move of an item that the app may not see: nobody can say who made it, or whether something else held it back, but
 * that nobody looked is known.
 */
async function recordUnseen(
  { issueKey, checkpoint, reason, rules, at }: PassageJob,
  stored: StoredCharter,
  { charters, clock }: PassagePorts,
): Promise<void> {
  const passage = { at, checkpoint, reason, rules };
  await changeAsHoldfast(
    {
      issueKey,
      issueId: stored.issueId,
      stored,
      command: { type: 'record-passage', passage },
      now: clock.now(),
    },
    charters,
  );
}

/** One comment per move, however often the event arrives and whatever failed in between. */
async function advise(
  followUp: PassageJob,
  move: { readonly historyId: string; readonly accountId: string },
  ports: PassagePorts,
): Promise<void> {
  const [mover] = await ports.jira.people('app', [move.accountId]);
  if (!mover || mover.kind !== 'human') return;
  const claim = `advice:${followUp.child ?? followUp.issueKey}:${move.historyId}`;
  if (!(await ports.claims.take(claim))) return;
  try {
    await ports.jira.comment(followUp.child ?? followUp.issueKey, mover, [
      wordAdvice(followUp.rules.length),
      ...followUp.advice,
    ]);
  } catch (error) {
    await ports.claims.release(claim);
    throw error;
  }
}
