import type {
  AbsencesAnswer,
  AwayAnswer,
  CharterAnswer,
  CommitmentsAnswer,
  HandedOnAnswer,
  LeavingAnswer,
  Success,
  TeamsAnswer,
} from '../../../src/contract/answers';
import { clientOf, refusalCode, type Client } from '../../support/client';
import { answerOf } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const ask = <A>(who: string, key: string, payload: object = {}): Promise<A> =>
  answerOf<A>(as(who), 'my-commitments', key, payload);

const today = (): string => new Date(site.sandbox.clock.now()).toISOString().slice(0, 10);
const inDays = (days: number): string =>
  new Date(site.sandbox.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A new epic of u-coo, who asked u-platform for something. */
async function asked(deliverable: string): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-cto').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable,
    acceptance: 'They are on the truck',
    neededBy: inDays(20),
  });
  return key;
}

const panel = async (key: string): Promise<CharterAnswer> =>
  (await as('u-coo').done(key, 'charter/get')) as unknown as CharterAnswer;

test('an administrator keeps teams, and nobody else does', async () => {
  const team = {
    name: 'Platform',
    members: ['u-platform', 'u-ops'],
    takesRequests: { kind: 'rota', people: ['u-platform', 'u-ops'], from: '2026-11-23' },
    calendar: { timeZone: 'Asia/Dubai', workdays: [7, 1, 2, 3, 4], from: '09:00', to: '17:00', holidays: [] },
    answersFor: [{ projectKey: 'PLAT' }],
  };
  expect(refusalCode(await as('u-coo').invoke('my-commitments', 'team/save', { teams: [team] }))).toBe(
    'not-allowed',
  );
  const { version } = await ask<TeamsAnswer>('u-admin', 'team/list');
  const saved = await ask<TeamsAnswer>('u-admin', 'team/save', { version, teams: [team] });
  expect(saved.teams).toMatchObject([{ name: 'Platform', answersFor: [{ projectKey: 'PLAT' }] }]);
  expect(['u-platform', 'u-ops']).toContain(saved.takers[saved.teams[0]?.id ?? '']);
  expect((await ask<TeamsAnswer>('u-coo', 'team/list')).teams).toHaveLength(1);
  const stale = await as('u-admin').invoke('my-commitments', 'team/save', { version, teams: [] });
  expect(refusalCode(stale)).toBe('changed-meanwhile');
  const stranger = { ...team, members: [...team.members, 'u-bot'] };
  expect(refusalCode(await as('u-admin').invoke('my-commitments', 'team/save', { teams: [stranger] }))).toBe(
    'invalid',
  );
  expect((await ask<TeamsAnswer>('u-admin', 'team/remove', { teamId: saved.teams[0]?.id })).teams).toEqual(
    [],
  );
});

test('who stands in hears, answers in their own name and keeps the promise', async () => {
  const key = await asked('Forty desks');
  const away = await ask<AwayAnswer>('u-platform', 'away/set', {
    from: today(),
    to: inDays(5),
    standInAccountId: 'u-ops',
  });
  expect(away.mine).toMatchObject({ standIn: 'u-ops' });
  expect((await ask<AwayAnswer>('u-ops', 'away/get')).standsInFor).toMatchObject([
    { accountId: 'u-platform' },
  ]);
  const { yours } = await ask<CommitmentsAnswer>('u-ops', 'commitments/list');
  const line = yours.find(({ agreement }) => agreement?.deliverable === 'Forty desks');
  expect(line).toMatchObject({ duty: 'acknowledge', standInFor: 'u-platform' });
  // Nobody else answers for them.
  const other = await as('u-marketing').panel(key, 'agreement/acknowledge', { agreementId: 'A1' });
  expect(other.body).toMatchObject({ ok: false });
  await as('u-ops').invoke('my-commitments', 'commitments/answer', {
    answers: [{ ref: line?.ref, call: 'agreement/acknowledge' }],
  });
  const { charter, history } = await panel(key);
  expect(charter.agreements).toMatchObject([{ status: 'acknowledged', providerAccountId: 'u-ops' }]);
  expect(history.map(({ type }) => type).slice(-2)).toEqual([
    'agreement-taken-over',
    'agreement-acknowledged',
  ]);
  // Who is away reads so at the top of their page, and when they are back what was answered for them.
  const page = await ask<CommitmentsAnswer>('u-platform', 'commitments/list');
  expect(page.away).toEqual({ standIn: 'u-ops', to: inDays(5) });
  expect(page.people['u-ops']?.displayName).toBe('Hana Sato');
  const since = new Date(site.sandbox.clock.now()).toISOString();
  await ask('u-platform', 'away/end');
  expect(await ask<CommitmentsAnswer>('u-platform', 'commitments/list')).not.toHaveProperty('away');
  await site.sandbox.moveTo(site.sandbox.clock.now() + 36 * 3_600_000);
  await site.sandbox.drain();
  const { body } = await as('u-admin').get(`/sandbox/told?accountId=u-platform&since=${since}`);
  const mails = (body as { told: { text: string }[] }).told.map(({ text }) => text).join('\n');
  expect(mails).toMatch(/While you were away, Hana Sato answered for you about .*Forty desks/);
});

test('whoever asks reads before that somebody is going to be away, with the days where the site shows them', async () => {
  const key = await asked('Two doors');
  const reach = async () =>
    (await as('u-coo').done(key, 'person/reach', {
      accountId: 'u-platform',
    })) as unknown as Success<'person/reach'>;
  await ask('u-platform', 'away/set', { from: inDays(20), to: inDays(30), standInAccountId: 'u-ops' });
  const days = { from: inDays(20), to: inDays(30) };
  const seen = await reach();
  expect(seen).toMatchObject({
    ahead: { standIn: 'u-ops', days },
    people: { 'u-ops': { displayName: 'Hana Sato' } },
  });
  expect(seen).not.toHaveProperty('away');
  // Where the days are not theirs to know, one that is near is told of, and none that is far.
  const { settings, version } = await ask<AbsencesAnswer>('u-admin', 'away/list');
  const hide = { ...settings, datesShownTo: 'named', people: [], version };
  await ask<AbsencesAnswer>('u-admin', 'away/settings', hide);
  expect(await reach()).not.toHaveProperty('ahead');
  await ask('u-platform', 'away/set', { from: inDays(3), to: inDays(30), standInAccountId: 'u-ops' });
  expect((await reach()).ahead).toEqual({ standIn: 'u-ops' });
  const { version: last } = await ask<AbsencesAnswer>('u-admin', 'away/list');
  await ask('u-admin', 'away/settings', { ...settings, version: last });
  await ask('u-platform', 'away/end');
  expect(await reach()).not.toHaveProperty('ahead');
});

test('whoever asks reads before that somebody is away, and who answers; the last day only where the site shows it', async () => {
  const key = await asked('Nine shelves');
  const reach = async () =>
    (await as('u-coo').done(key, 'person/reach', {
      accountId: 'u-platform',
    })) as unknown as Success<'person/reach'>;
  expect(await reach()).not.toHaveProperty('away');
  await ask('u-platform', 'away/set', { from: today(), to: inDays(5), standInAccountId: 'u-ops' });
  expect(await reach()).toMatchObject({
    away: { standIn: 'u-ops', to: inDays(5) },
    people: { 'u-ops': { displayName: 'Hana Sato' } },
  });
  // Once asked, it stands beside the promise.
  const standing = await panel(key);
  expect(standing.away).toEqual({ 'u-platform': { standIn: 'u-ops', to: inDays(5) } });
  expect(standing.people['u-ops']?.displayName).toBe('Hana Sato');
  const { settings, version } = await ask<AbsencesAnswer>('u-admin', 'away/list');
  const hide = { ...settings, datesShownTo: 'named', people: [], version };
  const hidden = await ask<AbsencesAnswer>('u-admin', 'away/settings', hide);
  expect((await reach()).away).toEqual({ standIn: 'u-ops' });
  await ask('u-admin', 'away/settings', { ...settings, version: hidden.version });
  // Whoever stands in left for days as well: nobody does.
  await ask('u-ops', 'away/set', { from: today(), to: inDays(2) });
  expect((await reach()).away).toEqual({ standIn: null, to: inDays(5) });
  await ask('u-ops', 'away/end');
  await ask('u-platform', 'away/end');
  expect(await reach()).not.toHaveProperty('away');
  expect(await panel(key)).not.toHaveProperty('away');
});

test('a request to somebody who is away tells who stands in', async () => {
  await ask('u-platform', 'away/set', { from: today(), to: inDays(5), standInAccountId: 'u-ops' });
  const key = await asked('Ten lamps');
  await site.sandbox.drain();
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT6M' });
  await as('u-admin').send('POST', '/sandbox/drain');
  const { body } = await as('u-ops').get('/sandbox/told?accountId=u-ops');
  const told = (body as { told: { text: string }[] }).told.map(({ text }) => text).join('\n');
  expect(told).toContain('Ten lamps');
  expect(told).toContain('You stand in for');
  // Whoever stands in was told: the clock of the answer runs.
  expect((await panel(key)).charter.agreements).toMatchObject([{ reached: expect.any(String) as string }]);
  await ask('u-platform', 'away/end');
});

test('nobody stands in for somebody who is away themselves, nor for themselves', async () => {
  await ask('u-ops', 'away/set', { from: today(), to: inDays(3) });
  const both = { from: today(), to: inDays(5), standInAccountId: 'u-ops' };
  const reply = await as('u-platform').invoke('my-commitments', 'away/set', both);
  expect(reply.body).toMatchObject({ ok: false, error: { code: 'invalid', field: 'standInAccountId' } });
  await ask('u-ops', 'away/end');
  const forAnother = await as('u-ops').invoke('my-commitments', 'away/set', {
    ...both,
    accountId: 'u-platform',
  });
  expect(refusalCode(forAnother)).toBe('not-allowed');
});

test('what rests on somebody who leaves is asked of another, thing by thing, and owned by nobody before a yes', async () => {
  const key = await asked('Sixty chairs');
  await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  const before = await ask<LeavingAnswer>('u-admin', 'person/leaving', { accountId: 'u-platform' });
  const mine = before.things.find((one) => one.issueKey === key);
  expect(mine).toMatchObject({ kind: 'promise', id: 'A1' });
  expect(before.counts.promises).toBe(before.things.filter(({ kind }) => kind === 'promise').length);
  const handed = await ask<HandedOnAnswer>('u-admin', 'person/hand-on', {
    accountId: 'u-platform',
    toAccountId: 'u-ops',
    things: [{ issueKey: key, kind: 'promise', id: 'A1' }],
  });
  expect(handed.results).toEqual([{ issueKey: key, kind: 'promise', id: 'A1', ok: true }]);
  expect((await panel(key)).charter.agreements).toMatchObject([
    { status: 'requested', providerAccountId: 'u-ops' },
  ]);
  // The owner can not promise to themselves: told so, and left where it is.
  await as('u-ops').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  const refused = await ask<HandedOnAnswer>('u-admin', 'person/hand-on', {
    accountId: 'u-ops',
    toAccountId: 'u-coo',
    things: [{ issueKey: key, kind: 'promise', id: 'A1' }],
  });
  expect(refused.results).toMatchObject([{ ok: false, error: { code: 'provider-asked-for-it' } }]);
});

test('of an owner who was deactivated whoever stands behind them is told the day it is noticed, and of a provider the owner', async () => {
  const key = await asked('Eighty lamps');
  await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  await site.sandbox.drain();
  const since = new Date(site.sandbox.clock.now()).toISOString();
  const change = (accountId: string, active: boolean) =>
    as('u-admin').send('POST', `/sandbox/users/${accountId}`, { active });
  const review = async (): Promise<void> => {
    await as('u-admin').send('POST', '/sandbox/triggers/weekly-review', {});
    await site.sandbox.drain();
    await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT5M' });
    await as('u-admin').send('POST', '/sandbox/drain');
  };
  const left = async (accountId: string): Promise<readonly string[]> => {
    const { body } = await as('u-admin').get(`/sandbox/told?accountId=${accountId}&since=${since}`);
    const { told } = body as { told: readonly { text: string }[] };
    return told.flatMap(({ text }) => text.split('\n').filter((line) => line.includes('was deactivated')));
  };
  await change('u-platform', false);
  await review();
  // Of the demo's promises by the same person others hear; the owner of this one hears of this one.
  expect((await left('u-coo')).filter((line) => line.includes('Eighty lamps'))).toEqual([
    expect.stringMatching(/^“Eighty lamps” rests on .+, whose account was deactivated\. Ask somebody else/),
  ]);
  expect((await left('u-cto')).join()).not.toContain('Eighty lamps');
  await change('u-coo', false);
  await review();
  await review();
  const heard = (await left('u-cto')).filter((line) => line.includes('owns it'));
  expect(new Set(heard)).toEqual(
    new Set([
      expect.stringMatching(/owns it, and their account was deactivated\. Ask somebody else to own it\.$/),
    ]),
  );
  const { yours } = await ask<CommitmentsAnswer>('u-cto', 'commitments/list');
  expect(yours.filter(({ item, duty }) => item?.issueKey === key && duty === 'ask-another')).not.toEqual([]);
  await change('u-coo', true);
  await change('u-platform', true);
});
