import { seedWorld } from '../world';
import { STRICT } from '../../src/switches';
import { manifest, openJira, type Site } from './jira-world';
import { closeHttpWorlds, httpWorld } from './world';

afterEach(closeHttpWorlds);

describe('events of Jira', () => {
  const edit = (here: Site, key: string): Promise<unknown> =>
    here.send('PUT', `/rest/api/3/issue/${key}`, {
      as: 'u-coo',
      body: { fields: { summary: `${key} anew` } },
    });
  const heard = ({ sandbox }: Site): readonly string[] =>
    [...sandbox.kvs.table({ kind: 'plain' }).entries()].map(({ key }) => key);

  test('reach the app three minutes late; drain says how many wait and moves no time', async () => {
    const here = await openJira({ eventDelay: STRICT.eventDelay });
    const start = here.sandbox.clock.now();
    await edit(here, 'APP-5');
    await here.send('POST', '/sandbox/clock', { body: { advance: 'PT1M' } });
    await edit(here, 'APP-6');
    const waiting = { events: 2, until: new Date(start + 4 * 60_000).toISOString() };
    expect((await here.send('POST', '/sandbox/drain')).body['waiting']).toEqual(waiting);
    expect((await here.send('GET', '/sandbox/state')).body['waiting']).toEqual(waiting);
    expect([heard(here), here.sandbox.clock.now()]).toEqual([[], start + 60_000]);
    await here.send('POST', '/sandbox/clock', { body: { advance: 'PT2M' } });
    expect(heard(here)).toEqual(['event:APP-5']);
    await here.send('POST', '/sandbox/clock', { body: { set: waiting.until } });
    expect((await here.send('POST', '/sandbox/drain')).body['waiting']).toEqual({ events: 0, until: null });
    expect(heard(here)).toEqual(['event:APP-5', 'event:APP-6']);
  });

  test('come at once where nothing delays them; what waits already goes on waiting', async () => {
    const here = await openJira({ eventDelay: 'PT10M' });
    await edit(here, 'APP-5');
    await here.set({ eventDelay: 'PT0S' });
    await edit(here, 'APP-6');
    expect((await here.send('POST', '/sandbox/drain')).body['waiting']).toMatchObject({ events: 1 });
    expect(heard(here)).toEqual(['event:APP-6']);
  });

  test('are late by the real time that passes where the clock runs', async () => {
    const world = await httpWorld({ manifest, ticking: true, switches: { eventDelay: 'PT0.3S' } });
    seedWorld(world.sandbox.jira);
    const started = performance.now();
    await world.send('PUT', '/rest/api/3/issue/APP-5', {
      as: 'u-coo',
      body: { fields: { summary: 'Anew' } },
    });
    await world.send('POST', '/sandbox/drain');
    expect(world.sandbox.kvs.sizes()).toMatchObject({ plain: 0 });
    while ((world.sandbox.kvs.sizes()['plain'] ?? 0) === 0 && performance.now() - started < 5000)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(world.sandbox.kvs.sizes()).toMatchObject({ plain: 1 });
    expect(performance.now() - started).toBeGreaterThan(290);
  });

  test('leave the app’s own queue alone', async () => {
    const here = await openJira({ eventDelay: 'PT3M' });
    await here.send('POST', '/sandbox/invoke/panel', {
      as: 'u-coo',
      body: { functionKey: 'push', payload: { events: { body: { name: 'a' } } } },
    });
    const drained = (await here.send('POST', '/sandbox/drain')).body;
    expect(drained).toEqual({
      queue: { waiting: 0, due: 0, running: 0 },
      waiting: { events: 0, until: null },
    });
    expect(here.sandbox.kvs.sizes()).toMatchObject({ plain: 1 });
  });
});

describe('what a person was told', () => {
  interface Told {
    readonly how: string;
    readonly issueKey: string;
    readonly at: string;
  }
  const told = async (here: Site, query: string): Promise<readonly Told[]> =>
    (await here.send('GET', `/sandbox/told?${query}`)).body['told'] as readonly Told[];
  const mention = (id: string): object => ({
    type: 'doc',
    version: 1,
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'mention', attrs: { id, text: '@Jonas' } },
          { type: 'text', text: 'please look' },
        ],
      },
    ],
  });

  test('is mail and mentions, newest last, each leading to its item', async () => {
    const here = await openJira();
    const start = new Date(here.sandbox.clock.now()).toISOString();
    await here.ask('app', 'POST', '/issue/APP-1/notify', {
      subject: 'Yours',
      textBody: 'A question waits.',
      to: { users: [{ accountId: 'u-cto' }] },
    });
    await here.send('POST', '/sandbox/clock', { body: { advance: 'PT1M' } });
    const later = new Date(here.sandbox.clock.now()).toISOString();
    const made = await here.send('POST', '/rest/api/3/issue/APP-2/comment', {
      as: 'u-coo',
      body: { body: mention('u-cto') },
    });
    const mail = {
      at: start,
      how: 'mail',
      issueKey: 'APP-1',
      subject: 'Yours',
      text: 'A question waits.',
      link: 'http://localhost:3000/browse/APP-1',
    };
    const summary = String(here.sandbox.jira.issue('APP-2')?.values.get('summary'));
    const comment = {
      at: later,
      how: 'mention',
      issueKey: 'APP-2',
      subject: `(APP-2) ${summary}`,
      text: '@Jonas please look',
      link: `http://localhost:3000/browse/APP-2?focusedCommentId=${String(made.body['id'])}`,
    };
    expect(await told(here, 'accountId=u-cto')).toEqual([mail, comment]);
    expect(await told(here, `accountId=u-cto&since=${later}`)).toEqual([comment]);
    expect(await told(here, 'accountId=u-ops')).toEqual([]);
  });

  test('leaves out mentions on items that the person may not see, and mail that never reached them', async () => {
    const here = await openJira();
    await here.ask('user', 'POST', '/issue/APP-11/comment', { body: mention('u-product') });
    await here.ask('user', 'POST', '/issue/APP-11/notify', { to: { users: [{ accountId: 'u-product' }] } });
    expect(await told(here, 'accountId=u-product')).toEqual([]);
    await here.ask('user', 'POST', '/issue/APP-11/comment', { body: mention('u-lead') });
    expect(await told(here, 'accountId=u-lead')).toMatchObject([{ how: 'mention', issueKey: 'APP-11' }]);
  });

  test('is asked of accounts that exist, since an instant', async () => {
    const { send } = await openJira();
    expect((await send('GET', '/sandbox/told?accountId=nobody')).status).toBe(404);
    expect((await send('GET', '/sandbox/told')).status).toBe(404);
    expect((await send('GET', '/sandbox/told?accountId=u-cto&since=yesterday')).status).toBe(400);
  });
});
