import { closeHttpWorlds, httpWorld } from './world';

afterEach(closeHttpWorlds);

const drain = async (headers: Record<string, string>): Promise<number> => {
  const { send } = await httpWorld();
  return (await send('POST', '/sandbox/drain', { headers })).status;
};

test.each([
  ['no Origin', { host: 'localhost:3000' }, 200],
  ['the page of this server', { host: 'localhost:3000', origin: 'http://localhost:3000' }, 200],
  ['the numeric address', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, 200],
  ['another site', { host: 'localhost:3000', origin: 'https://evil.example' }, 403],
  ['another port of this machine', { host: 'localhost:3000', origin: 'http://localhost:8080' }, 403],
  ['a page without origin', { host: 'localhost:3000', origin: 'null' }, 403],
  [
    'a name that was rebound to this machine',
    { host: 'evil.example:3000', origin: 'http://evil.example:3000' },
    403,
  ],
])('a changing request from %s', async (_name, headers, status) => {
  expect(await drain(headers)).toBe(status);
});

test('Jira’s own changing requests are held to the same', async () => {
  const { send } = await httpWorld();
  const headers = { host: 'localhost:3000', origin: 'https://evil.example' };
  expect(await send('POST', '/rest/api/3/issue', { as: 'u-coo', body: {}, headers })).toMatchObject({
    status: 403,
    body: { errorMessages: [expect.stringContaining('evil.example')] },
  });
});

test('no answer invites other sites to read it', async () => {
  const { send } = await httpWorld();
  const { headers } = await send('GET', '/sandbox/state', { headers: { origin: 'https://evil.example' } });
  expect(headers.get('access-control-allow-origin')).toBeNull();
});
