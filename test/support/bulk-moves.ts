import type { CharterRecord } from '../../src/platform/storage/charter-record';
import { clientOf } from './client';
import { enforce } from './enforced';
import { useSite } from './sandbox';

interface Progress {
  readonly status: string;
  readonly processedAccessibleIssues?: readonly number[];
  readonly failedAccessibleIssues?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Two bulk moves at once, of so many items each, with what Forge takes in a minute: time goes on while they run. What may
 * start is started, what may not stays with the gate's reasons; the day after, every item's record says what happened to it.
 *
 * @param size items of one move, at most a thousand
 */
export function describeBulkMoves(size: number): void {
  const site = useSite({
    switches: { eventsPerMinute: 500, storageUnitsPerMinute: 4000, eventDelay: 'PT1M' },
  });
  const as = (accountId: string) => clientOf(site, accountId);
  const advance = (by: string) => as('u-admin').send('POST', '/sandbox/clock', { advance: by });

  /** Epics that nobody owns yet. */
  function epics(count: number): readonly { readonly id: string; readonly key: string }[] {
    return Array.from({ length: count }, (_, place) =>
      site.sandbox.jira.addIssue({
        project: 'EXP',
        type: 'Epic',
        values: { summary: `Epic ${place}`, reporter: 'u-coo', assignee: 'u-coo' },
      }),
    );
  }

  async function moveAll(keys: readonly string[]): Promise<string> {
    const { body } = await as('u-ops').get(`/rest/api/3/issue/${keys[0]}/transitions`);
    const start = (body as { transitions: { id: string; name: string }[] }).transitions.find(
      ({ name }) => name === 'Start',
    );
    const bulkTransitionInputs = [{ selectedIssueIdsOrKeys: keys, transitionId: start?.id ?? '' }];
    const answer = await as('u-ops').send('POST', '/rest/api/3/bulk/issues/transition', {
      bulkTransitionInputs,
    });
    expect(answer.status).toBe(201);
    return (answer.body as { taskId: string }).taskId;
  }

  const progressOf = async (taskId: string): Promise<Progress> =>
    (await as('u-ops').get(`/rest/api/3/bulk/queue/${taskId}`)).body as Progress;

  const recordOf = (key: string): CharterRecord | undefined =>
    site.sandbox.kvs.table({ kind: 'entity', name: 'charter' }).get(key)?.value as CharterRecord | undefined;

  test(`two bulk moves of ${size} at once: each item asks the gate, and what passed is recorded once`, async () => {
    await enforce(site, 'EXP', { mode: 'observe' });
    const all = epics(2 * size);
    const keys = all.map(({ key }) => key);
    const tasks = [await moveAll(keys.slice(0, size)), await moveAll(keys.slice(size))];
    let left = [...tasks];
    while (left.length > 0) {
      await advance('PT5S');
      const states = await Promise.all(left.map(progressOf));
      left = left.filter((_, place) => states[place]?.status === 'RUNNING');
    }
    const done = await Promise.all(tasks.map(progressOf));
    expect(done.map(({ status, failedAccessibleIssues }) => [status, failedAccessibleIssues])).toEqual([
      ['COMPLETE', {}],
      ['COMPLETE', {}],
    ]);
    // What a minute does not take waits for the hour, and what was lost for the day.
    for (let hour = 0; hour < 30; hour += 1) await advance('PT1H');
    const reasons = keys.map((key) => recordOf(key)?.charter.charter.passages.map(({ reason }) => reason));
    // Where the minute's storage was used up, a move that is only observed passes unchecked, and is recorded as that.
    const recorded = (reason: string): number =>
      reasons.filter((one) => one?.length === 1 && one[0] === reason).length;
    expect(recorded('observe') + recorded('unchecked')).toBe(keys.length);
    expect(recorded('observe')).toBeGreaterThanOrEqual(keys.length / 2);
    site.logs.splice(0);
  }, 900_000);

  test('a bulk move under a policy that enforces leaves where they are those that may not start, with its reasons', async () => {
    await enforce(site, 'EXP');
    const [count, ready] = [10, 6];
    const all = epics(count);
    for (const { key } of all.slice(0, ready)) {
      await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
      await as('u-coo').done(key, 'dri/accept');
      await as('u-coo').done(key, 'dependencies/declare-none');
    }
    const taskId = await moveAll(all.map(({ key }) => key));
    let state = await progressOf(taskId);
    while (state.status === 'RUNNING') state = await progressOf(taskId);
    expect(state.processedAccessibleIssues).toEqual(all.slice(0, ready).map(({ id }) => Number(id)));
    const refused = state.failedAccessibleIssues ?? {};
    expect(Object.keys(refused).sort()).toEqual(
      all
        .slice(ready)
        .map(({ id }) => id)
        .sort(),
    );
    for (const [reason] of Object.values(refused)) expect(reason).toContain('Nobody owns this work item');
  }, 300_000);
}
