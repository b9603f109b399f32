import { readTeams, writeTeams } from '../../../../static/people/model/team-csv';
import {
  calendarOf,
  nobodyKnown,
  standInOf,
  whenThere,
  withPresence,
} from '../../../../src/domain/team/presence';
import { problemIn, takerOf, type Team } from '../../../../src/domain/team/team';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { OPS, PLATFORM, TOKYO } from '../../../support/people';

const team: Team = {
  id: 'T1',
  name: 'Gulf',
  members: [PLATFORM, OPS],
  takesRequests: { kind: 'rota', people: [PLATFORM, OPS], from: '2026-11-23' },
  calendar: {
    timeZone: 'Asia/Dubai',
    workdays: [7, 1, 2, 3, 4],
    from: '09:00',
    to: '17:00',
    holidays: ['2026-12-02'],
  },
  answersFor: [{ projectId: '10001', projectKey: 'PLAT', component: 'Checkout' }],
};

test('a rota gives each of its people a week, and passes over whoever cannot', () => {
  expect(takerOf(team, '2026-11-27')).toBe(PLATFORM);
  expect(takerOf(team, '2026-11-30')).toBe(OPS);
  expect(takerOf(team, '2026-12-08')).toBe(PLATFORM);
  expect(takerOf(team, '2026-11-30', (one) => one !== OPS)).toBe(PLATFORM);
  expect(takerOf(team, '2026-11-17')).toBe(OPS);
});

test('a team with a taker outside of it, or the name of another, cannot be kept', () => {
  expect(problemIn([team])).toBeNull();
  expect(problemIn([team, { ...team, name: ' gulf ' }])).toEqual({ at: 1, problem: 'twice-the-same-name' });
  const outside = { ...team, takesRequests: { kind: 'person', accountId: TOKYO } as const };
  expect(problemIn([outside])).toEqual({ at: 0, problem: 'taker-is-no-member' });
});

test('a file of teams reads back as it was written', () => {
  const read = readTeams(
    writeTeams([team, { ...team, id: 'T2', name: '=SUM(1)', calendar: null, takesRequests: null }]),
  );
  expect(read).toMatchObject({
    ok: true,
    teams: [
      {
        ...team,
        answersFor: [{ projectKey: 'PLAT', component: 'Checkout' }],
      },
      { id: 'T2', name: '=SUM(1)', calendar: null, takesRequests: null },
    ],
  });
  expect(readTeams('title\nGulf')).toMatchObject({ ok: false });
});

const absence = {
  accountId: PLATFORM,
  from: '2026-11-23',
  to: '2026-11-27',
  standIn: OPS,
  zone: 'UTC',
  setBy: PLATFORM,
  setAt: '2026-11-20T09:00:00.000Z',
};
const NOW = '2026-11-25T12:00:00.000Z';

test('nobody stands in for a stand-in, and nobody after the last day', () => {
  const alone = withPresence(siteDefault, { ...nobodyKnown, away: [absence] });
  expect(standInOf(PLATFORM, alone, NOW)).toBe(OPS);
  expect(standInOf(PLATFORM, alone, '2026-11-28T00:00:00.000Z')).toBeNull();
  const both = withPresence(siteDefault, {
    ...nobodyKnown,
    away: [absence, { ...absence, accountId: OPS, standIn: TOKYO }],
  });
  expect(standInOf(PLATFORM, both, NOW)).toBeNull();
  const off = { ...nobodyKnown.settings, on: false };
  expect(
    standInOf(PLATFORM, withPresence(siteDefault, { ...nobodyKnown, away: [absence], settings: off }), NOW),
  ).toBeNull();
});

test('what is known of people’s time is in no text that a policy is written as', () => {
  const policy = withPresence(siteDefault, {
    ...nobodyKnown,
    calendars: new Map([[PLATFORM, team.calendar ?? siteDefault.clocks.calendar]]),
    away: [absence],
  });
  expect(JSON.parse(JSON.stringify(policy))).toEqual(JSON.parse(JSON.stringify(siteDefault)));
  expect(calendarOf(PLATFORM, policy).workdays).toEqual([7, 1, 2, 3, 4]);
  expect(calendarOf(PLATFORM, policy, 'Asia/Tokyo').timeZone).toBe('Asia/Tokyo');
  expect(calendarOf(OPS, policy)).toBe(siteDefault.clocks.calendar);
  expect(whenThere(PLATFORM, policy, undefined).holidays).toContain('2026-11-25');
});
