import type { Route } from '@forge/api';
import type { SightQuestion } from '../../../../src/app/notices/ports';
import { askJira } from '../../../../src/platform/jira/client';
import { sights } from '../../../../src/platform/jira/sights';

jest.mock('../../../../src/platform/jira/client', () => {
  const askJira = jest.fn();
  return {
    askJira,
    askOrRefusal: askJira,
    isHidden: (answer: unknown) => typeof answer === 'object' && answer !== null && 'hidden' in answer,
  };
});
jest.mock('@forge/api', () => ({
  route: (parts: TemplateStringsArray) => parts.join('*'),
  assumeTrustedRoute: (path: string) => path,
}));

const ask = jest.mocked(askJira);
const refused = (status: number) => ({ hidden: true, status });
const granting = (...issues: readonly number[]) => ({
  projectPermissions: [{ permission: 'BROWSE_PROJECTS', issues, projects: [] }],
});
const viewers = (...accounts: readonly string[]) => accounts.map((accountId) => ({ accountId }));

/** Answers checks, and lists of viewers by issue key. */
function jira(check: unknown, list: (issueKey: string) => unknown = () => []): void {
  ask.mockImplementation((_viewer, route: Route) => {
    const [path, query] = String(route).split('?');
    return Promise.resolve(
      path?.endsWith('/permissions/check') ? check : list(new URLSearchParams(query).get('issueKey') ?? ''),
    );
  });
}

const asked = (path: string) => ask.mock.calls.filter(([, route]) => String(route).includes(path));
const items = (...ids: readonly number[]) =>
  ids.map((id) => ({ issueId: String(id), issueKey: `EXP-${id}` }));
const of = (...ids: readonly number[]): SightQuestion => ({ accountId: 'u-a', items: items(...ids) });
const read = async (...questions: readonly SightQuestion[]) =>
  (await sights(questions)).map((one) => Object.fromEntries(one));

beforeEach(() => ask.mockReset());

it('asks one call about all of a person’s items, and believes what it grants and what it leaves out', async () => {
  jira(granting(2));
  expect(await read(of(1, 2))).toEqual([{ 1: 'hidden', 2: 'visible' }]);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(ask.mock.calls[0]?.[2]?.body).toEqual({
    accountId: 'u-a',
    projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [1, 2] }],
  });
});

it.each([
  ['an answer that grants nothing', granting()],
  [
    'an answer about another permission',
    { projectPermissions: [{ permission: 'EDIT_ISSUES', issues: [1] }] },
  ],
  ['an answer of another shape', null],
  ...[400, 401, 403, 404].map((status): [string, unknown] => [`a refusal with ${status}`, refused(status)]),
])('%s proves nothing', async (_, check) => {
  jira(check);
  expect(await read(of(1, 2))).toEqual([{ 1: 'unknown', 2: 'unknown' }]);
});

it('takes a place among those who may see an issue for a proof, and its lack for none', async () => {
  jira(refused(403), (key) => viewers('u-b', ...(key === 'EXP-1' ? ['u-a'] : [])));
  expect(await read(of(1, 2))).toEqual([{ 1: 'visible', 2: 'unknown' }]);
  expect(String(asked('viewissue')[0]?.[1])).toContain('accountId=u-a&maxResults=1000');
});

it.each([400, 401, 403, 404])('a list refused with %d proves nothing either', async (status) => {
  jira(refused(403), () => refused(status));
  expect(await read(of(1))).toEqual([{ 1: 'unknown' }]);
});

it.each([
  [403, 1],
  [401, 1],
  [404, 1],
  // That one speaks of the account.
  [400, 2],
])('a check refused with %d is asked %d times of two people', async (status, times) => {
  jira(refused(status));
  await read(of(1), { ...of(1), accountId: 'u-b' });
  expect(asked('permissions/check')).toHaveLength(times);
});

it('asks a list of its own for those items alone that are worth it, and for a hundred at most', async () => {
  jira(refused(403), () => viewers('u-a'));
  expect(await read({ ...of(1, 2), worthACall: new Set(['2']) })).toEqual([{ 1: 'unknown', 2: 'visible' }]);
  ask.mockClear();
  await read(of(...Array.from({ length: 130 }, (_, index) => index)));
  expect(asked('viewissue')).toHaveLength(100);
});

it('asks no list about what the check proved', async () => {
  jira(granting(1));
  await read(of(1, 2));
  expect(asked('viewissue')).toHaveLength(0);
});

it('checks a thousand issues at a time, each answer standing for itself', async () => {
  jira(granting(0));
  const [answer] = await sights([of(...Array.from({ length: 1001 }, (_, index) => index))]);
  expect(asked('permissions/check')).toHaveLength(2);
  expect([answer?.get('0'), answer?.get('999'), answer?.get('1000')]).toEqual([
    'visible',
    'hidden',
    'unknown',
  ]);
});
