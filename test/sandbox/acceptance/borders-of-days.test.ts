import type { CharterAnswer, CommitmentsAnswer, ReportPageAnswer } from '../../../src/contract/answers';
import { lastMomentOf, localDate } from '../../../src/domain/time/local-date';
import { clientOf, refusalCode, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { changePolicy } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';
import { askEverywhere, contradictions } from '../../support/verdicts/consumers';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const DAY = 86_400_000;

/** The first zone in which a day begins, the last in which it ends, and one that no whole hours part from UTC. */
const ZONES = ['Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kathmandu'];

const today = (zone: string): string => localDate(new Date(site.sandbox.clock.now()).toISOString(), zone);
const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** An epic whose owner lives in a zone, who has everything but what the test is about. */
async function ownedIn(zone: string): Promise<string> {
  site.sandbox.jira.addUser({ accountId: 'u-sales', displayName: 'Diego Fuentes', timeZone: zone });
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-sales' });
  await as('u-sales').done(key, 'dri/accept');
  await as('u-sales').done(key, 'dependencies/declare-none');
  return key;
}

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
  await enforce(site, 'EXP');
  await changePolicy(site, 'EXP', ({ rules }) => ({
    rules: { ...rules, 'authority.expired': { start: 'block', finish: 'block' } },
  }));
}, 180_000);

const panelOf = async (key: string) =>
  (await as('u-lead').done(key, 'charter/get')) as unknown as CharterAnswer;
const lineOf = async (key: string) => {
  const { items } = await answerOf<ReportPageAnswer>(as('u-lead'), 'gap-report', 'report/page', {}, 'EXP');
  return items.find(({ issueKey }) => issueKey === key);
};

describe.each(ZONES)('an owner in %s', (zone) => {
  test('has authority until their own day ends, to the millisecond and on every surface', async () => {
    const key = await ownedIn(zone);
    const expiresOn = today(zone);
    await as('u-coo').done(key, 'authority/grant', { decisions: 'Scope', expiresOn });
    const last = Date.parse(lastMomentOf(expiresOn, zone));
    await site.sandbox.moveTo(last);
    const rules = async () => (await panelOf(key)).gate?.findings.map(({ rule }) => rule);
    expect(await rules()).toEqual([]);
    expect((await lineOf(key))?.test.authority).toBe('yes');
    await site.sandbox.moveTo(last + 1);
    expect(await rules()).toEqual(['authority.expired']);
    expect((await lineOf(key))?.test.authority).toBe('no');
    const [asked] = await askEverywhere(site, 'EXP', [key]);
    expect(asked && contradictions(asked)).toEqual([]);
    expect(asked?.answers).toMatchObject({
      panel: 'block',
      report: 'block',
      'Gate field': 'block',
      transition: 'block',
    });
    site.logs.splice(0);
  });

  test('may be given authority for their own today, and not for their own yesterday', async () => {
    const key = await ownedIn(zone);
    const grant = (expiresOn: string) =>
      as('u-coo').panel(key, 'authority/grant', { decisions: 'Scope', expiresOn });
    expect(refusalCode(await grant(dayAfter(today(zone), -1)))).toBe('date-in-past');
    expect((await grant(today(zone))).body).toMatchObject({ ok: true });
  });

  test('is asked whether it still holds once the day of the review is over for them, and no brief names a day before theirs', async () => {
    const key = await ownedIn(zone);
    const brief = (reviewOn: string) =>
      as('u-sales').panel(key, 'brief/write', {
        outcome: 'Orders flow',
        whyNow: 'Customers wait',
        successMeasure: 'A hundred orders',
        reviewOn,
      });
    expect(refusalCode(await brief(dayAfter(today(zone), -1)))).toBe('date-in-past');
    const reviewOn = dayAfter(today(zone), 1);
    expect((await brief(reviewOn)).body).toMatchObject({ ok: true });
    const due = async () => {
      const { yours } = await answerOf<CommitmentsAnswer>(
        as('u-sales'),
        'my-commitments',
        'commitments/list',
      );
      return yours.some(({ duty, item }) => duty === 'keep-or-change' && item?.issueKey === key);
    };
    const last = Date.parse(lastMomentOf(reviewOn, zone));
    await site.sandbox.moveTo(last);
    expect(await due()).toBe(false);
    await site.sandbox.moveTo(last + 1);
    expect(await due()).toBe(true);
    site.logs.splice(0);
  });
});
