import type { GadgetAnswer } from '../../../src/contract/gadget';
import type { IndicatorsAnswer } from '../../../src/contract/indicators';
import type { PolicyAnswer } from '../../../src/contract/answers';
import type { ReadinessAnswer } from '../../../src/contract/readiness';
import { beforeAfter, weeksToCompare } from '../../../src/domain/readiness/before-after';
import { schedulePosition } from '../../../src/domain/readiness/schedule';
import { clientOf } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(300_000);

const site = useSite();
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

async function ask<T>(as: string, call: string, payload: object = {}, page = 'gap-report'): Promise<T> {
  const { body } = await clientOf(site, as).invoke(page, call, payload, { projectKey: 'HAND' });
  expect(body).toMatchObject({ ok: true });
  return body as T;
}
const programme = (call: string, payload: object = {}) =>
  ask<ReadinessAnswer>('u-admin', `readiness/${call}`, payload);
const savePolicy = async (change: object): Promise<void> => {
  const { policy } = await ask<PolicyAnswer>('u-admin', 'policy/get', {}, 'project-policy');
  await ask('u-admin', 'policy/save', { policy: { ...policy, ...change } }, 'project-policy');
};

/** Lives to the start of a week of the programme, and hands one customer over in each week before it. */
async function liveUntil(startedAt: string, week: number, answerAfterHours: number): Promise<void> {
  const until = Date.parse(startedAt) + (week - 1) * WEEK;
  while (site.sandbox.clock.now() < until) {
    const begins = site.sandbox.clock.now();
    const key = newEpic(site.sandbox, { summary: 'A customer to hand over', reporter: 'u-sales' }, 'HAND');
    await clientOf(site, 'u-coo').done(key, 'dri/nominate', { accountId: 'u-sales' });
    await clientOf(site, 'u-sales').done(key, 'dri/accept');
    await clientOf(site, 'u-sales').done(key, 'agreement/request', {
      providerAccountId: 'u-ops',
      deliverable: 'Account set up and kick-off held',
      acceptance: 'The customer has logged in',
      neededBy: '2027-12-31',
      inputs: 'The signed order and a contact',
    });
    await site.sandbox.moveTo(begins + answerAfterHours * HOUR);
    await clientOf(site, 'u-ops').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
    await site.sandbox.moveTo(Math.min(until, begins + WEEK));
  }
}

const where = ({ programme: stands, now }: ReadinessAnswer) => {
  if (!stands) throw new Error('no programme');
  return schedulePosition(stands, now);
};

/** The figures as the page computes them, for somebody who only reads. */
async function figuresFor(as: string, { programme: stands, now }: ReadinessAnswer) {
  const since = stands?.reinforcement?.since ?? now;
  const { evidence, weeks, nextCursor } = await ask<IndicatorsAnswer>(as, 'report/indicators', {
    weeks: weeksToCompare(since, now),
  });
  expect(nextCursor).toBeUndefined();
  return beforeAfter(evidence, stands?.indicators ?? [], weeks, since);
}

test('twelve weeks on handoffs that take three days: one condition, and they take one again', async () => {
  await savePolicy({ mode: 'observe' });
  const started = await programme('start', { version: 0 });
  expect(where(started)).toEqual({ week: 1, planned: 'choose', open: 'choose', pace: 'now' });
  const startedAt = started.programme?.startedAt ?? '';

  await programme('choose', {
    version: 1,
    behaviours: [
      { rule: 'owner.not-accepted', checkpoint: 'start' },
      { rule: 'agreement.unacknowledged', checkpoint: 'start' },
    ],
  });
  await liveUntil(startedAt, 3, 73);
  const watching = await programme('watch', {
    version: 2,
    indicators: ['acknowledgement-latency', 'rework-rate'],
  });
  expect(where(watching)).toEqual({ week: 3, planned: 'watch', open: 'reinforce', pace: 'ahead' });

  await liveUntil(startedAt, 5, 71);
  expect(where(await programme('get'))).toMatchObject({ week: 5, planned: 'reinforce', pace: 'now' });
  await savePolicy({ intake: ['inputs'] });
  const { saves } = await programme('get');
  const latest = saves.at(-1);
  expect(latest?.changes).toEqual([{ kind: 'intake-added', field: 'inputs' }]);
  const on = await programme('reinforce', {
    version: 3,
    policyVersion: latest?.policyVersion,
    change: 'try/intake/inputs',
  });
  expect(await figuresFor('u-coo', on)).toMatchObject([
    { indicator: 'acknowledgement-latency', after: { weeks: 0, median: null }, verdict: null },
    { indicator: 'rework-rate', before: { weeks: 0, median: null }, verdict: null },
  ]);

  await liveUntil(startedAt, 11, 22);
  const comparing = await programme('get');
  expect(where(comparing)).toEqual({ week: 11, planned: 'compare', open: 'compare', pace: 'now' });
  const [latency] = await figuresFor('u-coo', comparing);
  expect(latency).toMatchObject({ before: { weeks: 8 }, after: { weeks: 5 }, verdict: 'better' });
  expect(latency?.before.median).toBeGreaterThan(48);
  // Their time begins with the mail, minutes after they were asked.
  expect(latency?.after.median).toBeCloseTo(22, 0);

  const decided = await programme('decide', {
    version: 4,
    choice: 'keep',
    reason: 'Operations can start on what they get',
  });
  expect(where(decided)).toMatchObject({ week: 11, open: null });
  expect(decided.events.map(({ type }) => type)).toEqual([
    'programme-started',
    'behaviours-chosen',
    'indicators-chosen',
    'reinforcement-recorded',
    'programme-decided',
  ]);
  expect(await ask<ReadinessAnswer>('u-coo', 'readiness/get')).toMatchObject({
    mayChange: false,
    programme: { decision: { choice: 'keep' } },
  });
});

describe('the gadget on a dashboard', () => {
  const gadget = (as: string, call: string, extension: object) =>
    clientOf(site, as).invoke('gap-gadget', call, {}, { extension });
  const configured = { gadgetConfiguration: { projectKey: 'EXP' } };

  test('counts what the report’s pages count, for whoever looks', async () => {
    const { body } = await gadget('u-coo', 'report/gadget', configured);
    const { summary } = body as GadgetAnswer;
    const report = await clientOf(site, 'u-coo').invoke(
      'gap-report',
      'report/page',
      {},
      { projectKey: 'EXP' },
    );
    const { items } = report.body as {
      items: {
        atRisk: boolean;
        agreements: { open: number };
        unanswered: number;
        gate: { strictVerdict: string } | null;
      }[];
    };
    expect(summary).toMatchObject({
      items: items.length,
      passing: items.filter(({ atRisk, gate }) => gate && !atRisk).length,
      promises: items.reduce((sum, { agreements }) => sum + agreements.open, 0),
      unanswered: items.reduce((sum, { unanswered }) => sum + unanswered, 0),
      heldBack: items.filter(({ gate }) => gate?.strictVerdict === 'block').length,
    });
    expect(items.length).toBeGreaterThan(5);
  });

  test.each(['report/gadget', 'report/drift'])('%s tells a stranger nothing', async (call) => {
    const hidden = await gadget('u-outsider', call, configured);
    expect(hidden.body).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const missing = await gadget('u-outsider', call, { gadgetConfiguration: { projectKey: 'NOPE' } });
    expect(missing.body).toEqual(hidden.body);
  });

  test('a project or work item beside the configuration opens nothing, and nothing else can be asked', async () => {
    const aside = { gadgetConfiguration: {}, project: { key: 'EXP' }, issue: { key: 'EXP-1' } };
    expect((await gadget('u-admin', 'report/gadget', aside)).body).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
    for (const call of ['report/page', 'policy/get', 'readiness/start', 'charter/get']) {
      expect((await gadget('u-admin', call, { ...configured, issue: { key: 'EXP-1' } })).body).toMatchObject({
        ok: false,
        error: { code: 'unknown-call' },
      });
    }
  });
});
