import type { ChangedCharter, EscalationAnswer, ProviderAnswer } from '../../contract/answers';
import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import { awayOfAsked, standInsAmong } from '../../domain/charter/away-of-asked';
import { emptyCharter, type Charter } from '../../domain/charter/charter';
import type { SeesIssue } from '../../domain/charter/hidden-issues';
import type { CharterCommand, Rejection } from '../../domain/charter/commands';
export { namedIn } from '../../domain/charter/people';
import { sponsorOf } from '../../domain/charter/ownership/sponsor';
import { utcDate } from '../../domain/time/time';
import type { AccountId, IsoDate } from '../../domain/values';
import { followUpsOf } from './after-change';
import { changeCharter } from './change-charter';
import { charterAnswer, completePeople, escalationAnswer, providerAnswer, sightOf } from './charter-answer';
import type { AuthorizedItem } from './authorize-item';
import { Unavailable } from '../../platform/unavailable';
import type { CharterStore, StoredCharter } from './ports';
import type { Clock, Jira } from '../ports';
import type { FollowUp, FollowUps } from '../jobs/ports';
import { logError } from '../../platform/log';
import { byAccount, type People } from './views';
import { readPeople } from '../subject/read-people';
import { standsInFor } from '../../domain/team/presence';

export interface CommandPorts {
  readonly jira: Pick<Jira, 'people' | 'issueSummaries'>;
  readonly charters: Pick<CharterStore, 'readCharter' | 'write'>;
  readonly followUps: FollowUps;
  readonly clock: Clock;
}

/** A command the domain refused, with the names and the day its wording needs. */
export class CommandRejected extends Error {
  override readonly name = 'CommandRejected';
  constructor(
    readonly rejection: Rejection,
    readonly people: People,
    readonly today: IsoDate,
  ) {
    super(rejection.code);
  }
}

/**
 * Carries out one command for a caller who was let in: decide, write once, then let the shadows follow.
 *
 * @throws CommandRejected, CallRefused (`busy`, `charter-full`), Unavailable. In each case nothing was written.
 */
export async function runCommand(
  scope: AuthorizedItem,
  command: CharterCommand,
  ports: CommandPorts,
  revision?: number,
): Promise<ChangedCharter | ProviderAnswer | EscalationAnswer> {
  const now = ports.clock.now();
  const { issueKey, stored, item, accountId, canEdit, administers, memberOf, policy } = scope;
  const people = await withImpliedPerson(scope, command, ports);
  const changed = await changeCharter(
    {
      issueKey,
      issueId: item?.issueId ?? stored.issueId,
      stored,
      command,
      revision,
      facts: {
        actor: { accountId, canEdit, administers, ...(memberOf && { memberOf }) },
        people,
        issueKey,
        policy,
        progress: item?.status.category,
        now,
      },
      policy,
      commandId: scope.commandId,
      follow: (next) =>
        followQuietly([...followUpsOf(issueKey, next, now), ...doneLater(item, next)], ports.followUps),
    },
    ports.charters,
  );
  if (!changed.ok) {
    const { error } = changed;
    if (error.code === 'busy' || error.code === 'charter-full') {
      throw new CallRefused({ code: error.code, message: refusalText(error.code) });
    }
    throw new CommandRejected(error, await withNamesOf(error, people, ports), utcDate(now));
  }
  const told = item ? changed.value : onlyAgreement(changed.value, command);
  const away = item ? awayOfAsked(told.charter, scope.accountId, policy, now) : {};
  const standIns = standInsAmong(away);
  const [known, sees] = await Promise.all([
    namesAfterwards(told, people, ports, item ? policy.clocks.programmeLead : null, standIns),
    sightAfterwards(scope, told, ports),
  ]);
  if (item) {
    const answer = charterAnswer({ ...scope, item }, changed.value, known, sees, now);
    return scope.knowsRights ? answer : { ...answer, me: { accountId } };
  }
  if (command.type === 'answer-escalation') return escalationAnswer(changed.value, command.escalationId);
  if (!('agreementId' in command)) throw new Error('only an agreement can be answered without its item');
  return providerAnswer(scope, changed.value, command.agreementId, known, sees, now);
}

/** The same for which of the providers' own issues the caller sees: none, where Jira cannot say now. */
async function sightAfterwards(
  scope: AuthorizedItem,
  stored: StoredCharter,
  { jira }: CommandPorts,
): Promise<SeesIssue> {
  try {
    return await sightOf(scope, stored, jira);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('A stored change was answered without the issues of others', error);
    return () => false;
  }
}

/** The change is stored: names that Jira cannot give now must not make it look refused. */
async function namesAfterwards(
  stored: StoredCharter,
  people: People,
  { jira }: CommandPorts,
  programmeLead: AccountId | null,
  standIns: readonly AccountId[],
): Promise<People> {
  try {
    return await completePeople(stored, people, jira, programmeLead, standIns);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('A stored change was answered without all names', error);
    return people;
  }
}

/** Whom a refusal speaks of without their having been read: whoever changed it meanwhile, or may do it. */
function spokenOfIn(error: Rejection): readonly AccountId[] {
  switch (error.code) {
    case 'changed-meanwhile':
      return [error.entry.by];
    case 'acted-meanwhile':
      return [error.accountId];
    case 'forbidden':
      return 'may' in error ? error.may.people : [];
    default:
      return [];
  }
}

/** The names that a refusal needs, as far as Jira tells them now. */
async function withNamesOf(error: Rejection, people: People, { jira }: CommandPorts): Promise<People> {
  const unread = spokenOfIn(error).filter((one) => !people[one]);
  if (unread.length === 0) return people;
  try {
    return { ...people, ...byAccount(await jira.people('user', unread)) };
  } catch (cause) {
    if (!(cause instanceof Unavailable)) throw cause;
    return people;
  }
}

/** Jira's event of a move may be lost: whoever acts on the item sees where it stands. */
function doneLater(item: AuthorizedItem['item'], { charter, version }: StoredCharter): readonly FollowUp[] {
  const isNoted = !item || (item.status.category === 'done') === (charter.finishedAt !== undefined);
  return isNoted ? [] : [{ kind: 'note-done', issueKey: item.issueKey, version }];
}

/** One agreement, for a provider who may see nothing else. */
function onlyAgreement(stored: StoredCharter, command: CharterCommand): StoredCharter {
  const agreements = stored.charter.agreements.filter(
    ({ id }) => 'agreementId' in command && id === command.agreementId,
  );
  return { ...stored, charter: { ...emptyCharter, agreements }, history: [] };
}

/** Whom a command is about without naming them: the DRI or provider it would replace, the sponsor it asks. */
function impliedPerson(command: CharterCommand, charter: Charter): AccountId | null | undefined {
  const { dri, agreements } = charter;
  switch (command.type) {
    case 'nominate-dri':
    case 'grant-authority':
      return dri?.accountId;
    case 'reassign-agreement':
      return agreements.find(({ id }) => id === command.agreementId)?.providerAccountId;
    case 'submit-check-in':
      return command.next && sponsorOf(charter);
    default:
      return undefined;
  }
}

/** Replacing and asking somebody depends on whether they are still active; everything else is known already. */
async function withImpliedPerson(
  { stored, people, accountId, policy }: AuthorizedItem,
  command: CharterCommand,
  { jira, clock }: CommandPorts,
): Promise<People> {
  const current = impliedPerson(command, stored.charter);
  const wanted = [
    ...(current === undefined || current === null || current === accountId ? [] : [current]),
    // A promise they take over is for the day where they are.
    ...(standsInFor(accountId, policy, clock.now()).length > 0 ? [accountId] : []),
  ].filter((one) => !people[one]);
  return wanted.length === 0 ? people : readPeople(jira, 'user', wanted, people);
}

/**
 * The promise is stored; a shadow that cannot be queued now is repaired by the next change, and whoever is
 * to be told is found by the hourly sweep.
 */
export async function followQuietly(jobs: readonly FollowUp[], followUps: FollowUps): Promise<void> {
  try {
    await followUps.push(jobs);
  } catch (error) {
    logError('What follows a stored change could not be queued', error);
  }
}
