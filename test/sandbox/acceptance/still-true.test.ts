import type { CommitmentsAnswer } from '../../../src/contract/answers';
import { clientOf, type Client } from '../../support/client';
import { liveUntil, type Told } from '../../support/clocks/told';
import { answerOf } from '../../support/enforced';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(400_000);

const MONDAY = Date.parse('2027-01-11T09:00:00.000Z');
const site = useSite();
beforeAll(() => {
  site.sandbox.clock.jumpTo(MONDAY);
  site.sandbox.host.restartSchedules();
});
const as = (accountId: string): Client => clientOf(site, accountId);
const A1 = { agreementId: 'A1' };

const inDays = (days: number): string => new Date(MONDAY + days * 86_400_000).toISOString();

/** Who was told something of the cable until a moment, on which day since that Monday, and what the words found in it. */
async function told(days: number, words: RegExp): Promise<readonly string[]> {
  const all = await liveUntil(site.sandbox, inDays(days));
  const entries = all.flatMap((one): readonly Told[] =>
    one.text
      .split('\n\n')
      .filter((text) => text.includes('A sea cable') && words.test(text))
      .map((text) => ({ ...one, text })),
  );
  return entries.map(({ to, at, text }) => {
    const [, found] = words.exec(text) ?? [];
    const day = Math.floor((Date.parse(at) - MONDAY) / 86_400_000);
    return `${to} on day ${day}${found === undefined ? '' : `: ${found}`}`;
  });
}

async function lineOf(accountId: string): Promise<CommitmentsAnswer['yours'][number]> {
  const { yours } = await answerOf<CommitmentsAnswer>(
    as(accountId),
    'my-commitments',
    'commitments/list',
    {},
  );
  const line = yours.find(({ agreement }) => agreement?.deliverable === 'A sea cable');
  if (!line) throw new Error(`no line of ${accountId}`);
  return line;
}

/** Whether its dependencies count as settled, in the report. */
async function countsIn(key: string): Promise<string | undefined> {
  const context = { extension: { project: { key: 'EXP' } } };
  const { body } = await as('u-coo').invoke('gap-report', 'report/page', {}, context);
  const { items } = body as {
    items: readonly { issueKey: string; test: { dependencies: string } }[];
  };
  return items.find(({ issueKey }) => issueKey === key)?.test.dependencies;
}

test('a promise that runs long is asked about: a yes is one click, silence counts as no yes, and a no is heard', async () => {
  await changePolicy(site, 'EXP', () => ({ minimumDependencies: 1 }));
  const key = newEpic(site.sandbox, { summary: 'Open the island office' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'A sea cable',
    acceptance: 'Both ends answer',
    neededBy: inDays(100).slice(0, 10),
  });
  await as('u-platform').done(key, 'agreement/acknowledge', A1);
  expect(await countsIn(key)).toBe('yes');

  const asks = /still true/;
  expect(await told(13.9, asks)).toEqual([]);
  expect(await told(16, asks)).toEqual(['u-platform on day 14']);

  // One click on the line that the mail opens.
  const { ref } = await lineOf('u-platform');
  await as('u-platform').invoke('my-commitments', 'commitments/answer', {
    answers: [{ ref, call: 'agreement/confirm', input: { onTrack: true } }],
  });
  const { charter } = await as('u-coo').done(key, 'charter/get');
  expect(charter.agreements).toMatchObject([{ status: 'acknowledged', confirmedAt: inDays(16) }]);

  // Asked anew two weeks after that; the owner hears after three weeks of silence, and it is no yes any more.
  expect(await told(29, asks)).toEqual([]);
  expect(await told(36.9, asks)).toEqual(['u-platform on day 30']);
  expect(await countsIn(key)).toBe('yes');
  expect(await told(39, asks)).toEqual(['u-coo on day 37']);
  expect(await countsIn(key)).toBe('no');

  // The owner hears of a no at once, whoever stands behind them with the mail of their day.
  await as('u-platform').done(key, 'agreement/confirm', {
    ...A1,
    onTrack: false,
    reason: 'The ship is late',
  });
  await site.sandbox.drain();
  expect(await told(40, /The ship is late\. (Ask for another day|Its owner was told)/)).toEqual([
    'u-coo on day 39: Ask for another day',
    'u-cto on day 39: Its owner was told',
  ]);
  expect(await told(45, /The ship is late/)).toEqual([]);
});
