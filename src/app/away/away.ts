import type { AbsencesAnswer, AwayAnswer } from '../../contract/answers';
import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import { problemOf, withAbsence } from '../../domain/team/away';
import {
  absenceOf,
  mayReadDates,
  nobodyKnown,
  standsInFor,
  stillKept,
  withPresence,
  type Absence,
  type AwaySettings,
} from '../../domain/team/presence';
import { localDate } from '../../domain/time/local-date';
import { siteDefault } from '../../domain/policy/policy';
import type { AccountId, IsoDate } from '../../domain/values';
import { logError } from '../../platform/log';
import type { FollowUps } from '../jobs/ports';
import type { Clock, Jira } from '../ports';
import { byAccount, readPeople } from '../subject/read-people';
import type { AwayStore, StoredAway } from './ports';

export interface AwayPorts {
  readonly away: AwayStore;
  readonly jira: Pick<Jira, 'people' | 'administersSite'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** Rivals that are sorted out before the caller is told to try again. */
const ATTEMPTS = 5;

async function answerFor(me: AccountId, stored: StoredAway, ports: AwayPorts): Promise<AwayAnswer> {
  const now = ports.clock.now();
  const { away, settings } = stored;
  const mine = stillKept(away, settings, now).find(({ accountId }) => accountId === me) ?? null;
  const policy = withPresence(siteDefault, { ...nobodyKnown, away, settings });
  const represented = away.filter(({ accountId }) => standsInFor(me, policy, now).includes(accountId));
  const named = [...represented.map(({ accountId }) => accountId), ...(mine?.standIn ? [mine.standIn] : [])];
  return {
    ok: true,
    on: settings.on,
    mine,
    standsInFor: represented.map((one) => ({
      accountId: one.accountId,
      ...(mayReadDates(me, one, settings) && { to: one.to }),
    })),
    people: await readPeople(ports.jira, 'user', named),
    now,
  };
}

export const getAway = async (me: AccountId, ports: AwayPorts): Promise<AwayAnswer> =>
  answerFor(me, await ports.away.read(), ports);

const invalid = (field: string, message: string): never => {
  throw new CallRefused({ code: 'invalid', field, message });
};

/** Somebody else's absence is an administrator's to set. */
async function mustBeMine(me: AccountId, whose: AccountId, { jira }: AwayPorts): Promise<void> {
  if (me !== whose && !(await jira.administersSite())) {
    throw new CallRefused({ code: 'not-allowed', message: refusalText('not-away-admin') });
  }
}

async function change(
  ports: AwayPorts,
  next: (stored: StoredAway) => Pick<StoredAway, 'away' | 'settings'>,
): Promise<StoredAway> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const stored = await ports.away.read();
    const written: StoredAway = { ...next(stored), version: stored.version + 1 };
    const outcome = await ports.away.write(written, ports.clock.now());
    if (outcome === 'written') return written;
    if (outcome === 'full') invalid('from', refusalText('directory-full'));
  }
  throw new CallRefused({ code: 'busy', message: refusalText('busy') });
}

/** Whoever answers from now on is told what waits. The hourly sweep finds what could not be queued. */
async function tell(accountId: AccountId, { followUps }: AwayPorts): Promise<void> {
  try {
    await followUps.push([{ kind: 'presence-changed', accountId }]);
  } catch (error) {
    logError('Whoever stands in could not be told', error);
  }
}

/**
 * Says from when to when somebody is away, in their own zone, in the place of what was said before.
 *
 * @throws CallRefused `invalid` with the field, `not-allowed`.
 */
export async function setAway(
  me: AccountId,
  asked: {
    readonly accountId?: AccountId | undefined;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly standInAccountId?: AccountId | null | undefined;
  },
  ports: AwayPorts,
): Promise<AwayAnswer> {
  const { accountId = me, from, to, standInAccountId: standIn = null } = asked;
  await mustBeMine(me, accountId, ports);
  const people = byAccount(
    await ports.jira.people('user', [accountId, ...(standIn === null ? [] : [standIn])]),
  );
  const who = people[accountId];
  // An app is never away. Of themselves, people say it even where Jira does not tell of them.
  const mayBeAway = accountId === me ? who?.kind !== 'app' : who?.kind === 'human';
  if (!mayBeAway) invalid('accountId', refusalText('unknown-member'));
  const other = standIn === null ? undefined : people[standIn];
  if (standIn !== null && !(other?.kind === 'human' && other.active))
    invalid('standInAccountId', refusalText('stand-in-unfit'));
  const now = ports.clock.now();
  const absence: Absence = {
    accountId,
    from,
    to,
    standIn,
    zone: who?.timeZone ?? siteDefault.clocks.calendar.timeZone,
    setBy: me,
    setAt: now,
  };
  const stored = await change(ports, ({ away, settings }) => {
    const problem = problemOf(absence, away, settings, now);
    if (problem) invalid(problem.field, refusalText(problem.code));
    return { settings, away: withAbsence(away, accountId, absence, settings, now) };
  });
  if (localDate(now, absence.zone) >= from) await tell(accountId, ports);
  return answerFor(me, stored, ports);
}

/** Somebody is there again, or stays. */
export async function endAway(me: AccountId, accountId: AccountId, ports: AwayPorts): Promise<AwayAnswer> {
  await mustBeMine(me, accountId, ports);
  const now = ports.clock.now();
  let wasAway = false;
  const stored = await change(ports, ({ away, settings }) => {
    const policy = withPresence(siteDefault, { ...nobodyKnown, away, settings });
    wasAway = absenceOf(accountId, policy, now) !== undefined;
    return { settings, away: withAbsence(away, accountId, null, settings, now) };
  });
  if (wasAway) await tell(accountId, ports);
  return answerFor(me, stored, ports);
}

async function allOf({ version, away, settings }: StoredAway, ports: AwayPorts): Promise<AbsencesAnswer> {
  const now = ports.clock.now();
  const kept = stillKept(away, settings, now);
  const named = kept.flatMap(({ accountId, standIn }) => [accountId, ...(standIn === null ? [] : [standIn])]);
  return {
    ok: true,
    version,
    away: [...kept],
    settings,
    people: await readPeople(ports.jira, 'user', [...named, ...settings.people]),
    now,
  };
}

export const listAway = async (ports: AwayPorts): Promise<AbsencesAnswer> =>
  allOf(await ports.away.read(), ports);

/** @throws CallRefused `changed-meanwhile`. */
export async function saveAwaySettings(
  { version, ...settings }: AwaySettings & { readonly version: number },
  ports: AwayPorts,
): Promise<AbsencesAnswer> {
  const now = ports.clock.now();
  const stored = await ports.away.read();
  // Switched off, nothing is kept of what people said.
  const away = settings.on ? stillKept(stored.away, settings, now) : [];
  const next: StoredAway = { version: version + 1, away, settings };
  const outcome = await ports.away.write(next, now);
  if (outcome === 'full') invalid('people', refusalText('directory-full'));
  if (outcome === 'conflict') {
    throw new CallRefused({ code: 'changed-meanwhile', message: refusalText('teams-changed') });
  }
  return allOf(next, ports);
}
