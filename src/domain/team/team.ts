import type { Flavored } from '../flavor';
import type { AccountId, ProjectKey } from '../ids';
import type { WorkingCalendar } from '../policy/clock-policy';
import { daysBetween, mondayOf, type IsoDate } from '../time/time';

/** `T1`, `T2`, … in the order of making; stable within the site. */
export type TeamId = Flavored<'TeamId'>;

/** Who takes what is asked of a team: one person, or one after another, a week each. */
export type TakesRequests =
  | { readonly kind: 'person'; readonly accountId: AccountId }
  | {
      readonly kind: 'rota';
      readonly people: readonly AccountId[];
      /** The Monday of the first person's first week. */
      readonly from: IsoDate;
    };

/** A project, or one component of it, that a team answers for. */
export interface AnswersFor {
  /** The project's id; its key is for showing. */
  readonly projectId: string;
  readonly projectKey: ProjectKey;
  /** Absent: the whole project. */
  readonly component?: string;
}

/** A named group of people. Its name comes from its members, never from one of them. */
export interface Team {
  readonly id: TeamId;
  readonly name: string;
  readonly members: readonly AccountId[];
  /** Null: nobody does yet. */
  readonly takesRequests: TakesRequests | null;
  /** When its members work; null: as the policy says. */
  readonly calendar: WorkingCalendar | null;
  readonly answersFor: readonly AnswersFor[];
}

/** Most teams a site keeps, and members of one team: all of them fit one record of storage. */
export const MAX_TEAMS = 200;
export const MAX_MEMBERS = 100;
export const MAX_ANSWERS_FOR = 50;

const WEEK_DAYS = 7;

const weeksBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round(daysBetween(`${from}T00:00:00Z`, `${to}T00:00:00Z`) / WEEK_DAYS);

/** The rota from a day on: whoever has that day's week first, and then each in their turn. */
function inTurn(
  { people, from }: Extract<TakesRequests, { kind: 'rota' }>,
  day: IsoDate,
): readonly AccountId[] {
  const weeks = weeksBetween(mondayOf(from), mondayOf(day));
  const first = ((weeks % people.length) + people.length) % people.length;
  return [...people.slice(first), ...people.slice(0, first)];
}

/**
 * Who takes requests for a team on a day: of a rota the first one from that week's person on who can.
 *
 * @param can whether somebody is there to take any
 * @returns null where nobody takes any, or nobody of them can
 */
export function takerOf(
  { takesRequests }: Pick<Team, 'takesRequests'>,
  day: IsoDate,
  can: (accountId: AccountId) => boolean = () => true,
): AccountId | null {
  if (!takesRequests) return null;
  const wanted = takesRequests.kind === 'person' ? [takesRequests.accountId] : inTurn(takesRequests, day);
  return wanted.find(can) ?? null;
}

/** The teams with the key that a project has now; the same list where none of them answers for it under another. */
export const withProjectKey = (
  teams: readonly Team[],
  { projectId, projectKey }: Pick<AnswersFor, 'projectId' | 'projectKey'>,
): readonly Team[] => {
  const isOther = (one: AnswersFor): boolean => one.projectId === projectId && one.projectKey !== projectKey;
  if (!teams.some(({ answersFor }) => answersFor.some(isOther))) return teams;
  return teams.map((team) => ({
    ...team,
    answersFor: team.answersFor.map((one) => (isOther(one) ? { ...one, projectKey } : one)),
  }));
};

/** Everybody a team names. */
export const peopleOfTeam = ({ members, takesRequests }: Team): readonly AccountId[] => [
  ...new Set([
    ...members,
    ...(takesRequests?.kind === 'person' ? [takesRequests.accountId] : (takesRequests?.people ?? [])),
  ]),
];

/**
 * The days and hours of everybody whose team has its own. Somebody who is in several teams works by the first of them that
 * has.
 */
export const hoursOf = (teams: readonly Team[]): ReadonlyMap<AccountId, WorkingCalendar> =>
  new Map(
    [...teams]
      .reverse()
      .flatMap((team) =>
        team.calendar
          ? peopleOfTeam(team).map((accountId) => [accountId, team.calendar] as [AccountId, WorkingCalendar])
          : [],
      ),
  );

/** What speaks against a team as it is written; null where nothing does. */
export type TeamProblem = 'taker-is-no-member' | 'rota-of-nobody' | 'twice-the-same-name';

/** The first team of a directory that cannot be kept, by its place, and why. */
export function problemIn(
  teams: readonly Team[],
): { readonly at: number; readonly problem: TeamProblem } | null {
  const names = new Set<string>();
  for (const [at, { name, members, takesRequests }] of teams.entries()) {
    const folded = name.trim().toLowerCase();
    if (names.has(folded)) return { at, problem: 'twice-the-same-name' };
    names.add(folded);
    if (takesRequests?.kind === 'rota' && takesRequests.people.length === 0)
      return { at, problem: 'rota-of-nobody' };
    const takers =
      takesRequests?.kind === 'person' ? [takesRequests.accountId] : (takesRequests?.people ?? []);
    if (takers.some((accountId) => !members.includes(accountId)))
      return { at, problem: 'taker-is-no-member' };
  }
  return null;
}
