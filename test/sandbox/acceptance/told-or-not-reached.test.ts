import type { CommitmentEntry, CommitmentsAnswer, MailAnswer } from '../../../src/contract/answers';
import { seededRandom } from '../../../packages/forge-sandbox/src/forge/random';
import { seedDemo } from '../../../dev/seed/demo';
import { clientOf, type Client } from '../../support/client';
import { historyOf } from '../../support/clocks/history';
import { answerOf } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(300_000);

const SEED = Number(process.env['FC_SEED']);
const HISTORIES = 12;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const site = useSite({ seed: 'empty' });
const as = (accountId: string): Client => clientOf(site, accountId);
const now = (): number => site.sandbox.clock.now();
const inDays = (days: number): string => new Date(now() + days * DAY).toISOString().slice(0, 10);

/** What stands on somebody's list and nobody put to them: their own promise until its day, and what a policy asks for. */
const ownToRemember = ({ duty, urgency }: CommitmentEntry): boolean =>
  duty === 'write-brief' || (duty === 'deliver' && urgency !== 'overdue');

/** What a mail would call it. */
const wordsOf = ({ agreement, question, gap, item }: CommitmentEntry): string =>
  agreement?.deliverable ?? question?.text ?? gap?.text ?? item?.issueKey ?? '';

interface Waiting {
  readonly who: string;
  readonly what: string;
  readonly is: 'told' | 'not reached' | 'silent';
}

const everybody = (): readonly string[] =>
  [...site.sandbox.jira.users()]
    .filter(({ active, accountType }) => active && accountType === 'atlassian')
    .map(({ accountId }) => accountId);

async function yoursOf(who: string): Promise<readonly CommitmentEntry[]> {
  const all: CommitmentEntry[] = [];
  let cursor: string | undefined;
  do {
    const page: CommitmentsAnswer = await answerOf(as(who), 'my-commitments', 'commitments/list', {
      ...(cursor !== undefined && { cursor }),
    });
    all.push(...page.yours);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
}

/** Everything that waits for somebody now, and whether they were told since it does, by mail or by the page that the mail counts with. */
async function waiting(): Promise<readonly Waiting[]> {
  const all: Waiting[] = [];
  for (const who of everybody()) {
    const { body } = await as('u-admin').get(`/sandbox/told?accountId=${who}`);
    const { told } = body as { told: readonly { at: string; subject: string; text: string }[] };
    const { things } = await answerOf<MailAnswer>(as(who), 'my-commitments', 'commitments/mail');
    for (const line of await yoursOf(who)) {
      if (ownToRemember(line)) continue;
      const words = wordsOf(line);
      const heard =
        told.some(({ at, subject, text }) => at >= line.since && `${subject} ${text}`.includes(words)) ||
        things.some((thing) => [thing.issueKey, ...thing.words].join(' ').includes(words));
      // Whoever stands in is told of what waited before they did as of what comes.
      const is = heard ? 'told' : line.unreached ? 'not reached' : 'silent';
      all.push({ who, what: `${line.duty} ${line.item?.issueKey ?? '?'} ${words} since ${line.since}`, is });
    }
  }
  return all;
}

/** Of a hundred things that wait for somebody, those that they were told of, or that say they were not. */
async function share(world: string): Promise<number> {
  const all = await waiting();
  const silent = all.filter(({ is }) => is === 'silent');
  const people = new Set(all.map(({ who }) => who)).size;
  const told = (100 * (all.length - silent.length)) / all.length;
  process.stdout.write(
    `${world}: ${all.length} things wait for ${people} people, ${told.toFixed(1)} % told or shown as not reached\n` +
      silent.map(({ who, what }) => `  not told: ${who} ${what}\n`).join(''),
  );
  expect(all.length).toBeGreaterThan(30);
  return told;
}

async function goOnTo(moment: number): Promise<void> {
  await site.sandbox.moveTo(moment);
  await site.sandbox.drain();
}

/** The demo as its people lived it, with every mail kept. */
beforeAll(async () => {
  jest.spyOn(site.sandbox.jira, 'forgetNotices').mockImplementation(() => undefined);
  await seedDemo(site.sandbox);
  site.sandbox.host.restartSchedules();
}, 300_000);

test('in the demo, a week on, at least 95 of 100 things that wait for somebody were told them', async () => {
  await goOnTo(now() + 7 * DAY);
  expect(await share('the demo, a week on')).toBeGreaterThanOrEqual(95);
});

test('in a world that people work in, and one of them is away, it is so at any hour', async () => {
  const start = now();
  const stops = Array.from({ length: HISTORIES }, (_, n) => {
    const key = newEpic(site.sandbox, { summary: `History ${n}` });
    let at = start;
    return historyOf(seededRandom(SEED + n), start).map(({ hours, deeds }) => {
      at += hours * HOUR;
      return { at, key, deeds };
    });
  })
    .flat()
    .sort((a, b) => a.at - b.at);
  await answerOf(as('u-marketing'), 'my-commitments', 'away/set', {
    from: inDays(2),
    to: inDays(9),
    standInAccountId: 'u-product',
  });
  for (const { at, key, deeds } of stops) {
    if (at > now()) await goOnTo(at);
    for (const { as: who, call, payload } of deeds) await as(who).panel(key, call, payload);
    await site.sandbox.drain();
  }
  // What was asked this minute is told within five.
  await goOnTo(now() + 5 * 60_000);
  expect(await share('at its last hour')).toBeGreaterThanOrEqual(95);
  await goOnTo(now() + 3 * DAY);
  expect(await share('three days later')).toBeGreaterThanOrEqual(95);
});
