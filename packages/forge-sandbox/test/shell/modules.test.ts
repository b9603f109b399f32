import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseManifest } from '../../src/forge/manifest';
import { resourcePages, shellModules } from '../../src/shell/modules';

const manifest = parseManifest(readFileSync(join(__dirname, 'manifest.yml'), 'utf8'));

describe('shellModules', () => {
  const modules = shellModules(manifest);
  const named = (key: string) => modules.find((module) => module.key === key);

  test('gives the issue panel its page, and shows it on work items of every type', () => {
    expect(named('notes')).toMatchObject({
      type: 'jira:issuePanel',
      title: 'Notes',
      pages: { main: '/sandbox/app/notes/panel.html' },
      issueTypes: undefined,
    });
  });

  test('gives a workflow rule a page for each of its three uses', () => {
    expect(named('transition-check')?.pages).toEqual({
      create: '/sandbox/app/transition-check/rule.html',
      edit: '/sandbox/app/transition-check/rule.html',
      view: '/sandbox/app/transition-check/rule-view.html',
    });
  });

  test('leaves out what has no page of its own', () => {
    expect(modules.map(({ type }) => type)).not.toContain('jira:customField');
    expect(named('work-consumer')).toBeUndefined();
  });
});

test('a resource that is not declared gives no page, a plain one its index.html', () => {
  const text = `
app: { id: ari:cloud:ecosystem::app/1, runtime: { name: nodejs24.x } }
modules:
  jira:projectPage:
    - { key: one, title: One, resource: main }
    - { key: two, title: Two, resource: lost }
    - { key: three, title: { i18n: three.title }, resource: main/x, viewportSize: large }
  jira:issuePanel:
    - { key: four, title: Four, resource: main, displayConditions: { issueType: Epic } }
resources:
  - { key: main, path: static }
`;
  const parsed = parseManifest(text);
  const [one, two, three, four] = shellModules(parsed);
  expect(one?.pages).toEqual({ main: '/sandbox/app/one/index.html' });
  expect(two?.pages).toEqual({});
  expect(three).toMatchObject({ title: 'three.title', viewportHeight: 600, pages: {} });
  expect(four).toMatchObject({ issueTypes: ['Epic'] });
  expect(resourcePages(parsed)).toEqual({ main: 'index.html' });
});
