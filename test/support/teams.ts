import type { Policy } from '../../src/domain/policy/policy';
import { siteDefault } from '../../src/domain/policy/policy';
import { nobodyKnown, withPresence, type WithPresence } from '../../src/domain/team/presence';
import type { Side } from '../../src/domain/team/side';
import { hoursOf, type Team } from '../../src/domain/team/team';
import { COO, OPS, PLATFORM } from './people';

export const team = (id: string, name: string, more: Partial<Team> = {}): Team => ({
  id,
  name,
  members: [],
  takesRequests: null,
  calendar: null,
  answersFor: [],
  ...more,
});

/** The teams of those who ask and promise in most tests, with a colleague each. */
export const TEAMS: readonly Team[] = [
  team('T1', 'Expansion', { members: [COO, 'u-coo-colleague'] }),
  team('T2', 'Platform', { members: [PLATFORM, 'u-platform-colleague'] }),
  team('T3', 'Operations', { members: [OPS, 'u-ops-colleague'] }),
];

export const [EXPANSION, PLATFORM_TEAM, OPERATIONS]: readonly [Side, Side, Side] = [
  { teamId: 'T1', name: 'Expansion' },
  { teamId: 'T2', name: 'Platform' },
  { teamId: 'T3', name: 'Operations' },
];

/** A policy whose reader brought these teams. */
export const withTeams = <P extends object = Policy>(
  teams: readonly Team[] = TEAMS,
  policy: P = siteDefault as unknown as P,
): P & WithPresence => withPresence(policy, { ...nobodyKnown, teams, calendars: hoursOf(teams) });
