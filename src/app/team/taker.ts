import { CallRefused } from '../../contract/refusal';
import { refusalText } from '../../contract/wording/refusals';
import type { AskedTeam } from '../../domain/charter/agreement/agreement';
import type { Policy } from '../../domain/policy/policy';
import { isAwayAlone, teamsOf, type WithPresence } from '../../domain/team/presence';
import { peopleOfTeam, takerOf, type TeamId } from '../../domain/team/team';
import { localDate } from '../../domain/time/local-date';
import type { AccountId, Instant } from '../../domain/values';
import type { Jira } from '../ports';
import { readPeople, type People } from '../subject/read-people';

/** Who is asked where a team is, and what is known of them. */
export interface Taker {
  readonly team: Pick<AskedTeam, 'id' | 'name'>;
  readonly providerAccountId: AccountId;
  readonly people: People;
}

/**
 * Whoever takes a team's requests today: there, active, and none of those who ask. One read of people.
 *
 * @param asking those on the other side: nobody promises to themselves
 * @throws CallRefused `invalid` at `teamId`: no such team, or nobody of it takes requests now.
 */
export async function takerOfTeam(
  teamId: TeamId,
  {
    asking,
    policy,
    now,
  }: {
    readonly asking: readonly (AccountId | undefined)[];
    readonly policy: Policy & WithPresence;
    readonly now: Instant;
  },
  jira: Pick<Jira, 'people'>,
): Promise<Taker> {
  const team = teamsOf(policy).find(({ id }) => id === teamId);
  const candidates = team ? peopleOfTeam({ ...team, members: [] }) : [];
  const people = await readPeople(jira, 'user', candidates);
  const can = (accountId: AccountId): boolean =>
    people[accountId]?.active === true && !asking.includes(accountId) && !isAwayAlone(accountId, policy, now);
  const day = localDate(now, (team?.calendar ?? policy.clocks.calendar).timeZone);
  const providerAccountId = team ? takerOf(team, day, can) : null;
  if (!team || providerAccountId === null) {
    const code = team ? 'team-takes-no-requests' : 'unknown-team';
    throw new CallRefused({ code: 'invalid', field: 'teamId', message: refusalText(code) });
  }
  return { team: { id: team.id, name: team.name }, providerAccountId, people };
}
