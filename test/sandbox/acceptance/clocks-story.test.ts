import { clientOf, type Client } from '../../support/client';
import { about, liveUntil } from '../../support/clocks/told';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';

// Friday 26 March 2027, half past four in Berlin. On Sunday the clocks go forward.
const FRIDAY = Date.parse('2027-03-26T16:30+01:00');
const site = useSite();
beforeAll(() => {
  site.sandbox.clock.jumpTo(FRIDAY);
  site.sandbox.host.restartSchedules();
});
const as = (accountId: string): Client => clientOf(site, accountId);

const rung = (afterHours: number, ...tell: string[]) => ({ afterHours, tell, how: 'mail' });
const ladder = [rung(0, 'asked', 'dri'), rung(8, 'sponsor'), rung(16, 'programme-lead')];

const clocks = {
  measure: 'working',
  calendar: {
    timeZone: 'Europe/Berlin',
    workdays: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '17:00',
    holidays: ['2027-03-31'],
  },
  ladder: { acknowledgement: ladder, overdue: ladder, 'due-soon': [rung(0, 'asked')], 'check-in': [] },
};

/** What the clocks told until a moment; what became somebody's move came at once, in a mail of its own. */
const live = async (moment: string) =>
  (await liveUntil(site.sandbox, moment)).filter(({ subject }) => subject.startsWith('Holdfast: '));
const berlin = (wall: string): string => new Date(`2027-${wall}+02:00`).toISOString();

test('a promise nobody moves climbs its ladder, tells each once, and falls silent once it is kept', async () => {
  await changePolicy(site, 'EXP', () => ({ acknowledgementHours: 4, clocks }));
  await site.sandbox.drain();
  const key = newEpic(site.sandbox, { summary: 'Open the second warehouse' });
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-marketing',
    deliverable: 'A launch page',
    acceptance: 'It answers on its address',
    neededBy: '2027-04-06',
  });
  await site.sandbox.drain();
  const fridays = await liveUntil(
    site.sandbox,
    new Date(site.sandbox.clock.now() + 5 * 60_000).toISOString(),
  );
  expect(about(fridays, /A launch page/).map((told) => told.split(' ')[1])).toEqual(['u-marketing']);

  // Half an hour of Friday, and Monday's morning until half past twelve.
  expect(about(await live(berlin('03-29T12:00')), /A launch page/)).toEqual([]);
  const monday = about(await live(berlin('03-29T15:00')), /A launch page/);
  expect(monday.map((told) => told.split(' ')[1]).sort()).toEqual(['u-coo', 'u-marketing']);
  expect(monday.every((told) => told.startsWith('2027-03-29'))).toBe(true);

  // Once they had Tuesday, whoever nominated the DRI; Wednesday is a holiday. Once he had Thursday, the lead.
  expect(about(await live(berlin('04-01T08:00')), /A launch page/)).toEqual([]);
  expect(about(await live(berlin('04-01T18:00')), /A launch page/)).toEqual([
    expect.stringMatching(/^2027-04-01T0[78]:\d\d u-cto$/),
  ]);
  expect(about(await live(berlin('04-02T12:00')), /A launch page/)).toEqual([
    expect.stringMatching(/^2027-04-02T0\d:\d\d u-lead$/),
  ]);

  await as('u-marketing').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  await site.sandbox.drain();
  // Due on Tuesday 6 April: said on Monday, the first working day within the notice.
  expect(about(await live(berlin('04-05T18:00')), /A launch page/)).toEqual([
    expect.stringMatching(/^2027-04-05T0\d:\d\d u-marketing$/),
  ]);
  const overdue = about(await live(berlin('04-07T13:00')), /A launch page/);
  expect(overdue.map((told) => told.split(' ')[1]).sort()).toEqual(['u-coo', 'u-marketing']);
  expect(about(await live(berlin('04-08T12:00')), /A launch page/).map((told) => told.split(' ')[1])).toEqual(
    ['u-cto'],
  );
  expect(about(await live(berlin('04-09T18:00')), /A launch page/).map((told) => told.split(' ')[1])).toEqual(
    ['u-lead'],
  );

  const stands = await as('u-coo').done(key, 'charter/get');
  expect(stands.charter.agreements).toMatchObject([{ overdue: true, rung: { cause: 'overdue', rung: 2 } }]);
  await as('u-marketing').done(key, 'agreement/deliver', { agreementId: 'A1', evidence: 'It runs' });
  await as('u-coo').done(key, 'agreement/accept-delivery', { agreementId: 'A1' });
  await site.sandbox.drain();
  expect(about(await live(berlin('04-20T18:00')), /A launch page/)).toEqual([]);
  const settled = await as('u-coo').done(key, 'charter/get');
  expect(settled.charter.agreements).toMatchObject([{ rung: null }]);
});
