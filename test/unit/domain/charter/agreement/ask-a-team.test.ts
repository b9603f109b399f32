import { awaitsName, type Agreement } from '../../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { decide } from '../../../../../src/domain/charter/decide';
import { replay } from '../../../../../src/domain/charter/evolve';
import { calendarOfAsked } from '../../../../../src/domain/notices/calendars';
import { handoffHappenings } from '../../../../../src/domain/report/indicators/of-agreements';
import { providerSide } from '../../../../../src/domain/team/side';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { as } from '../../../../support/charter-spec';
import { acknowledged, asked, owner, refused } from '../../../../support/events';
import { COO, OPS, PLATFORM } from '../../../../support/people';
import { PLATFORM_TEAM, team, TEAMS, withTeams } from '../../../../support/teams';

const COLLEAGUE = OPS;
const teams = [
  team('T2', 'Platform', { members: [PLATFORM, COLLEAGUE] }),
  ...TEAMS.filter(({ id }) => id === 'T1'),
];
const policy = withTeams(teams);
const T2 = { id: 'T2', name: 'Platform' };
const toTeam = [...owner(COO), asked('A1', { team: T2 })];

const the = (...history: readonly CharterEvent[]): Agreement => {
  const [agreement] = replay(history).agreements;
  if (!agreement) throw new Error('no agreement in these events');
  return agreement;
};
const after = (history: readonly CharterEvent[], who: string, to: string): Agreement => {
  const decided = decide(
    replay(history),
    { type: 'reassign-agreement', agreementId: 'A1', providerAccountId: to },
    { ...as(who), policy },
  );
  if (!decided.ok) throw new Error(decided.error.code);
  return the(...history, ...decided.value);
};

test('waits for a name until whoever takes requests promises, names somebody or declines', () => {
  expect(awaitsName(the(...toTeam))).toBe(true);
  expect(awaitsName(the(...toTeam, acknowledged('A1')))).toBe(false);
  expect(awaitsName(the(...toTeam, refused('A1')))).toBe(false);
});

test('whoever takes requests names the one who is to promise, and it stays unacknowledged', () => {
  const named = after(toTeam, PLATFORM, COLLEAGUE);
  expect(named).toMatchObject({
    status: 'requested',
    providerAccountId: COLLEAGUE,
    team: { ...T2, named: true },
  });
  expect(awaitsName(named)).toBe(false);
});

test('whom the owner asks instead, or somebody of another team, is asked for themselves', () => {
  expect(after(toTeam, COO, COLLEAGUE)).not.toHaveProperty('team');
  expect(after(toTeam, PLATFORM, 'u-tokyo')).not.toHaveProperty('team');
});

test('is a handoff to that team, whoever of it answers', () => {
  expect(providerSide(the(...toTeam), policy)).toEqual(PLATFORM_TEAM);
  const both = withTeams([team('T9', 'First', { members: [PLATFORM] }), ...teams]);
  expect(providerSide(the(...toTeam), both)).toEqual(PLATFORM_TEAM);
  expect(handoffHappenings([...toTeam, acknowledged('A1')], both)).toMatchObject([
    { provider: PLATFORM_TEAM },
    { provider: PLATFORM_TEAM },
  ]);
});

test('has its time to answer counted in the days and hours of that team', () => {
  const hours = { ...siteDefault.clocks.calendar, workdays: [7, 1, 2, 3, 4], from: '07:00' };
  const other = { ...hours, from: '11:00' };
  const known = withTeams([
    team('T9', 'First', { members: [PLATFORM], calendar: other }),
    team('T2', 'Platform', { members: [PLATFORM], calendar: hours }),
  ]);
  const charter = replay(toTeam);
  const clock = { agreementId: 'A1', asked: PLATFORM } as Parameters<typeof calendarOfAsked>[0];
  expect(calendarOfAsked(clock, charter, known)).toMatchObject({ from: '07:00', timeZone: 'UTC' });
  expect(calendarOfAsked(clock, replay([...owner(COO), asked('A1')]), known)).toMatchObject({
    from: '11:00',
  });
});
