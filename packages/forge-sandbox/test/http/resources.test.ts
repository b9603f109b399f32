import { contentSecurityPolicy } from '../../src/http/csp';
import { closeHttpWorlds, httpWorld } from './world';

afterEach(closeHttpWorlds);

test.each(['/sandbox/app/panel/panel', '/sandbox/app/panel/panel.html'])(
  '%s is the page, with the bridge first in its head and the policy of Forge',
  async (path) => {
    const { app } = await httpWorld();
    const response = await app.request(`http://localhost:3000${path}`);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toMatch(/<head><script src="\/sandbox\/shell\/bridge\.js"><\/script>/);
    expect(html.indexOf('bridge.js')).toBeLessThan(html.indexOf('panel.js'));
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'self'");
  },
);

test('assets come with their type; what is not there, or lies outside, is 404', async () => {
  const { app } = await httpWorld();
  const get = (path: string) => app.request(`http://localhost:3000/sandbox/app/${path}`);
  const script = await get('panel/assets/panel.js');
  expect(script.headers.get('content-type')).toContain('javascript');
  expect(await script.text()).toContain('Ready');
  expect((await get('panel/absent.js')).status).toBe(404);
  expect((await get('absent/panel.html')).status).toBe(404);
  expect((await get('panel/..%2Fworld.ts')).status).toBe(404);
  expect((await get('panel/%2Fetc%2Fpasswd')).status).toBe(404);
});

test('the policy grants what the manifest asks for and no more', () => {
  const bare = contentSecurityPolicy({ content: { styles: [], scripts: [] }, external: {} });
  expect(bare).not.toContain('unsafe');
  const asked = contentSecurityPolicy({
    content: { styles: [], scripts: ['unsafe-eval', 'blob:'] },
    external: { images: ['*.example.com'], 'fetch.client': ['https://api.example.com'] },
  });
  expect(asked).toContain("script-src 'self' 'unsafe-eval' blob:");
  expect(asked).toContain("img-src 'self' data: blob: *.example.com");
  expect(asked).toContain("connect-src 'self' https://api.example.com");
});
