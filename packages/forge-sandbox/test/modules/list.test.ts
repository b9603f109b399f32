import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extensionOf, moduleTypes, pageTypes } from '../../src/modules';
import { inProject } from '../../src/modules/shown';
import { parseManifest } from '../../src/forge/manifest';
import { routeOf } from '../../src/shell/routes';

test('the list holds every module type that has a file, once', () => {
  const shared = ['index.ts', 'module-type.ts', 'shown.ts'];
  const files = readdirSync(join(__dirname, '../../src/modules')).filter((file) => !shared.includes(file));
  const names = moduleTypes.map(({ type }) => type.replace('jira:', ''));
  const camel = (file: string) =>
    file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(names).toEqual(files.map(camel));
});

test.each(pageTypes().map(({ type, page }) => [type, page] as const))(
  'an address of %s leads to a page of that type, and to no other',
  (type, page) => {
    const route = routeOf(`${inProject(page) ? '/projects/APP' : ''}${page.path}/one/two`);
    expect(route).toMatchObject({ type, moduleKey: 'one', rest: '/two' });
  },
);

const manifest = (modules: string) => `
app: { id: ari:cloud:ecosystem::app/1 }
modules:
${modules}
  function: [{ key: f, handler: app.f, timeoutSeconds: 300 }]
`;
const limitOf = (modules: string) => parseManifest(manifest(modules)).functions.get('f')?.timeoutMs;

test('a function that only background modules use has its own time limit', () => {
  const scheduled = '  scheduledTrigger: [{ key: s, function: f, interval: hour }]';
  const triggered = '  trigger: [{ key: t, function: f, events: [avi:jira:updated:issue] }]';
  expect(limitOf(scheduled)).toBe(300_000);
  expect(limitOf(`${scheduled}\n${triggered}`)).toBe(25_000);
});

test('an entry is held to its type, and names only what its type may name', () => {
  expect(() => limitOf('  scheduledTrigger: [{ key: s, function: f, interval: month }]')).toThrow(
    'modules.scheduledTrigger[0]',
  );
  const [panel, unknown] = parseManifest(
    manifest('  jira:issuePanel: [{ key: p, function: f }]\n  jira:new: [{ key: n, function: f }]'),
  ).modules;
  expect(panel?.functions).toEqual({});
  expect(unknown?.functions).toEqual({ function: 'f' });
});

test('an extension says its type, what is always so, and the place', () => {
  expect(extensionOf('jira:issuePanel', { location: '/' })).toEqual({
    type: 'jira:issuePanel',
    isNewToIssue: false,
    location: '/',
  });
});
