import { closeWorlds, handlers, world } from './fixture/host';

afterEach(closeWorlds);

const at = (answer?: unknown) => ({
  extension: { issue: { key: 'APP-1' }, ...(answer !== undefined && { answer }) },
});
const context = { moduleKey: 'context', accountId: 'u-ann' };

describe('dynamic properties', () => {
  test('are asked for as the person, with the place of the page', async () => {
    const { host, calls, jira } = world();
    expect(await host.properties({ ...context, place: { issueKey: 'APP-1' } })).toEqual({
      status: { type: 'lozenge', value: { label: 'APP-1 for u-ann', type: 'moved' } },
    });
    expect(jira.requests.at(-1)?.actor).toEqual({ kind: 'user', accountId: 'u-ann' });
    expect(calls.since(0).invocations).toMatchObject([
      { kind: 'properties', moduleKey: 'context', functionKey: 'properties', accountId: 'u-ann' },
    ]);
  });

  test('may say nothing', async () => {
    const { host, problems } = world();
    expect(await host.properties({ ...context, place: at({}) })).toEqual({});
    expect(problems).toEqual([]);
  });

  test.each([
    ['a badge', { status: { type: 'badge', value: { label: '3' } } }],
    ['a lozenge without words', { status: { type: 'lozenge', value: { label: '' } } }],
    ['a look that Jira does not have', { status: { type: 'lozenge', value: { label: 'A', type: 'red' } } }],
  ])('that are nonsense here, such as %s, change nothing and are told', async (_what, answer) => {
    const { host, problems } = world();
    expect(await host.properties({ ...context, place: at(answer) })).toEqual({});
    expect(problems).toHaveLength(1);
  });

  test('of a function that throws change nothing', async () => {
    const broken = handlers({
      properties: () => {
        throw new Error('as asked');
      },
    });
    const { host } = world({ loader: broken });
    expect(await host.properties({ ...context, place: at() })).toEqual({});
  });

  test('of a module that has none are an error with a code', async () => {
    const { host } = world();
    await expect(host.properties({ ...context, moduleKey: 'panel', place: at() })).rejects.toMatchObject({
      code: 'MODULE_NOT_FOUND',
    });
  });
});
