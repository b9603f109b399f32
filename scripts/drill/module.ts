import type { Drill } from './kind';

const moduleType = `import { moduleType } from './module-type';
import { shownSchema } from './shown';

/** A tab beside a work item's comments and history. */
export const issueActivity = moduleType({
  type: 'jira:issueActivity',
  schema: shownSchema,
  functions: ['resolver'],
  pages: ['main'],
  shown: { slot: 'issue' },
});
`;

const test = `import { slotOf } from '../../src/modules';
import { parseManifest } from '../../src/forge/manifest';

it('is read from a manifest, and shown on work items', () => {
  const { modules } = parseManifest(\`
app: { id: ari:cloud:ecosystem::app/1 }
modules:
  jira:issueActivity: [{ key: a, title: Activity, resolver: { function: f } }]
  function: [{ key: f, handler: app.f }]
\`);
  expect(modules[0]).toMatchObject({ type: 'jira:issueActivity', key: 'a', functions: { resolver: 'f' } });
  expect(slotOf('jira:issueActivity')).toBe('issue');
});
`;

const page = `import { texts } from '../../texts/compiled/en/activity';
import { mount } from '../ui/mount';

void mount({ texts: [texts], skeleton: null, render: () => null });
`;

export const drill: Drill = {
  title: 'One more type of Jira module, in the stand-in and in the app',
  ceilings: { all: 10 },
  begin({ add, after }) {
    add('packages/forge-sandbox/src/modules/issue-activity.ts', moduleType);
    const list = 'packages/forge-sandbox/src/modules/index.ts';
    after(
      list,
      "import { globalPage } from './global-page';\n",
      "import { issueActivity } from './issue-activity';\n",
    );
    after(list, '  globalPage,\n', '  issueActivity,\n');
    add('packages/forge-sandbox/test/modules/issue-activity.test.ts', test);
    add('static/activity/main.tsx', page);
    add('texts/en/activity.json', '{ "activity": { "none": "Nothing yet" } }\n');
    after(
      'manifest.yml',
      'modules:\n',
      `  jira:issueActivity:
    - key: charter-activity
      title: Charter
      resource: main/activity
      resolver:
        function: resolvers\n`,
    );
    after('manifest.yml', '      panel: panel.html\n', '      activity: activity.html\n');
  },
  finish() {
    // A module is read from the manifest: no list in the code has to be told.
  },
  tests: ['packages/forge-sandbox/test/modules', 'test/unit/architecture/manifest'],
};
