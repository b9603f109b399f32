import { KvsRefusal } from '../../../packages/forge-sandbox/src/forge/kvs/errors';
import type { HistoryPageAnswer } from '../../../src/contract/answers';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();

type Seen = { readonly ok: boolean; readonly history: readonly CharterEvent[]; readonly earlier: number };

const call = (key: string, who: string, functionKey: string, payload: object = {}) =>
  site.sandbox.invoke('agreement-panel', functionKey, payload, { issueKey: key }, who);

async function done(key: string, who: string, functionKey: string, payload: object = {}): Promise<Seen> {
  const answer = (await call(key, who, functionKey, payload)) as Seen;
  expect(answer).toMatchObject({ ok: true });
  return answer;
}

const days = (n: number) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);

/** One more day moved: two entries. */
async function moveTheDay(key: string, n: number): Promise<void> {
  const reason = 'The hardware is late';
  await done(key, 'u-platform', 'agreement/renegotiate', { agreementId: 'A1', committedBy: days(n), reason });
  await done(key, 'u-coo', 'agreement/answer-renegotiation', { agreementId: 'A1', accept: true });
}

/** An epic with four entries, and two more for each day moved. */
async function promised(moved: number): Promise<string> {
  const key = newEpic(site.sandbox);
  await done(key, 'u-coo', 'dri/nominate', { accountId: 'u-coo' });
  await done(key, 'u-coo', 'dri/accept');
  await done(key, 'u-coo', 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: 'A cluster',
    acceptance: 'It answers',
    neededBy: '2026-12-18',
  });
  await done(key, 'u-platform', 'agreement/acknowledge', { agreementId: 'A1' });
  for (let n = 0; n < moved; n += 1) await moveTheDay(key, n);
  return key;
}

/** The whole history, read page by page as an export does. */
async function wholeHistory(key: string): Promise<readonly CharterEvent[]> {
  const pages: (readonly CharterEvent[])[] = [];
  let before: number | undefined;
  do {
    const page = (await call(
      key,
      'u-viewer',
      'history/page',
      before === undefined ? {} : { before },
    )) as HistoryPageAnswer;
    expect(page).toMatchObject({ ok: true });
    pages.unshift(page.events);
    before = page.nextBefore;
  } while (before !== undefined);
  return pages.flat();
}

const ledger = () => site.sandbox.kvs.table({ kind: 'entity', name: 'ledger' });

test('a long history is read in pages, and every entry is in one of them, in order', async () => {
  const key = await promised(100);
  const { history, earlier } = await done(key, 'u-viewer', 'charter/get');
  expect(earlier).toBeGreaterThan(0);
  expect(earlier + history.length).toBe(204);
  const whole = await wholeHistory(key);
  expect(whole).toHaveLength(204);
  expect(whole.slice(earlier)).toEqual(history);
  expect(whole.slice(0, 4).map(({ type }) => type)).toEqual([
    'dri-nominated',
    'dri-accepted',
    'agreement-requested',
    'agreement-acknowledged',
  ]);
  const moved = whole.flatMap((event) =>
    event.type === 'renegotiation-proposed' ? [event.committedBy] : [],
  );
  expect(moved).toEqual(Array.from({ length: 100 }, (_, n) => days(n)));
});

test('pages fit together while others write', async () => {
  const key = await promised(57);
  const { earlier, history } = await done(key, 'u-viewer', 'charter/get');
  expect([earlier, history.length]).toEqual([0, 118]);
  await moveTheDay(key, 200);
  await moveTheDay(key, 201);
  const now = await done(key, 'u-viewer', 'charter/get');
  expect(now.earlier).toBeGreaterThan(0);
  const page = (await call(key, 'u-viewer', 'history/page', { before: 5 })) as HistoryPageAnswer;
  expect([page.from, page.events.length]).toEqual([0, 5]);
  expect(page.events).toEqual(history.slice(0, 5));
});

/** Lets steps follow until one of them writes to the ledger; that one fails as told. */
async function failingAtTheMove(key: string, fail: (written: () => void) => void): Promise<void> {
  const table = ledger();
  const put = table.put.bind(table);
  table.put = (record) => {
    table.put = put;
    fail(() => put(record));
  };
  const before = table.size;
  for (let n = 300; table.size === before && n < 400; n += 1) await moveTheDay(key, n);
}

test('an answer lost while entries move leaves each of them once', async () => {
  const key = await promised(55);
  // The charter's record goes in first; the failure comes after all of the transaction was written.
  await failingAtTheMove(key, (write) => {
    write();
    throw new KvsRefusal('INTERNAL_SERVER_ERROR', 'The answer was lost.');
  });
  const { earlier, history } = await done(key, 'u-viewer', 'charter/get');
  expect(earlier).toBeGreaterThan(0);
  const whole = await wholeHistory(key);
  expect(whole).toHaveLength(earlier + history.length);
  const moved = whole.flatMap((event) =>
    event.type === 'renegotiation-proposed' ? [event.committedBy] : [],
  );
  expect(new Set(moved).size).toBe(moved.length);
});

test('ten who write at the moment entries move all find their entry there', async () => {
  const key = await promised(58);
  const payload = (n: number) => ({
    providerAccountId: 'u-ops',
    deliverable: `Part ${n}`,
    acceptance: 'It answers',
    neededBy: '2026-12-18',
  });
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => call(key, 'u-coo', 'agreement/request', payload(n))),
  );
  expect(answers.filter((answer) => (answer as Seen).ok)).toHaveLength(10);
  const whole = await wholeHistory(key);
  expect(whole.filter(({ type }) => type === 'agreement-requested')).toHaveLength(11);
});

test('whoever may not see the item reads none of its history', async () => {
  const key = await promised(0);
  expect(await call(key, 'u-outsider', 'history/page')).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});
