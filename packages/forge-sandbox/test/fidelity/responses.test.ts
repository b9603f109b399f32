import { operations } from '../../src/jira/operations';
import { openWorld, type World } from '../jira/helpers';
import { Description } from './openapi';
import { issuesScenes } from './scenes/issues';
import type { Check } from './scenes/scene';
import { siteScenes } from './scenes/site';

const path = process.env['JIRA_OPENAPI'];

if (path === undefined) {
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- the description is not part of the repository
  test.skip('responses match Atlassian’s description: set JIRA_OPENAPI to its path', () => undefined);
} else {
  const description = new Description(path);
  const covered = new Set<string>();
  let site: World;
  beforeAll(() => {
    site = openWorld();
  });

  const check: Check = async (as, method, template, url, body, expected = 200) => {
    const scopes = as === 'app' ? ['read:jira-work', 'read:jira-user', 'write:jira-work'] : undefined;
    const answer = await site.call(as, method, url, body, scopes);
    expect({ status: answer.status, body: answer.status === expected ? undefined : answer.body }).toEqual({
      status: expected,
    });
    // What went over the wire, so that undefined properties are gone as they would be.
    const wire: unknown = answer.body === undefined ? undefined : JSON.parse(JSON.stringify(answer.body));
    expect(description.complaints(method, template, answer.status, wire)).toEqual([]);
    covered.add(`${method} ${template}`);
    return wire;
  };

  for (const scenes of [issuesScenes, siteScenes]) {
    test.each(Object.entries(scenes))('%s', async (_title, scene) => {
      await expect(scene({ site, check })).resolves.toBeUndefined();
    });
  }

  describe('the table of routes', () => {
    const all = operations().map((operation) => ({
      operation,
      name: `${operation.method} ${operation.path}`,
    }));

    test('every route was judged above', () => {
      expect(all.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([]);
    });

    test('whatever Atlassian describes and no route does is 501 with its name', async () => {
      const slots = (template: string): string => template.replace(/\{[^}]*\}/g, '{}');
      const ours = new Set(all.map(({ operation }) => `${operation.method} ${slots(operation.path)}`));
      const answers = await Promise.all(
        description
          .operations()
          .filter(({ method, path: template }) => !ours.has(`${method} ${slots(template)}`))
          .map(async ({ method, path: template }) => {
            const { status, body } = await site.call('u-admin', method, template.replace(/\{[^}]*\}/g, '1'));
            return `${method} ${template} ${status} ${JSON.stringify(body).includes(method) ? 'named' : ''}`;
          }),
      );
      expect(answers.length).toBeGreaterThan(400);
      expect(answers.filter((one) => !one.endsWith(' 501 named'))).toEqual([]);
    });

    test.each(all)('$name asks for the scopes Atlassian asks for', ({ operation }) => {
      const described = description.operation(operation.method, operation.path);
      const wanted = described?.security.flatMap((one) => one['OAuth2'] ?? []);
      expect(operation.scopes).toEqual(wanted);
    });

    test.each(all)('$name knows only query parameters that exist', ({ operation }) => {
      const described = description.operation(operation.method, operation.path);
      const names = described?.parameters
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => parameter.name);
      for (const name of operation.query) expect(names).toContain(name);
    });
  });
}
