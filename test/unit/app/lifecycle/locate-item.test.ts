import { changeCharter } from '../../../../src/app/charter/change-charter';
import { followSearch, locateItem } from '../../../../src/app/lifecycle/locate-item';
import { authorizeItem } from '../../../../src/app/charter/authorize-item';
import type { FollowUp } from '../../../../src/app/jobs/ports';
import { replay } from '../../../../src/domain/charter/evolve';
import { as, NOW } from '../../../support/charter-spec';
import { acknowledged, asked, nominated, owner } from '../../../support/events';
import { epic } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';
import { call, from } from '../../../support/calling';

const promised = [...owner(COO), asked('A1'), acknowledged('A1')];

/** Jira finds an issue by its id and by every key it had. */
function jiraHas(w: World, issueKey: string, ...formerKeys: string[]): void {
  w.jira.items.clear();
  for (const name of ['10001', issueKey, ...formerKeys])
    w.jira.items.set(name, epic({ issueKey, issueId: '10001' }));
}

const told = (issueKey: string, gone = false) =>
  ({ kind: 'locate-item', issueId: '10001', issueKey, gone }) as const;
const types = (w: World, key: string) => w.charters.stored.get(key)?.history.map(({ type }) => type);

describe('an item that moved', () => {
  it('takes its charter along, once, however often and in whatever order it is told', async () => {
    const w = world(...promised);
    jiraHas(w, 'OPS-3', 'EXP-1', 'PLAT-9');
    // The second of two moves is told first.
    for (const key of ['PLAT-9', 'EXP-1', 'EXP-1', 'PLAT-9']) await locateItem(told(key), w);
    expect([...w.charters.stored.keys()]).toEqual(['OPS-3']);
    const { charter, history, version } = w.charters.stored.get('OPS-3')!;
    expect({ ...charter, slips: undefined }).toEqual({ ...replay(promised), slips: undefined });
    expect(history.at(-1)).toMatchObject({ type: 'item-moved', from: 'EXP-1', to: 'OPS-3', by: 'holdfast' });
    expect([history.length, version]).toEqual([promised.length + 1, 2]);
  });

  it('has its fields written anew', async () => {
    const w = world(...promised);
    jiraHas(w, 'PLAT-9', 'EXP-1');
    await locateItem(told('EXP-1'), w);
    expect(w.followUps.jobs).toEqual([{ kind: 'write-fields', issueKey: 'PLAT-9' }]);
  });

  it('brings its charter even where nobody told of the move, when somebody opens it', async () => {
    const w = world(...promised);
    jiraHas(w, 'PLAT-9', 'EXP-1');
    const answer = await call(w, 'charter/get', {}, from(CTO, { issueKey: 'PLAT-9' }));
    expect(answer).toMatchObject({ ok: true, charter: { agreements: [{ id: 'A1' }] } });
    expect([...w.charters.stored.keys()]).toEqual(['PLAT-9']);
  });

  it('brings its charter when somebody opens it by the old key', async () => {
    const w = world(...promised);
    jiraHas(w, 'PLAT-9', 'EXP-1');
    const answer = await call(
      w,
      'agreement/deliver',
      { agreementId: 'A1', evidence: 'It runs' },
      from(PLATFORM),
    );
    expect(answer).toMatchObject({ ok: true, charter: { agreements: [{ status: 'delivered' }] } });
    expect([...w.charters.stored.keys()]).toEqual(['PLAT-9']);
  });

  it('loses nothing when a second charter was begun under the new key', async () => {
    const w = world(...promised);
    jiraHas(w, 'PLAT-9', 'EXP-1');
    w.charters.put('PLAT-9', [nominated(CTO), asked('A1', { deliverable: 'A load test' })], '10001');
    await locateItem(told('EXP-1'), w);
    const { charter } = w.charters.stored.get('PLAT-9')!;
    expect(charter.agreements.map(({ id, deliverable }) => [id, deliverable])).toEqual([
      ['A1', 'A staging cluster'],
      ['A2', 'A load test'],
    ]);
    expect(charter.dri).toMatchObject({ accountId: COO, status: 'accepted' });
    expect(types(w, 'PLAT-9')).toEqual([
      ...promised.map(({ type }) => type),
      'item-moved',
      'step-set-aside',
      'agreement-requested',
    ]);
    expect(w.charters.stored.has('EXP-1')).toBe(false);
  });

  it('is moved as it is at that moment, when somebody writes meanwhile', async () => {
    const w = world(...promised);
    jiraHas(w, 'PLAT-9', 'EXP-1');
    w.charters.beforeWrite = () => {
      w.charters.beforeWrite = () => undefined;
      w.charters.put('EXP-1', [...promised, asked('A2', { deliverable: 'B' })]);
    };
    await locateItem(told('EXP-1'), w);
    expect(w.charters.stored.get('PLAT-9')?.charter.agreements).toHaveLength(2);
  });

  it('has nothing decided on what is left under the old key', async () => {
    const w = world(...promised);
    const stored = await w.charters.readCharter('EXP-1');
    w.charters.beforeWrite = () => void w.charters.stored.delete('EXP-1');
    const command = { type: 'nominate-dri', accountId: OPS } as const;
    const changed = await changeCharter(
      { issueKey: 'EXP-1', issueId: '10001', stored, command, facts: as(COO) },
      w.charters,
    );
    expect(changed).toEqual({ ok: false, error: { code: 'busy' } });
    expect(w.charters.stored.size).toBe(0);
  });

  it('out of the sight of the app is not taken for deleted', async () => {
    const w = world(...promised);
    w.jira.items.clear();
    await locateItem(told('EXP-1'), w);
    expect(types(w, 'EXP-1')).toEqual(promised.map(({ type }) => type));
  });
});

describe('an item that was deleted', () => {
  async function deletedWorld(): Promise<World> {
    const w = world(...promised);
    w.jira.items.clear();
    for (let times = 0; times < 3; times += 1) await locateItem(told('EXP-1', true), w);
    return w;
  }

  it('keeps its charter, marked once', async () => {
    const w = await deletedWorld();
    const { charter, history } = w.charters.stored.get('EXP-1')!;
    expect(charter.itemDeletedAt).toEqual(expect.any(String));
    expect(history.filter(({ type }) => type === 'item-deleted')).toHaveLength(1);
  });

  it('can still be acted on by both sides of an agreement, and they see the agreement alone', async () => {
    const w = await deletedWorld();
    const delivered = await call(
      w,
      'agreement/deliver',
      { agreementId: 'A1', evidence: 'x' },
      from(PLATFORM),
    );
    expect(Object.keys(delivered)).toEqual(['ok', 'agreement', 'people', 'seen', 'now']);
    const accepted = await call(w, 'agreement/accept-delivery', { agreementId: 'A1' }, from(COO));
    expect(accepted).toMatchObject({ ok: true, agreement: { status: 'accepted' } });
    expect(Object.keys(accepted)).toEqual(['ok', 'agreement', 'people', 'seen', 'undo', 'now']);
  });

  it.each([
    ['agreement/withdraw', { agreementId: 'A1', reason: 'x' }, OPS],
    ['agreement/deliver', { agreementId: 'A1', evidence: 'x' }, OPS],
    ['agreement/withdraw', { agreementId: 'A9', reason: 'x' }, COO],
    ['charter/get', {}, COO],
    ['history/page', {}, COO],
    ['charter/get', {}, PLATFORM],
    ['dri/nominate', { accountId: OPS }, OPS],
  ])('does not exist for %s %j of %s', async (key, payload, who) => {
    const w = await deletedWorld();
    expect(await call(w, key, payload, from(who))).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('leaves it to the domain what each side may do', async () => {
    const w = await deletedWorld();
    const refused = await call(w, 'agreement/withdraw', { agreementId: 'A1', reason: 'x' }, from(PLATFORM));
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('is there again once somebody sees it', async () => {
    const w = await deletedWorld();
    jiraHas(w, 'EXP-1');
    await call(w, 'charter/get', {}, from(CTO));
    expect(w.followUps.jobs).toContainEqual(told('EXP-1'));
    await locateItem(told('EXP-1'), w);
    expect({ ...w.charters.stored.get('EXP-1')?.charter, slips: undefined }).toEqual({
      ...replay(promised),
      slips: undefined,
    });
    expect(types(w, 'EXP-1')?.at(-1)).toBe('item-restored');
  });

  it('that Jira still has, by the time the event is looked at, is not marked', async () => {
    const w = world(...promised);
    jiraHas(w, 'EXP-1');
    await locateItem(told('EXP-1', true), w);
    expect(types(w, 'EXP-1')).toEqual(promised.map(({ type }) => type));
  });
});

describe('a key that came back with another item behind it', () => {
  const newcomer = () => {
    const w = world(...promised);
    w.jira.items.clear();
    w.jira.items.set('EXP-1', epic({ issueId: '20001' }));
    return w;
  };

  it('opens with nothing of the other item, whose charter is kept aside', async () => {
    const w = newcomer();
    const { stored } = await authorizeItem({ accountId: COO, issueKey: 'EXP-1', named: [] }, w);
    expect(stored.version).toBe(0);
    const kept = w.charters.stored.get('EXP-1:10001');
    expect(kept?.charter.agreements).toEqual(replay(promised).agreements);
    expect(kept?.charter.itemDeletedAt).toEqual(expect.any(String));
  });

  it('hands the charter to its own item, where that lives on under another key', async () => {
    const w = newcomer();
    w.jira.items.set('10001', epic({ issueKey: 'PLAT-9', issueId: '10001' }));
    await authorizeItem({ accountId: COO, issueKey: 'EXP-1', named: [] }, w);
    expect([...w.charters.stored.keys()]).toEqual(['PLAT-9']);
  });

  it('takes a change on a charter of its own', async () => {
    const w = newcomer();
    const answer = await call(w, 'dri/nominate', { accountId: OPS }, from(COO));
    expect(answer).toMatchObject({ ok: true, charter: { dri: { accountId: OPS }, agreements: [] } });
    expect(w.charters.stored.get('EXP-1')).toMatchObject({ issueId: '20001', version: 1 });
  });
});

it('looks after every charter of a project, page by page', async () => {
  const w = world();
  for (let n = 1; n <= 5; n += 1) w.charters.put(`EXP-${n}`, promised, String(n));
  w.charters.put('PLAT-1', promised, '99');
  w.charters.pageSize = 2;
  const queue: FollowUp[] = [{ kind: 'find-charters', where: { projectKey: 'EXP' }, gone: true }];
  const seen: string[] = [];
  for (let job = queue.shift(); job; job = queue.shift()) {
    if (job.kind === 'locate-item') {
      expect(job.gone).toBe(true);
      seen.push(job.issueKey);
    }
    if (job.kind !== 'find-charters') continue;
    w.followUps.pushed.length = 0;
    await followSearch(job, w);
    queue.push(...w.followUps.jobs);
  }
  expect(seen.sort()).toEqual(['EXP-1', 'EXP-2', 'EXP-3', 'EXP-4', 'EXP-5']);
});

it('asks Jira for a hundred items at once, and looks after those alone that moved or are back', async () => {
  const w = world();
  const back = [...promised, { type: 'item-deleted', at: NOW, by: 'holdfast' } as const];
  for (let n = 1; n <= 4; n += 1) {
    w.charters.put(`EXP-${n}`, n === 3 ? back : promised, String(n));
    // Of the fourth the app sees nothing: it may be gone, or hidden.
    const issueKey = n === 2 ? 'PLAT-7' : `EXP-${n}`;
    if (n < 4)
      w.messages.known.set(String(n), { issueId: String(n), issueKey, summary: '', category: 'new' });
  }
  const asked = jest.spyOn(w.messages, 'items');
  await followSearch({ kind: 'find-charters', where: { everywhere: true }, gone: false }, w);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(w.followUps.jobs).toEqual([
    { kind: 'locate-item', issueKey: 'EXP-2', issueId: '2', gone: false },
    { kind: 'locate-item', issueKey: 'EXP-3', issueId: '3', gone: false },
  ]);
});
