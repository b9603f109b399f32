import type { Space } from '../../../packages/forge-sandbox/src/forge/kvs/store';
import {
  clientOf,
  refusalCode,
  succeeded,
  type Client,
  type PanelSeen,
  type Reply,
} from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const CLIENTS = 50;
const request = (deliverable: string): object => ({
  providerAccountId: 'u-platform',
  deliverable,
  acceptance: 'It answers on its address',
  neededBy: '2026-12-18',
});

/** The record as it lies in storage: its version counts the changes ever written. */
function versionOf(key: string): unknown {
  const space: Space = { kind: 'entity', name: 'charter' };
  const record = site.sandbox.kvs.read(site.sandbox.kvs.table(space), key);
  return record?.attributes?.['version'];
}

const events = ({ history }: PanelSeen, type: string): number =>
  history.filter((event) => event.type === type).length;
const successes = (replies: readonly Reply[]): number => replies.filter(({ body }) => succeeded(body)).length;
const codes = (replies: readonly Reply[]): string[] =>
  replies.filter(({ body }) => !succeeded(body)).map(refusalCode);

/** The same call, over the wire or straight into the installed app. */
const ways = [
  [
    'over HTTP',
    (who: string, key: string, call: string, payload: unknown) => as(who).panel(key, call, payload),
  ],
  [
    'directly',
    async (who: string, key: string, call: string, payload: unknown): Promise<Reply> => ({
      status: 200,
      body: await site.sandbox.invoke('agreement-panel', call, payload, { issueKey: key }, who),
    }),
  ],
] as const;

/** An epic of u-coo's with one agreement asked of u-platform. */
async function asked(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  await as('u-coo').done(key, 'agreement/request', request('The first promise'));
  return key;
}

describe.each(ways)('%s', (_, send) => {
  test('two acknowledgements of one agreement: one is taken, the other is told', async () => {
    const key = await asked();
    const replies = await Promise.all(
      [1, 2].map(() => send('u-platform', key, 'agreement/acknowledge', { agreementId: 'A1' })),
    );
    const after = await as('u-coo').done(key, 'charter/get');
    expect(events(after, 'agreement-acknowledged')).toBe(1);
    expect(codes(replies)).toEqual(['wrong-status']);
    expect(versionOf(key)).toBe(4);
  });

  test('an acknowledgement and a decline of one agreement: the first holds', async () => {
    const key = await asked();
    const replies = await Promise.all([
      send('u-platform', key, 'agreement/acknowledge', { agreementId: 'A1' }),
      send('u-platform', key, 'agreement/decline', {
        agreementId: 'A1',
        reason: 'No capacity',
        availableFrom: '2027-01-11',
      }),
    ]);
    expect(codes(replies)).toEqual(['wrong-status']);
    expect(versionOf(key)).toBe(4);
  });

  test('a nomination and an acceptance: whoever comes second decides on what the first left', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
    const replies = await Promise.all([
      send('u-ops', key, 'dri/accept', {}),
      send('u-coo', key, 'dri/nominate', { accountId: 'u-cto' }),
    ]);
    const { charter, history } = await as('u-coo').done(key, 'charter/get');
    const [acceptance, nomination] = replies.map(({ body }) => succeeded(body));
    // Either u-ops accepted in time and is not replaced, or was replaced and can no longer accept.
    expect([acceptance, nomination, charter.dri]).toEqual(
      acceptance
        ? [true, false, expect.objectContaining({ accountId: 'u-ops', status: 'accepted' })]
        : [false, true, expect.objectContaining({ accountId: 'u-cto', status: 'nominated' })],
    );
    expect(codes(replies)).toEqual([acceptance ? 'already-accepted' : 'forbidden']);
    expect(history.length).toBe(2);
  });

  test('fifty different requests at once: all are kept, each with its own id', async () => {
    const key = await asked();
    const replies = await Promise.all(
      Array.from({ length: CLIENTS }, (__, n) =>
        send(n % 2 === 0 ? 'u-coo' : 'u-cto', key, 'agreement/request', request(`Promise ${n}`)),
      ),
    );
    expect(codes(replies)).toEqual([]);
    const after = await as('u-coo').done(key, 'charter/get');
    const ids = after.charter.agreements.map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: CLIENTS + 1 }, (__, n) => `A${n + 1}`));
    expect(events(after, 'agreement-requested')).toBe(CLIENTS + 1);
    expect(versionOf(key)).toBe(3 + CLIENTS);
  });

  test('fifty times the same request at once: one is kept, the rest are told which', async () => {
    const key = await asked();
    const replies = await Promise.all(
      Array.from({ length: CLIENTS }, () =>
        send('u-coo', key, 'agreement/request', request('The same thing')),
      ),
    );
    expect(codes(replies)).toEqual(Array(CLIENTS - 1).fill('already-asked'));
    expect(events(await as('u-coo').done(key, 'charter/get'), 'agreement-requested')).toBe(2);
    expect(versionOf(key)).toBe(4);
  });

  test('fifty clients doing different things at once: what was answered with yes is what happened', async () => {
    const key = await asked();
    const others = ['u-cto', 'u-product', 'u-sales', 'u-ops', 'u-marketing'];
    const calls = Array.from({ length: CLIENTS }, (__, n): readonly [string, string, object] => {
      const other = others[n % others.length] ?? '';
      switch (n % 5) {
        case 0:
          return ['u-platform', 'agreement/acknowledge', { agreementId: 'A1' }];
        case 1:
          return [other, 'agreement/request', request(`Promise ${n}`)];
        case 2:
          return ['u-coo', 'dri/nominate', { accountId: other }];
        case 3:
          return [other, 'dri/accept', {}];
        default:
          return [other, 'authority/grant', { decisions: `Decision ${n}` }];
      }
    });
    const before = await as('u-coo').done(key, 'charter/get');
    const replies = await Promise.all(calls.map(([who, call, payload]) => send(who, key, call, payload)));
    const after = await as('u-coo').done(key, 'charter/get');

    expect(codes(replies)).not.toContain('busy');
    expect(after.history.slice(0, before.history.length)).toEqual(before.history);
    expect(successes(replies)).toBe(after.history.length - before.history.length);
    expect(versionOf(key)).toBe(after.history.length);
    // Every success of one kind is one event of that kind.
    const kinds = {
      'agreement/acknowledge': 'agreement-acknowledged',
      'agreement/request': 'agreement-requested',
      'dri/nominate': 'dri-nominated',
      'dri/accept': 'dri-accepted',
      'authority/grant': 'authority-granted',
    };
    for (const [call, type] of Object.entries(kinds)) {
      const own = replies.filter((__, n) => calls[n]?.[1] === call);
      expect([call, successes(own)]).toEqual([call, events(after, type) - events(before, type)]);
    }
    const ids = after.charter.agreements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('two people saving one policy: the second is told, nothing is overwritten', async () => {
  const context = { projectKey: 'HAND' };
  const { body } = await as('u-admin').invoke('project-policy', 'policy/get', {}, context);
  const { policy } = body as { policy: object };
  const replies = await Promise.all(
    ['observe', 'coach'].map((mode) =>
      as('u-admin').invoke('project-policy', 'policy/save', { policy: { ...policy, mode } }, context),
    ),
  );
  expect(codes(replies)).toEqual(['changed-meanwhile']);
  const won = replies.map(({ body: answer }) => answer).find(succeeded);
  const { body: after } = await as('u-admin').invoke('project-policy', 'policy/get', {}, context);
  expect(after).toMatchObject({ policy: (won as unknown as { policy: object }).policy });
});
