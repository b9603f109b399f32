import { MAX_ACTED_ON } from '../../../src/contract/report-acts';
import { enforcing } from '../../support/policies';
import { call, from } from '../../support/calling';
import { asked, briefed, owner } from '../../support/events';
import { epic, ofType, STORY, under } from '../../support/items';
import { world, type World } from '../../support/memory-ports';
import { COO, CTO, OPS, PLATFORM } from '../../support/people';

/** Three epics: EXP-1 owned and asking, EXP-2 without anything, EXP-3 with a brief. */
function three(): World {
  const here = world(...owner(COO), asked('A1'));
  for (const n of [2, 3])
    here.jira.items.set(`EXP-${n}`, epic({ issueKey: `EXP-${n}`, issueId: `1000${n}` }));
  here.charters.put('EXP-3', [...owner(COO), briefed(COO)], '10003');
  return here;
}

const items = (...keys: readonly string[]) => keys.map((issueKey) => ({ issueKey }));
const act = (here: World, action: object, keys: readonly string[], accountId = CTO) =>
  call(here, 'report/act', { items: items(...keys), action }, from(accountId, { issueKey: undefined }));

it('nominates item by item: what one is refused for stops no other', async () => {
  const here = three();
  const answer = await act(here, { kind: 'nominate', accountId: OPS }, ['EXP-1', 'EXP-2', 'EXP-404']);
  expect(answer).toMatchObject({
    ok: true,
    results: [
      { issueKey: 'EXP-1', ok: false, error: { code: 'already-accepted' } },
      { issueKey: 'EXP-2', ok: true, item: { dri: { accountId: OPS, status: 'nominated' }, seen: 1 } },
      { issueKey: 'EXP-404', ok: false, error: { code: 'not-found' } },
    ],
    people: { [OPS]: { accountId: OPS } },
  });
  expect(here.charters.stored.get('EXP-1')?.version).toBe(1);
  expect(here.charters.stored.get('EXP-2')?.charter.dri?.accountId).toBe(OPS);
});

it('sets a review date where there is a brief', async () => {
  const here = three();
  const answer = await act(here, { kind: 'review', reviewOn: '2027-02-01' }, ['EXP-2', 'EXP-3']);
  expect(answer).toMatchObject({
    results: [
      { issueKey: 'EXP-2', ok: false, error: { code: 'no-brief' } },
      { issueKey: 'EXP-3', ok: true, item: { reviewOn: '2027-02-01' } },
    ],
  });
});

it('does nothing to an item that somebody changed since it was looked at', async () => {
  const here = three();
  here.charters.put(
    'EXP-2',
    [{ type: 'dri-nominated', at: '2026-11-23T11:00:00.000Z', by: COO, accountId: COO }],
    '10002',
  );
  const answer = await call(
    here,
    'report/act',
    { items: [{ issueKey: 'EXP-2', seen: 0 }], action: { kind: 'nominate', accountId: OPS } },
    from(CTO),
  );
  expect(answer).toMatchObject({ results: [{ ok: false, error: { code: 'changed-meanwhile' } }] });
  expect(here.charters.stored.get('EXP-2')?.charter.dri?.accountId).toBe(COO);
});

it('reminds once, whoever reminds how often', async () => {
  const here = three();
  const first = await act(here, { kind: 'remind' }, ['EXP-1', 'EXP-2']);
  expect(first).toMatchObject({
    results: [
      { issueKey: 'EXP-1', ok: true, reminded: [PLATFORM], already: [] },
      { issueKey: 'EXP-2', ok: true, reminded: [], already: [] },
    ],
  });
  const again = await act(here, { kind: 'remind' }, ['EXP-1'], COO);
  expect(again).toMatchObject({ results: [{ ok: true, reminded: [], already: [PLATFORM] }] });
  expect([...here.clocks.stored.values()]).toEqual([
    expect.objectContaining({ accountId: PLATFORM, issueKey: 'EXP-1', state: 'waiting', how: 'mail' }),
  ]);
  expect(here.charters.calls['write'] ?? 0).toBe(0);
});

it('reminds nobody of what waits for oneself', async () => {
  const here = world({ type: 'dri-nominated', at: '2026-11-23T11:00:00.000Z', by: CTO, accountId: COO });
  expect(await act(here, { kind: 'remind' }, ['EXP-1'], COO)).toMatchObject({
    results: [{ ok: true, reminded: [], already: [] }],
  });
});

it('writes a reminder again where somebody else wrote at the same moment', async () => {
  const here = three();
  here.clocks.refusals = 1;
  expect(await act(here, { kind: 'remind' }, ['EXP-1'])).toMatchObject({
    results: [{ reminded: [PLATFORM] }],
  });
  here.clocks.stored.clear();
  here.clocks.refusals = 2;
  expect(await act(here, { kind: 'remind' }, ['EXP-1'])).toMatchObject({
    results: [{ ok: false, error: { code: 'unavailable' } }],
  });
});

it('is for people who may edit an item or own it, and for them alone', async () => {
  const here = three();
  here.jira.userEdits = false;
  expect(await act(here, { kind: 'remind' }, ['EXP-1'], OPS)).toMatchObject({
    results: [{ ok: false, error: { code: 'forbidden' } }],
  });
  here.jira.userSees = false;
  const hidden = await act(here, { kind: 'remind' }, ['EXP-1', 'EXP-404'], 'u-outsider');
  expect(hidden).toMatchObject({
    results: [{ error: { code: 'not-found' } }, { error: { code: 'not-found' } }],
    people: {},
  });
});

it('acts on an item once, and on so many at a time', async () => {
  const here = three();
  const twice = await act(here, { kind: 'nominate', accountId: OPS }, ['EXP-2', 'EXP-2']);
  expect(twice).toMatchObject({ results: [{ ok: true }] });
  const many = Array.from({ length: MAX_ACTED_ON + 1 }, (_, n) => `EXP-${n + 1}`);
  expect(await act(here, { kind: 'remind' }, many)).toMatchObject({
    ok: false,
    error: { code: 'invalid', field: 'items' },
  });
});

it('gives the line of a child with the verdict of what stands above it', async () => {
  const here = three();
  here.charters.setPolicy('EXP', { ...enforcing, childrenFollow: true });
  here.jira.items.set('EXP-12', epic({ issueKey: 'EXP-12', ...ofType(STORY), ...under('EXP-2') }));
  const answer = await act(here, { kind: 'nominate', accountId: OPS }, ['EXP-12']);
  expect(answer).toMatchObject({
    results: [{ issueKey: 'EXP-12', ok: true, item: { gate: { verdict: 'block', ofAncestor: 'EXP-2' } } }],
  });
});

it('gives the line of an item that the app may not see without a verdict', async () => {
  const here = three();
  here.jira.hiddenFromApp.add('EXP-2');
  expect(await act(here, { kind: 'nominate', accountId: OPS }, ['EXP-2'])).toMatchObject({
    results: [
      {
        ok: true,
        item: {
          gate: null,
          gateUnknown: 'app-may-not-see',
          test: { owner: 'unknown' },
          dri: { accountId: OPS },
        },
      },
    ],
  });
});
