import { STRICT, type Switches } from '../src/switches';
import { openJira, type Site } from './http/jira-world';
import { closeHttpWorlds } from './http/world';
import { openWorld } from './jira/helpers';

afterEach(closeHttpWorlds);

/** A switch on one side and on another, and what somebody who meets it sees: never the same on both. */
interface Sides<T = unknown> {
  readonly values: readonly [T, T, ...T[]];
  readonly seen: (value: T) => Promise<unknown>;
}

/** What is seen in a world of its own, where the switch was set over HTTP. */
const served =
  <K extends keyof Switches>(name: K, look: (here: Site) => Promise<unknown>) =>
  async (value: Switches[K]): Promise<unknown> => {
    const here = await openJira();
    const set = await here.set({ [name]: value });
    if (set.status !== 200) throw new Error(JSON.stringify(set.body));
    return look(here);
  };

const status = async (here: Site, path: string, as: 'app' | 'user' = 'app'): Promise<number> =>
  (await here.ask(as, 'GET', path)).status;

const notify = async (here: Site): Promise<number> =>
  (await here.ask('app', 'POST', '/issue/APP-1/notify', { to: { users: [{ accountId: 'u-cto' }] } })).status;

/** How often of three times the app gets what it asks. */
async function answered(turn: () => Promise<{ readonly status: number }>): Promise<number> {
  let count = 0;
  for (let n = 0; n < 3; n += 1) if ((await turn()).status < 300) count += 1;
  return count;
}

const invoke = (here: Site, functionKey: string, payload: object = {}) =>
  here.send('POST', '/sandbox/invoke/panel', { as: 'u-coo', body: { functionKey, payload } });

const isolated =
  <K extends keyof Switches>(name: K, look: (site: ReturnType<typeof openWorld>) => Promise<unknown>) =>
  (value: Switches[K]): Promise<unknown> =>
    look(openWorld({ switches: () => ({ ...STRICT, [name]: value }) }));

const SIDES: { readonly [K in keyof Switches]: Sides<Switches[K]> } = {
  appBrowses: {
    values: [{ APP: true }, { APP: false }],
    seen: served('appBrowses', (here) => status(here, '/issue/APP-1')),
  },
  appRights: {
    values: ['as-role', 'all'],
    seen: served('appRights', (here) => status(here, '/issue/APP-11')),
  },
  appRules: {
    values: [{}, { APP: 'blocked' }],
    seen: served('appRules', (here) => status(here, '/issue/APP-1', 'user')),
  },
  checkOthers: {
    values: ['refused', 'allowed'],
    seen: served('checkOthers', async (here) => {
      const body = { accountId: 'u-viewer', globalPermissions: [], projectPermissions: [] };
      return (await here.ask('app', 'POST', '/permissions/check', body)).status;
    }),
  },
  viewIssueSearch: {
    values: ['range-first', 'exact'],
    seen: served('viewIssueSearch', async (here) => {
      const path = '/user/viewissue/search?issueKey=APP-1&accountId=u-lead&maxResults=1';
      return ((await here.ask('app', 'GET', path)).body as unknown[]).length;
    }),
  },
  absentKey: {
    values: ['NOT_FOUND', 'KEY_NOT_FOUND', 'missing'],
    seen: served('absentKey', async (here) => (await invoke(here, 'read many', { keys: ['none'] })).body),
  },
  mail: { values: ['on', 'off'], seen: served('mail', notify) },
  eventDelay: {
    values: ['PT0S', 'PT3M'],
    seen: served('eventDelay', async (here) => {
      const body = { fields: { summary: 'Another' } };
      await here.send('PUT', '/rest/api/3/issue/APP-1', { as: 'u-coo', body });
      return (await here.send('POST', '/sandbox/drain')).body['waiting'];
    }),
  },
  licence: {
    values: ['none', 'active', 'inactive'],
    seen: served('licence', async (here) => {
      const { context } = (await invoke(here, 'who')).body as { context: { license?: unknown } };
      return context.license ?? 'nothing';
    }),
  },
  createPayload: {
    values: ['no-key', 'key'],
    seen: isolated('createPayload', async ({ jira, host, call }) => {
      const validators = [{ moduleKey: 'transition-check', configuration: {} }];
      const workflowId = jira.addWorkflow({
        name: 'Asked from the start',
        statuses: [{ name: 'To Do', category: 'new' }],
        transitions: [{ name: 'Create', from: 'create', to: 'To Do', validators }],
      }).id;
      const roles = { Members: { users: ['u-coo'] } };
      jira.addProject({ key: 'NEW', name: 'New', lead: 'u-lead', workflowId, roles });
      const made = { project: { key: 'NEW' }, issuetype: { name: 'Epic' }, summary: 'New' };
      await call('u-coo', 'POST', '/issue', { fields: made });
      return host.validations.map(({ event }) => Object.keys(event.issue));
    }),
  },
  projectUpdated: {
    values: ['told', 'untold'],
    seen: isolated('projectUpdated', async ({ host, call }) => {
      await call('u-admin', 'PUT', '/project/APP', { name: 'Another shop' });
      return host.emitted.map(({ type }) => type);
    }),
  },
  automationNamed: {
    values: ['account', 'nobody'],
    seen: isolated('automationNamed', async ({ jira, host }) => {
      await jira.automate({ issueKey: 'APP-1', transition: 'Start' });
      return host.emitted.map(({ payload }) => payload['atlassianId'] ?? 'nobody');
    }),
  },
  pushesPerOrigin: {
    values: [2, 1000],
    seen: served(
      'pushesPerOrigin',
      async (here) => (await invoke(here, 'push until refused', { most: 4 })).body,
    ),
  },
  eventsPerMinute: {
    values: [2, 500],
    seen: served(
      'eventsPerMinute',
      async (here) => (await invoke(here, 'push until refused', { most: 4 })).body,
    ),
  },
  storageUnitsPerMinute: {
    values: [1, 4000],
    seen: served('storageUnitsPerMinute', (here) =>
      answered(() => invoke(here, 'read many', { keys: ['none'] })),
    ),
  },
  invocationsPerMinute: {
    values: [1, 1200],
    seen: served('invocationsPerMinute', (here) => answered(() => invoke(here, 'now'))),
  },
  writesPerIssue: {
    values: [1, 20],
    seen: served('writesPerIssue', (here) => answered(async () => ({ status: await notify(here) }))),
  },
  requestsPerSecond: {
    values: [1, 100],
    seen: served('requestsPerSecond', (here) => answered(() => here.ask('app', 'GET', '/issue/APP-1'))),
  },
  mailsPerDay: {
    values: [null, 1],
    seen: served('mailsPerDay', (here) => answered(async () => ({ status: await notify(here) }))),
  },
  mailsBeyond: {
    values: ['refused', 'lost'],
    seen: served('mailsBeyond', async (here) => {
      await here.set({ mailsPerDay: 0 });
      return [await notify(here), here.sandbox.jira.notices().length];
    }),
  },
  pointsPerHour: {
    values: [1, 65_000],
    seen: served('pointsPerHour', (here) => answered(() => here.ask('app', 'GET', '/issue/APP-1'))),
  },
  pointsHeaders: {
    values: ['x-ratelimit', 'beta', 'none'],
    seen: served('pointsHeaders', async (here) => {
      const { headers = {} } = await here.sandbox.host.points.metered('GET', () =>
        Promise.resolve({ status: 200, body: {} }),
      );
      return Object.keys(headers);
    }),
  },
  language: {
    values: [{ site: 'en' }, { site: 'de' }],
    seen: served('language', async (here) => {
      const { body } = await here.ask('app', 'GET', '/issue/APP-1?fields=status');
      return (body as { fields: { status: { name: string } } }).fields.status.name;
    }),
  },
  privateZones: {
    values: [[], ['u-cto']],
    seen: served('privateZones', async (here) => {
      const { body } = await here.send('GET', '/rest/api/3/user?accountId=u-cto', { as: 'u-coo' });
      return 'timeZone' in body;
    }),
  },
};

/** The list of switches is that of the stand-in: one without its sides here does not compile, and is not passed over. */
test.each(Object.keys(STRICT) as (keyof Switches)[])(
  '%s makes a difference, its default among the sides that do',
  async (name) => {
    const { values, seen } = SIDES[name] as Sides;
    const looks = [];
    for (const value of values) looks.push(JSON.stringify(await seen(value)));
    expect(new Set(looks).size).toBe(values.length);
    // Maps and lists are empty by default, and then stand for what is said of nobody.
    const standing = JSON.stringify(await seen(STRICT[name]));
    expect(looks).toContain(standing);
  },
  20_000,
);
