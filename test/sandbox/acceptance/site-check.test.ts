import type { PolicyAnswer, SiteCheckAnswer } from '../../../src/contract/answers';
import { clientOf, type Client } from '../../support/client';
import { answerOf } from '../../support/enforced';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const set = (switches: object) => as('u-admin').send('POST', '/sandbox/switches', switches);
const advance = (by: string) => as('u-admin').send('POST', '/sandbox/clock', { advance: by });
const check = (mail = false) =>
  answerOf<SiteCheckAnswer>(as('u-admin'), 'site-policy', 'site-check/run', { mail });

beforeEach(async () => {
  await as('u-admin').send('POST', '/sandbox/reset', { seed: 'demo' });
}, 180_000);

const projectIn = ({ projects }: SiteCheckAnswer, key: string) =>
  projects.find(({ projectKey }) => projectKey === key);

test('what Holdfast needs is proved on the site, and nothing of it changes', async () => {
  await set({ checkOthers: 'allowed' });
  const before = JSON.stringify((await as('u-admin').get('/rest/api/3/issue/EXP-1?expand=changelog')).body);
  const answer = await check();
  expect(answer.checks).toEqual({ storage: 'holds', fields: 'holds', sight: 'holds', mail: 'not-known' });
  expect(answer.projects.map(({ projectKey }) => projectKey)).toEqual(['EXP', 'HAND', 'PLAT', 'TEAM']);
  expect(JSON.stringify((await as('u-admin').get('/rest/api/3/issue/EXP-1?expand=changelog')).body)).toBe(
    before,
  );
});

test('each thing that is not so is told as such', async () => {
  await set({ checkOthers: 'refused', viewIssueSearch: 'range-first', appBrowses: { EXP: false } });
  const answer = await check();
  expect(projectIn(answer, 'EXP')).toMatchObject({ seen: false });
  expect(projectIn(answer, 'PLAT')).toMatchObject({ seen: true });
  await set({ appBrowses: { EXP: true }, mail: 'off' });
  expect((await check(true)).checks.mail).toBe('fails');
  await set({ mail: 'on' });
  expect((await check(true)).checks.mail).toBe('holds');
  const { body } = await as('u-admin').get('/sandbox/told?accountId=u-admin');
  expect((body as { told: readonly object[] }).told.at(-1)).toMatchObject({
    subject: 'Holdfast: mails go out',
  });
}, 180_000);

test('a way around the rule is told with how many moves took it and since when, until one meets the rule', async () => {
  const startOf = async () =>
    projectIn(await check(), 'EXP')?.borders.find((one) => one.checkpoint === 'start');
  const goAround = async (key: string) => {
    expect((await as('u-coo').move(key, 'Expedite')).status).toBe(204);
    await advance('PT2M');
  };
  const since = new Date(site.sandbox.clock.now()).toISOString();
  await goAround('EXP-1');
  await goAround('EXP-2');
  expect(await startOf()).toMatchObject({ state: 'passed-by', passedBy: { moves: 2 } });
  expect((await startOf())?.passedBy?.since.slice(0, 16)).toBe(since.slice(0, 16));
  const policy = await answerOf<PolicyAnswer>(as('u-lead'), 'project-policy', 'policy/get', {}, 'EXP');
  expect(policy.attached).toMatchObject({ start: false });
  await as('u-coo').move('EXP-3', 'Start');
  await advance('PT2M');
  expect(await startOf()).toMatchObject({ state: 'asked' });
  expect((await startOf())?.passedBy).toBeUndefined();
}, 180_000);

test('only Jira’s administrators may ask', async () => {
  const { body } = await as('u-lead').invoke('site-policy', 'site-check/run', {});
  expect(body).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});
