import { seededRandom } from '../../../packages/forge-sandbox/src/forge/random';
import type { CharterAnswer } from '../../../src/contract/answers';
import { enforce } from '../enforced';
import { serveSite, type ServedSite } from '../sandbox';
import { fieldsWrong, passagesWrong, sinceBefore, told } from './checks';
import { deedBy } from './deeds';
import { Drive } from './world';

const SEED = Number(process.env['DRIVE_SEED'] ?? process.env['FC_SEED']);
const DEEDS = 30;
const DURATIONS = ['PT1M', 'PT1M', 'PT7M', 'PT2H', 'PT26H'];

/** Lives one history; what is wrong with it. */
async function drive(site: ServedSite, seed: number): Promise<{ wrong: readonly string[]; drive: Drive }> {
  await site.sandbox.reset('demo');
  site.logs.splice(0);
  site.sandbox.faults.clear(seed);
  const chance = seededRandom(seed);
  const story = new Drive(site, chance);
  await enforce(site, 'EXP');
  await enforce(site, 'TEAM');
  await story.later('PT7M');
  const since = site.sandbox.clock.now();
  const summaries = ['Saffron harbour', 'Copper meadow', 'Violet quarry'];
  summaries.forEach((summary, n) => story.newItem(n === 2 ? 'TEAM' : 'EXP', summary));
  const owners = new Map<string, string>();
  const wrong: string[] = [];
  const look = async (): Promise<readonly (readonly [string, CharterAnswer])[]> => {
    const seen: (readonly [string, CharterAnswer])[] = [];
    for (const issueId of story.items.filter((id) => !story.deleted.has(id))) {
      const answer = await story.panel(issueId);
      wrong.push(...sinceBefore(story, issueId, owners, answer));
      seen.push([issueId, answer]);
    }
    return seen;
  };
  for (let n = 0; n < DEEDS; n += 1) {
    const deed = deedBy(chance());
    try {
      await deed.run(story);
    } catch (problem) {
      // While something disturbs, the app may say that it cannot answer.
      if (!story.disturbed) wrong.push(`${deed.name}: ${String(problem)}`);
    }
    await story.later(story.pick(DURATIONS));
    if (!story.disturbed) await look();
  }
  await story.settle();
  const answers = await look();
  wrong.push(
    ...passagesWrong(
      story,
      answers.map(([, answer]) => answer),
    ),
  );
  for (const [issueId, answer] of answers) wrong.push(...(await fieldsWrong(story, issueId, answer)));
  wrong.push(...told(story, summaries, since));
  return { wrong, drive: story };
}

/**
 * Defines the test that nothing breaks over time, whatever people, Jira and the platform do.
 *
 * @param usual how many histories are lived where `DRIVES` does not say; `DRIVE_SEED` is the seed of the first
 */
export function drivesTests(usual: number): void {
  const DRIVES = Number(process.env['DRIVES'] ?? usual);
  let site: ServedSite;
  beforeAll(async () => {
    site = await serveSite();
  }, 120_000);
  afterAll(() => site.close());

  test(
    `${DRIVES} histories over HTTP: one owner, nobody let through or accused, nothing lost, fields true within a day`,
    async () => {
      let moves = 0;
      for (let n = 0; n < DRIVES; n += 1) {
        const lived = await drive(site, SEED + n);
        moves += lived.drive.moves.length;
        const story = lived.wrong.length > 0 ? lived.drive.log : [];
        expect({ seed: SEED + n, wrong: lived.wrong, story }).toEqual({
          seed: SEED + n,
          wrong: [],
          story: [],
        });
      }
      process.stderr.write(`DRIVES=${DRIVES} DRIVE_SEED=${SEED}: ${moves} moves\n`);
      expect(moves).toBeGreaterThan(DRIVES);
    },
    60_000 + DRIVES * 30_000,
  );
}
