import { openWorld, type World } from './helpers';

const begin = (site: World, keys: readonly string[], as = 'u-coo', transitionId = '11') =>
  site.call(as, 'POST', '/bulk/issues/transition', {
    bulkTransitionInputs: [{ selectedIssueIdsOrKeys: keys, transitionId }],
  });

interface Progress {
  readonly status: string;
  readonly progressPercent: number;
  readonly processedAccessibleIssues?: readonly number[];
  readonly failedAccessibleIssues?: Readonly<Record<string, readonly string[]>>;
}

async function progress(site: World, taskId: string): Promise<Progress> {
  return (await site.call('u-coo', 'GET', `/bulk/queue/${taskId}`)).body as Progress;
}

async function ended(site: World, taskId: string): Promise<Progress> {
  for (;;) {
    const now = await progress(site, taskId);
    if (now.status !== 'RUNNING') return now;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const taskOf = ({ body }: { body?: unknown }): string => (body as { taskId: string }).taskId;
const idOf = (site: World, key: string): string => site.jira.issue(key)?.id ?? '';

test('every item asks its validators: one that is refused stays, with its reasons, and the others move', async () => {
  const site = openWorld();
  site.host.answer = (_key, { issue }) =>
    issue.key === 'APP-1' ? { result: false, errorMessage: 'Nobody owns this.' } : { result: true };
  const answer = await begin(site, ['APP-1', 'APP-2', 'APP-3']);
  expect(answer.status).toBe(201);
  const done = await ended(site, taskOf(answer));
  expect(done).toMatchObject({
    status: 'COMPLETE',
    progressPercent: 100,
    processedAccessibleIssues: ['APP-2', 'APP-3'].map((key) => Number(idOf(site, key))),
    failedAccessibleIssues: { [idOf(site, 'APP-1')]: ['Nobody owns this.'] },
  });
  expect(site.host.validations).toHaveLength(3);
  expect(site.host.emitted.filter(({ type }) => type === 'avi:jira:updated:issue')).toHaveLength(2);
});

test('the task is handed out before it is done', async () => {
  const site = openWorld();
  let go = (): void => undefined;
  const wait = new Promise<void>((resolve) => (go = resolve));
  site.host.answer = async () => {
    await wait;
    return { result: true };
  };
  const taskId = taskOf(await begin(site, ['APP-1', 'APP-2']));
  expect(await progress(site, taskId)).toMatchObject({ status: 'RUNNING', progressPercent: 0 });
  go();
  expect(await ended(site, taskId)).toMatchObject({ status: 'COMPLETE' });
});

test('five run at a time on a site, and a sixth is refused until one has ended', async () => {
  const site = openWorld();
  let go = (): void => undefined;
  const wait = new Promise<void>((resolve) => (go = resolve));
  site.host.answer = async () => {
    await wait;
    return { result: true };
  };
  const running = await Promise.all(Array.from({ length: 5 }, () => begin(site, ['APP-1'])));
  expect(running.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  expect((await begin(site, ['APP-2'])).status).toBe(400);
  go();
  for (const one of running) await ended(site, taskOf(one));
  expect((await begin(site, ['APP-2'])).status).toBe(201);
});

test('a thousand items are taken, and one more is refused, as is an item that is not seen', async () => {
  const site = openWorld();
  const keys = Array.from({ length: 1001 }, () => 'APP-1');
  expect((await begin(site, keys)).status).toBe(400);
  const answer = await begin(site, keys.slice(1));
  expect(answer.status).toBe(201);
  await ended(site, taskOf(answer));
  expect((await begin(site, ['APP-1'], 'u-outsider')).status).toBe(400);
  expect((await begin(site, [])).status).toBe(400);
});
