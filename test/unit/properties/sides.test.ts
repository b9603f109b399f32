import fc from 'fast-check';
import { replay } from '../../../src/domain/charter/evolve';
import { summaryOf } from '../../../src/domain/report/accountability/summary';
import { driftOf, weeksToJudge } from '../../../src/domain/report/drift/loosening';
import { handoffsOf } from '../../../src/domain/report/handoffs/handoffs';
import { handoffsOf as handoffsOfItem } from '../../../src/domain/report/handoffs/item-handoffs';
import { handoffMatrix } from '../../../src/domain/report/handoffs/matrix';
import { evidenceOf } from '../../../src/domain/report/indicators/evidence';
import { sideKey, sideOf, teamsOfPerson } from '../../../src/domain/team/side';
import type { Team } from '../../../src/domain/team/team';
import { attempts, historyOf, play } from '../../support/attempts';
import { blocker, epic } from '../../support/items';
import { people } from '../../support/people';
import { subjectWith } from '../../support/subject';
import { team, withTeams } from '../../support/teams';

const RUNS = { numRuns: 150, seed: 20261127 };
const LATER = '2027-01-20T12:00:00.000Z';
const EVERYBODY = [...Object.keys(people), 'u-nobody'];
const PROJECTS = ['EXP', 'PLAT', 'OPS'] as const;

const answersFor = fc
  .record({
    projectKey: fc.constantFrom(...PROJECTS),
    component: fc.option(fc.constant('Checkout'), { nil: undefined }),
  })
  .map(({ projectKey, component }) => ({
    projectId: projectKey,
    projectKey,
    ...(component !== undefined && { component }),
  }));

/** Any directory: people in several teams or in none, projects with several or none. */
const directories: fc.Arbitrary<readonly Team[]> = fc
  .array(fc.record({ members: fc.subarray(EVERYBODY), answersFor: fc.array(answersFor, { maxLength: 2 }) }), {
    maxLength: 4,
  })
  .map((all) => all.map((more, at) => team(`T${at + 1}`, `Team ${at + 1}`, more)));

const known = fc.record({
  accountId: fc.constantFrom(null, ...EVERYBODY),
  issueKey: fc.option(fc.constantFrom('EXP-1', 'PLAT-2', 'OPS-3'), { nil: undefined }),
});

/** Account ids and names in whatever is told. */
const peopleIn = (told: unknown): readonly string[] => {
  const text = JSON.stringify(told);
  return EVERYBODY.filter((id) => text.includes(`"${id}"`) || text.includes(` ${id}`));
};

test('a side is a team, a project or nobody’s, and never a person', () => {
  fc.assert(
    fc.property(directories, known, (teams, who) => {
      const policy = withTeams(teams);
      const side = sideOf(who, policy);
      expect(peopleIn([side, sideKey(side)])).toEqual([]);
      const own = who.accountId === null ? [] : teamsOfPerson(who.accountId, policy);
      if (own.length > 0) expect(own.map(({ id }) => id)).toContain('teamId' in side && side.teamId);
      else if ('teamId' in side) {
        const found = teams.find(({ id }) => id === side.teamId);
        const keys = (found?.answersFor ?? []).filter(({ component }) => component === undefined);
        expect(keys.map(({ projectKey }) => projectKey)).toContain(who.issueKey?.split('-')[0]);
      } else if ('projectKey' in side) expect(side.projectKey).toBe(who.issueKey?.split('-')[0]);
      else expect(who.issueKey).toBeUndefined();
    }),
    RUNS,
  );
});

test('a side stays the same one whatever its team is called', () => {
  fc.assert(
    fc.property(directories, known, (teams, who) => {
      const renamed = teams.map((one) => ({ ...one, name: `${one.name} of old` }));
      expect(sideKey(sideOf(who, withTeams(renamed)))).toBe(sideKey(sideOf(who, withTeams(teams))));
    }),
    RUNS,
  );
});

test('without any team the sides are projects, or not named', () => {
  fc.assert(
    fc.property(known, (who) => {
      expect(sideOf(who, undefined)).toEqual(
        who.issueKey === undefined ? { unnamed: true } : { projectKey: who.issueKey.split('-')[0] },
      );
    }),
    RUNS,
  );
});

test('no figure over several promises is keyed by a person', () => {
  fc.assert(
    fc.property(
      directories,
      attempts.map((all) => historyOf(play(all))),
      (teams, history) => {
        const policy = withTeams(teams);
        const item = epic({ blockers: [blocker('PLAT-1'), blocker('OPS-1')] });
        const charter = replay(history);
        const weeks = weeksToJudge(LATER, 26);
        const evidence = evidenceOf({ history, earlier: 0, closed: false }, weeks, policy);
        const handoffs = handoffsOf({ charter, history }, item, policy, LATER, {
          accountId: 'u-reader',
          sees: () => true,
        });
        const { requesters, providers, cell, ofProvider } = handoffMatrix(handoffs);
        const figures = [
          evidence,
          driftOf(evidence, weeks),
          handoffs,
          requesters.flatMap((from) => providers.map((to) => [sideKey(from), sideKey(to), cell(from, to)])),
          providers.map((to) => [sideKey(to), ofProvider(to)]),
          handoffsOfItem(charter, item, policy, () => true),
          summaryOf(subjectWith({ item, charter, policy }), LATER, () => true),
        ];
        expect(peopleIn(figures)).toEqual([]);
      },
    ),
    RUNS,
  );
});
