import { openWorld } from './helpers';

const path = '/issue/APP-1/transitions';
const start = { transition: { id: '11' } };

test('a validator that agrees lets the issue through: 204, new status, a changelog entry by the mover', async () => {
  const site = openWorld();
  expect(await site.call('u-coo', 'POST', path, start)).toEqual({ status: 204 });
  const after = await site.call('u-coo', 'GET', '/issue/APP-1?fields=status&expand=changelog');
  expect(after.body).toMatchObject({
    fields: { status: { name: 'In Progress', statusCategory: { key: 'indeterminate' } } },
    changelog: {
      histories: [
        {
          author: { accountId: 'u-coo' },
          items: [{ field: 'status', fromString: 'To Do', toString: 'In Progress' }],
        },
      ],
    },
  });
});

test('a refused transition answers 400 with the validator’s words and leaves everything as it was', async () => {
  const site = openWorld();
  const before = await site.call('u-coo', 'GET', '/issue/APP-1?expand=changelog');
  site.host.answer = () => ({ result: false, errorMessage: 'Pick one owner.' });
  expect(
    await site.call('u-coo', 'POST', path, { ...start, fields: { assignee: { accountId: 'u-cto' } } }),
  ).toEqual({
    status: 400,
    body: { errorMessages: ['Pick one owner.'], errors: {} },
  });
  expect(await site.call('u-coo', 'GET', '/issue/APP-1?expand=changelog')).toEqual(before);
  expect(site.host.emitted).toEqual([]);
});

test('the validator hears the rule’s configuration, both statuses and only what the screen changed', async () => {
  const site = openWorld();
  const fields = { assignee: { accountId: 'u-cto' }, customfield_10050: [] };
  expect((await site.call('u-coo', 'POST', path, { ...start, fields })).status).toBe(204);
  const workflow = site.jira.workflowOf('APP');
  expect(site.host.validations).toEqual([
    {
      moduleKey: 'transition-check',
      event: {
        issue: { key: 'APP-1' },
        configuration: { at: 'start' },
        transition: {
          from: { id: workflow?.statusIds[0] },
          to: { id: workflow?.statusIds[1] },
          modifiedFields: { assignee: { accountId: 'u-cto' }, customfield_10050: null },
        },
      },
    },
  ]);
});

test('every validator runs before anything changes', async () => {
  const site = openWorld();
  const workflow = site.jira.workflowOf('APP');
  site.jira.configureRule(
    { workflowId: workflow?.id ?? '', transitionId: '11', moduleKey: 'second' },
    { at: 'start' },
  );
  const seen: unknown[] = [];
  site.host.answer = (moduleKey) => {
    seen.push(site.jira.issue('APP-1')?.statusId);
    return { result: moduleKey !== 'second', errorMessage: 'Not yet.' };
  };
  expect((await site.call('u-coo', 'POST', path, start)).status).toBe(400);
  expect(seen).toEqual([workflow?.statusIds[0], workflow?.statusIds[0]]);
});

test('what the status does not offer is refused, and so is what no workflow has', async () => {
  const site = openWorld();
  const finish = await site.call('u-coo', 'POST', path, { transition: { id: '31' } });
  expect(finish).toMatchObject({
    status: 400,
    body: { errorMessages: [expect.stringContaining('workflow operation (Finish)')] },
  });
  const unknown = await site.call('u-coo', 'POST', path, { transition: { id: '999' } });
  expect(unknown).toMatchObject({
    status: 400,
    body: { errorMessages: ["Transition id '999' is not valid for this issue."] },
  });
  const missing = await site.call('u-coo', 'POST', path, {});
  expect(missing).toMatchObject({
    status: 400,
    body: { errorMessages: ["Missing 'transition' identifier"] },
  });
  expect(site.host.validations).toEqual([]);
});

test('a field that is not on the screen is refused by name', async () => {
  const site = openWorld();
  const answer = await site.call('u-coo', 'POST', path, { ...start, fields: { summary: 'Other' } });
  expect(answer).toMatchObject({
    status: 400,
    body: { errors: { summary: expect.stringContaining('cannot be set') } },
  });
});

test('somebody who may only look is offered no transition and refused one', async () => {
  const site = openWorld();
  expect((await site.call('u-viewer', 'GET', path)).body).toEqual({ expand: 'transitions', transitions: [] });
  expect((await site.call('u-viewer', 'POST', path, start)).status).toBe(400);
});

test('two movers at once: one wins, the other hears of the conflict', async () => {
  const site = openWorld();
  const answers = await Promise.all([
    site.call('u-coo', 'POST', path, start),
    site.call('u-cto', 'POST', path, start),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
});

test('without its app a transition with a rule stays shut', async () => {
  const { createJira } = await import('../../src/jira');
  const { seedWorld } = await import('../world');
  const jira = createJira({ clock: { now: () => 0 } });
  seedWorld(jira);
  const answer = await jira.handle({
    method: 'POST',
    path: `/rest/api/3${path}`,
    query: new URLSearchParams(),
    headers: {},
    body: start,
    actor: { kind: 'user', accountId: 'u-coo' },
  });
  expect(answer.status).toBe(400);
});

test('Finish resolves, Reopen clears the resolution', async () => {
  const site = openWorld();
  await site.call('u-coo', 'POST', path, start);
  site.clock.time += 3_600_000;
  await site.call('u-coo', 'POST', path, { transition: { id: '31' } });
  const done = await site.call('u-coo', 'GET', '/issue/APP-1?fields=resolution,resolutiondate');
  expect(done.body).toMatchObject({
    fields: { resolution: { name: 'Done' }, resolutiondate: '2026-11-23T10:00:00.000+0100' },
  });
  await site.call('u-coo', 'POST', path, { transition: { id: '41' } });
  expect((await site.call('u-coo', 'GET', '/issue/APP-1?fields=resolution')).body).toMatchObject({
    fields: { resolution: null },
  });
});

test('a transition without a rule asks no validator, and the move reaches the app with its changelog', async () => {
  const site = openWorld();
  const path = '/issue/APP-1/transitions';
  const { body } = await site.call('u-coo', 'GET', path);
  const { transitions } = body as { transitions: { id: string; name: string }[] };
  const shortcut = transitions.find(({ name }) => name === 'Shortcut');
  expect((await site.call('u-coo', 'POST', path, { transition: { id: shortcut?.id } })).status).toBe(204);
  expect(site.host.validations).toEqual([]);
  expect(site.host.emitted).toMatchObject([
    {
      type: 'avi:jira:updated:issue',
      payload: {
        atlassianId: 'u-coo',
        changelog: { items: [{ field: 'status', fromString: 'To Do', toString: 'In Progress' }] },
      },
    },
  ]);
});

test('a rule taken off its transition is not asked; put back, it is', async () => {
  const site = openWorld();
  site.host.answer = () => ({ result: false, errorMessage: 'No.' });
  const workflow = site.jira.workflowOf('APP');
  const [rule] = site.jira.rules('APP').filter(({ transition }) => transition.id === '11');
  const at = { workflowId: workflow?.id ?? '', transitionId: '11' };
  site.jira.removeRule(at.workflowId, at.transitionId, rule?.rule.id ?? '');
  expect((await site.call('u-coo', 'POST', '/issue/APP-1/transitions', start)).status).toBe(204);
  site.jira.configureRule({ ...at, moduleKey: 'transition-check' }, rule?.rule.configuration);
  expect((await site.call('u-coo', 'POST', '/issue/APP-2/transitions', start)).status).toBe(400);
});
