import fc from 'fast-check';
import type { AgreementView, CharterAnswer, ProviderAnswer } from '../../../src/contract/answers';
import type { Refusal } from '../../../src/contract/refusal';
import { DEFAULT_START } from '../../../packages/forge-sandbox/src/sandbox';
import { REFUSALS, STEPS } from './arrows';
import { live, stateOf, type Answered, type App, type DealSeen } from './calls';
import { lives, openings, openingWords } from './commands';
import { Life } from './model';
import { newEpic, openSite, type Site } from '../sandbox';

/** Lives lived on one site; then a fresh one, so that the last life costs no more than the first. */
const PER_SITE = Number(process.env['LIFE_PER_SITE'] ?? 500);
const SEED = Number(process.env['LIFE_SEED'] ?? process.env['FC_SEED']);

let site: Site;

function dealSeen(agreement: AgreementView): DealSeen {
  const { id, status, deliverable, neededBy, rounds, rework, overdue } = agreement;
  const counter = 'counter' in agreement ? agreement.counter : undefined;
  const proposal = 'renegotiation' in agreement ? agreement.renegotiation : undefined;
  return {
    id,
    status,
    provider: agreement.providerAccountId,
    deliverable,
    neededBy,
    rounds,
    rework,
    moves: agreement.dateChanges.map(({ from, to }) => [from, to]),
    overdue,
    ...('committedBy' in agreement && { committedBy: agreement.committedBy }),
    ...(agreement.breach && { breach: agreement.breach.side }),
    ...(counter && {
      offer: {
        date: counter.committedBy,
        ...(counter.deliverable !== undefined && { scope: counter.deliverable }),
      } as DealSeen['offer'],
    }),
    ...(proposal && { proposal: { side: proposal.side, date: proposal.committedBy } }),
  };
}

const answered = (answer: CharterAnswer | ProviderAnswer): Answered =>
  'agreement' in answer
    ? { one: dealSeen(answer.agreement) }
    : {
        all: {
          owner: answer.charter.dri && {
            who: answer.charter.dri.accountId,
            accepted: answer.charter.dri.status === 'accepted',
          },
          none: answer.charter.noDependencies !== null,
          deals: answer.charter.agreements.map(dealSeen),
          start: answer.gates?.start.verdict ?? 'not-known',
          finish: answer.gates?.finish.verdict ?? 'not-known',
        },
      };

const seen = new Map<string, number>();

const appOn = (issueKey: string): App => ({
  issueKey,
  seen,
  setTime: (now) => site.sandbox.clock.jumpTo(now),
  async call(who, key, payload) {
    // The panel's calls answer in these shapes; test/unit/contract holds them to it.
    const answer = (await site.sandbox.invoke('agreement-panel', key, payload, { issueKey }, who)) as
      CharterAnswer | ProviderAnswer | Refusal;
    return answer.ok ? answered(answer) : { refused: answer.error.code };
  },
});

/** Whether the workflow itself would let the item move. */
async function gateLets(issueKey: string, checkpoint: 'start' | 'finish'): Promise<boolean> {
  const { result } = await site.sandbox.validate('transition-gate', {
    issue: { key: issueKey },
    configuration: { checkpoint },
    transition: { from: { id: '1' }, to: { id: '3' }, modifiedFields: {} },
  });
  return result;
}

/**
 * Defines the tests of the life model: random sequences of calls to the built app, compared with the model.
 *
 * @param usual How many lives are lived where `LIFE_SEQUENCES` does not say.
 */
export function lifeModelTests(usual: number): void {
  const SEQUENCES = Number(process.env['LIFE_SEQUENCES'] ?? usual);

  beforeAll(async () => {
    site = await openSite({ autoDrain: false });
  });
  afterAll(() => site.close());

  it(
    'lives every life that the model of it does, whoever tries what, whenever',
    async () => {
      const started = performance.now();
      const everyLife = fc.asyncProperty(
        openings,
        fc.nat({ max: 23 }),
        lives,
        async (opening, hour, commands) => {
          const issueKey = newEpic(site.sandbox);
          const app = appOn(issueKey);
          const life = new Life(DEFAULT_START + hour * 3_600_000);
          app.setTime(life.now);
          for (const [who, verb] of opening) await live(life, app, who, verb, openingWords(verb, life));
          await fc.asyncModelRun(() => ({ model: life, real: app }), commands);
          // Nothing that was refused left anything, and the gate agrees with what the panel says of it.
          expect(await app.call('u-coo', 'charter/get', {})).toEqual({ all: stateOf(life) });
          for (const checkpoint of ['start', 'finish'] as const) {
            expect(await gateLets(issueKey, checkpoint)).toBe(life.verdict(checkpoint) !== 'block');
          }
        },
      );
      for (let lived = 0; lived < SEQUENCES; lived += PER_SITE) {
        if (lived > 0) {
          await site.close();
          site = await openSite({ autoDrain: false });
        }
        const numRuns = Math.min(PER_SITE, SEQUENCES - lived);
        await fc.assert(everyLife, { numRuns, seed: SEED + lived, endOnFailure: SEQUENCES > 1_000 });
      }
      const calls = [...seen.values()].reduce((sum, n) => sum + n, 0);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stderr.write(`life model: ${SEQUENCES} lives, ${calls} calls, ${seconds} s, seed ${SEED}\n`);
      if (process.env['LIFE_VERBOSE'])
        process.stderr.write(`${JSON.stringify(Object.fromEntries(seen), null, 1)}\n`);
    },
    120_000 + SEQUENCES * 1_000,
  );

  it('came past every step often enough to prove anything', () => {
    const least = SEQUENCES / 100;
    expect(STEPS.filter((step) => (seen.get(`${step} ok`) ?? 0) < least)).toEqual([]);
  });

  // Some are rare: fewer lives may miss one, whatever their seed.
  (SEQUENCES < 5_000 ? it.skip : it)('came past every refusal that the model knows', () => {
    const met = new Set([...seen.keys()].map((said) => said.split(' ')[1]));
    expect(REFUSALS.filter((code) => !met.has(code))).toEqual([]);
  });
}
