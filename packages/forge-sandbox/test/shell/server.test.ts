import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createShell } from './fixture';

describe('pages', () => {
  const { app } = createShell();

  test.each(['/', '/inbox', '/browse/APP-1', '/projects/APP/board', '/projects/APP/page/overview'])(
    '%s is served',
    async (path) => {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch('text/html');
    },
  );

  test('an address without a page is not found, as a page', async () => {
    const response = await app.request('/no/such/page');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<title>Page not found');
  });

  test('REST and control addresses are left to others', async () => {
    expect(await (await app.request('/rest/api/3/nope')).text()).toBe('404 Not Found');
    expect(await (await app.request('/sandbox/nope')).text()).toBe('404 Not Found');
  });

  test('nothing is loaded from another host', async () => {
    const html = await (await app.request('/')).text();
    expect(html.match(/(?:src|href)="[^"]*"/g)?.every((link) => /="\/(?!\/)/.test(link))).toBe(true);
  });

  test.each([
    ['dark', 'data-color-mode="dark"', false],
    ['light', 'data-color-mode="light"', false],
    ['anything else', 'data-color-mode="light"', true],
  ])('the theme cookie %s', async (theme, attribute, followsSystem) => {
    const headers = { cookie: `sandbox.theme=${encodeURIComponent(theme)}` };
    const html = await (await app.request('/', { headers })).text();
    expect(html).toContain(attribute);
    expect(html.includes('prefers-color-scheme')).toBe(followsSystem);
  });

  test('what the manifest says cannot end the script element that carries it', async () => {
    const html = await (await app.request('/')).text();
    const boot = /<script type="application\/json" id="boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(boot).not.toContain('<');
    const parsed: unknown = JSON.parse(boot);
    expect(parsed).toMatchObject({ resources: { 'main/panel': 'panel.html' } });
  });
});

describe('assets', () => {
  const assetsDir = mkdtempSync(join(tmpdir(), 'shell-assets-'));
  writeFileSync(join(assetsDir, 'shell.js'), 'let a = 1;');
  const { app } = createShell({ assetsDir });
  afterAll(() => rmSync(assetsDir, { recursive: true }));

  test('scripts come from the built folder', async () => {
    const response = await app.request('/sandbox/shell/shell.js');
    expect(await response.text()).toBe('let a = 1;');
    expect(response.headers.get('content-type')).toMatch('text/javascript');
  });

  test('a script that was not built says what to do', async () => {
    const response = await app.request('/sandbox/shell/bridge.js');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('npm run build');
  });

  test.each(['/sandbox/shell/..%2Fpackage.js', '/sandbox/shell/%2e%2e/x.js', '/sandbox/shell/.env'])(
    '%s leads nowhere',
    async (path) => {
      expect((await app.request(path)).status).toBe(404);
    },
  );

  test('the token sheet holds both themes', async () => {
    const css = await (await app.request('/sandbox/shell/tokens.css')).text();
    expect(css).toContain('[data-theme~="light:light"]');
    expect(css).toContain('[data-theme~="dark:dark"]');
    expect(css).toContain('--ds-font-body:');
    expect(css).toContain('--ds-space-100:');
  });

  test('pictures: a person’s initials, a project’s letter, a type’s glyph', async () => {
    const picture = async (path: string) => (await app.request(`/sandbox/shell/${path}`)).text();
    expect(await picture('avatar/u-coo.svg')).toContain('>MO<');
    expect(await picture('project/APP.svg')).toContain('>W<');
    expect(await picture('icon/issuetype/epic.svg')).toContain('#AF59E1');
    expect(await picture('avatar/%3Cb%3E.svg')).not.toContain('<b>');
  });
});
