import { clientOf, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite({ haste: 20 });
const as = (accountId: string): Client => clientOf(site, accountId);

/** Events that were delivered since a moment of the log. */
const deliveredSince = (since: number): number =>
  site.sandbox.calls.since(since).invocations.filter(({ kind }) => kind === 'consumer').length;

const chartersThere = (): number =>
  [...site.sandbox.kvs.table({ kind: 'entity', name: 'charter' }).entries()].length;

const CHARTERS = 120;
/** As storage gives them. */
const PAGE = 10;

beforeAll(async () => {
  while (chartersThere() < CHARTERS)
    await as('u-cto').done(newEpic(site.sandbox), 'dri/nominate', { accountId: 'u-coo' });
  await site.sandbox.drain();
}, 60_000);
afterEach(() => site.sandbox.faults.clear());

test.each(['weekly-review', 'personal-data'])(
  '%s goes through all pages, and they do not multiply where every event comes twice',
  async (schedule) => {
    const pages = chartersThere() / PAGE;
    site.sandbox.faults.add({ target: 'queue', duplicate: true });
    const { next } = site.sandbox.calls.since(0);
    await site.sandbox.host.fire(schedule);
    await site.sandbox.drain();
    const delivered = deliveredSince(next);
    expect(delivered).toBeGreaterThan(pages);
    // Four deliveries of each page; of each charter's own event as many.
    expect(delivered).toBeLessThan(4 * (pages + 5) + 4 * chartersThere());
  },
  60_000,
);
