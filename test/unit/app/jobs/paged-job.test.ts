import { goingOn, isPaged, type PagedEvent } from '../../../../src/app/jobs/paged-job';
import type { Claims } from '../../../../src/app/ports';
import { Unavailable } from '../../../../src/platform/unavailable';
import type { FollowUp, FollowUps } from '../../../../src/app/jobs/ports';

/** Claims that know their asker again, as storage does. */
class Claimed implements Claims {
  readonly holders = new Map<string, string>();
  async take(key: string, mark = '') {
    if (!this.holders.has(key)) this.holders.set(key, mark);
    return this.holders.get(key) === mark;
  }
  async isTaken(key: string) {
    return this.holders.has(key);
  }
  async marksOf(keys: readonly string[]) {
    return new Map([...this.holders].filter(([key]) => keys.includes(key)));
  }
  async release(key: string) {
    this.holders.delete(key);
  }
}

const PAGES = 12;

/** Runs paged work on a queue that delivers every event twice. How often a page was looked at, and the leaves' count. */
async function run(fails: (delivery: number) => boolean = () => false) {
  const claims = new Claimed();
  const seen: number[] = Array.from({ length: PAGES }, () => 0);
  const waiting: PagedEvent[] = [];
  let [named, delivered, leaves] = [0, 0, 0];
  const queue: FollowUps = {
    async push(jobs) {
      for (const { stretch, ...job } of jobs) {
        if (isPaged(job)) waiting.push({ eventId: `e${(named += 1)}`, job: job, continuation: stretch });
        else leaves += 1;
      }
    },
  };
  const deliver = async (event: PagedEvent): Promise<boolean> => {
    const { job } = event;
    const page = job.kind === 'access-review' ? Number(job.cursor ?? 0) : 0;
    seen[page] = (seen[page] ?? 0) + 1;
    const broken = fails((delivered += 1));
    const down: FollowUps = { push: () => Promise.reject(new Unavailable('queue', 'down')) };
    const jobs: FollowUp[] = [{ kind: 'write-fields', issueKey: 'EXP-1' }];
    if (page + 1 < PAGES) jobs.push({ kind: 'access-review', cursor: String(page + 1) });
    return goingOn(event, { claims, followUps: broken ? down : queue })
      .push(jobs)
      .then(
        () => true,
        () => false,
      );
  };
  waiting.push({ eventId: 'first', job: { kind: 'access-review' } });
  for (let event = waiting.shift(); event && delivered < 5000; event = waiting.shift()) {
    const copies = [await deliver(event), await deliver(event)];
    if (copies.includes(false)) waiting.push(event);
  }
  return { seen, leaves, delivered };
}

test('pages do not multiply where every event comes twice', async () => {
  const { seen, leaves } = await run();
  expect(Math.max(...seen)).toBeLessThanOrEqual(4);
  expect(Math.min(...seen)).toBeGreaterThan(0);
  expect(leaves).toBeLessThanOrEqual(2 * PAGES);
});

test('every page is reached where the queue takes nothing for a while', async () => {
  const { seen, delivered } = await run((delivery) => delivery % 5 === 0 || (delivery > 10 && delivery < 30));
  expect(Math.min(...seen)).toBeGreaterThan(0);
  expect(delivered).toBeLessThan(20 * PAGES);
});

test('what a page hands to other paged work goes on under a name of its own', async () => {
  const pushed: unknown[] = [];
  const followUps: FollowUps = { push: async (jobs) => void pushed.push(...jobs) };
  const job: FollowUp = { kind: 'gdpr-collect', accounts: {} };
  const queue = goingOn(
    { eventId: 'e', job, continuation: { run: 'r', page: 3 } },
    { claims: new Claimed(), followUps },
  );
  await queue.push([{ kind: 'gdpr-report', accounts: {} }, { kind: 'gdpr-report', accounts: {} }, job]);
  expect(pushed).toEqual([
    { kind: 'gdpr-report', accounts: {}, stretch: { run: 'r.3.0', page: 1 } },
    { kind: 'gdpr-report', accounts: {}, stretch: { run: 'r.3.1', page: 1 } },
    { kind: 'gdpr-collect', accounts: {}, stretch: { run: 'r', page: 4 } },
  ]);
});
