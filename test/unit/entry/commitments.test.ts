import type { CommitmentEntry, CommitmentsAnswer } from '../../../src/contract/answers';
import { HOLDFAST_ACTOR } from '../../../src/domain/ids';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { siteDefault } from '../../../src/domain/policy/policy';
import { call, from } from '../../support/calling';
import { BEFORE } from '../../support/charter-spec';
import { acknowledged, asked, countered, delivered, nominated, owner } from '../../support/events';
import { epic } from '../../support/items';
import { handleOf, world, type World } from '../../support/memory-ports';
import { COO, CTO, OPS, people, PLATFORM, TOKYO } from '../../support/people';
import { quietly } from '../../support/quiet';

/** A page that belongs to nothing but the reader. */
const page = (accountId: string) => from(accountId, { issueKey: undefined, projectKey: undefined });

async function list(here: World, accountId: string, payload: object = {}): Promise<CommitmentsAnswer> {
  const answer = await call(here, 'commitments/list', payload, page(accountId));
  if (!answer.ok || !('yours' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

const answer = (here: World, accountId: string, ...answers: readonly object[]) =>
  call(here, 'commitments/answer', { answers }, page(accountId));

const refOf = (accountId: string, issueKey: string, agreementId?: string): string =>
  `${handleOf(accountId, issueKey)}${agreementId === undefined ? '' : `:${agreementId}`}`;

const lines = (entries: readonly CommitmentEntry[]): readonly string[] =>
  entries.map(
    ({ duty, item, agreement }) => `${duty} ${agreement?.id ?? '-'} of ${item?.issueKey ?? 'hidden'}`,
  );

/** COO owns EXP-1 and EXP-2; PLATFORM is asked on both, OPS on the first. */
function two(): World {
  const here = world(...owner(COO), asked('A1'), asked('A2', { providerAccountId: OPS }));
  here.jira.items.set(
    'EXP-2',
    epic({ issueId: '10002', issueKey: 'EXP-2', summary: 'Close the first region' }),
  );
  here.charters.put('EXP-2', [...owner(COO), asked('A1', { neededBy: '2026-12-01' })], '10002');
  return here;
}

describe('the list', () => {
  it('shows what waits for a person and what they wait for, across work items, the nearest day first', async () => {
    const here = two();
    const provider = await list(here, PLATFORM);
    expect(lines(provider.yours)).toEqual(['acknowledge A1 of EXP-2', 'acknowledge A1 of EXP-1']);
    expect(provider.awaited).toEqual([]);
    const dri = await list(here, COO);
    expect(dri.yours).toEqual([]);
    expect(lines(dri.awaited)).toEqual([
      'acknowledge A1 of EXP-2',
      'acknowledge A1 of EXP-1',
      'acknowledge A2 of EXP-1',
    ]);
    expect(dri.awaited[0]).toMatchObject({
      who: PLATFORM,
      item: { issueKey: 'EXP-2', summary: 'Close the first region', status: { name: 'To Do' } },
      dri: { accountId: COO, status: 'accepted' },
    });
  });

  it('is empty for a stranger', async () => {
    const here = two();
    expect(await list(here, TOKYO)).toMatchObject({ yours: [], awaited: [], people: {} });
  });

  it('costs one read of each kind, however many work items', async () => {
    const here = two();
    await list(here, PLATFORM);
    expect(here.commitments.calls).toEqual({ page: 1 });
    expect(here.charters.calls).toEqual({ readFor: 1 });
    expect(here.jira.calls).toEqual({ issueSummaries: 1, people: 1 });
  });

  it('comes in pages', async () => {
    const here = two();
    here.commitments.pageSize = 1;
    const first = await list(here, PLATFORM);
    expect(first.yours).toHaveLength(1);
    const second = await list(here, PLATFORM, { cursor: first.nextCursor });
    expect(second.yours).toHaveLength(1);
    expect(second.nextCursor).toBeUndefined();
    expect(new Set([...first.yours, ...second.yours].map(({ ref }) => ref)).size).toBe(2);
  });

  it('believes the charter, not the row', async () => {
    const here = two();
    const rows = await here.commitments.page(PLATFORM);
    here.charters.put('EXP-1', [...owner(COO), asked('A1', { providerAccountId: OPS })]);
    here.commitments.page = () => Promise.resolve(rows);
    expect(lines((await list(here, PLATFORM)).yours)).toEqual(['acknowledge A1 of EXP-2']);
  });

  it('goes by the policy of each project', async () => {
    const here = world(...owner(COO));
    here.charters.setPolicy('EXP', {
      ...siteDefault,
      rules: { ...siteDefault.rules, 'brief.incomplete': { start: 'warn', finish: 'off' } },
    });
    expect(lines((await list(here, COO)).yours)).toEqual(['write-brief - of EXP-1']);
  });

  it('gives a promise of somebody who left to the DRI', async () => {
    const here = world(...owner(COO), asked('A1'), acknowledged('A1'));
    Object.assign(here.jira.known, { [PLATFORM]: { ...people[PLATFORM]!, active: false } });
    expect(lines((await list(here, COO)).yours)).toEqual(['ask-another A1 of EXP-1']);
  });
});

describe('a work item that Jira hides', () => {
  it('leaves a provider their own promises, and nothing that tells of the item', async () => {
    const here = world(
      ...owner(CTO),
      asked('A1', { by: COO }),
      asked('A2', { by: COO, providerAccountId: OPS, deliverable: 'Somebody else’s' }),
    );
    here.jira.userSees = false;
    const answered = await list(here, PLATFORM);
    expect(lines(answered.yours)).toEqual(['acknowledge A1 of hidden']);
    expect(answered.yours[0]).toMatchObject({
      agreement: { deliverable: 'A staging cluster' },
      awaitedBy: COO,
    });
    expect(JSON.stringify(answered)).not.toMatch(/EXP|10001|Somebody else|second region|u-ops|u-cto|Cem/);
    expect(Object.keys(answered.people).sort()).toEqual([COO, PLATFORM]);
  });

  it('leaves a DRI nothing: what they would answer does not exist for them', async () => {
    const here = world(...owner(COO), asked('A1'), countered('A1'));
    here.jira.userSees = false;
    expect(await list(here, COO)).toMatchObject({ yours: [], awaited: [] });
    const nominee = world(nominated(COO));
    nominee.jira.userSees = false;
    expect(await list(nominee, COO)).toMatchObject({ yours: [], awaited: [] });
  });

  it('lets the provider know that an answer to them is awaited', async () => {
    const here = world(...owner(CTO), asked('A1', { by: COO }), countered('A1'));
    here.jira.userSees = false;
    expect((await list(here, PLATFORM)).awaited).toMatchObject([{ duty: 'answer-counter', who: COO }]);
  });
});

describe('a question that needs a decision', () => {
  const raised: CharterEvent = {
    type: 'escalation-raised',
    at: BEFORE,
    by: COO,
    escalationId: 'E1',
    question: 'Which market first?',
    toAccountId: CTO,
  };

  it('waits for whom it was put to, is waited for by whoever put it, and is decided from the list', async () => {
    const here = world(...owner(COO), raised);
    const [line] = (await list(here, CTO)).yours;
    expect(line).toMatchObject({
      ref: refOf(CTO, 'EXP-1', 'E1'),
      duty: 'decide',
      urgency: 'soon',
      question: { escalationId: 'E1', text: 'Which market first?' },
      awaitedBy: COO,
    });
    expect((await list(here, COO)).awaited).toMatchObject([{ duty: 'decide', who: CTO }]);
    const decided = { ref: line?.ref, call: 'escalation/answer', input: { decision: 'Mexico' } };
    expect(await answer(here, COO, { ...decided, ref: refOf(COO, 'EXP-1', 'E1') })).toMatchObject({
      results: [{ ok: false, error: { code: 'forbidden' } }],
    });
    expect(await answer(here, CTO, decided)).toMatchObject({ results: [{ ok: true }] });
    expect((await list(here, CTO)).yours).toEqual([]);
  });

  it('is all that somebody learns who may not see the work item', async () => {
    const here = world(...owner(COO), asked('A1'), raised);
    here.jira.userSees = false;
    const answered = await list(here, CTO);
    expect(answered.yours).toMatchObject([{ duty: 'decide', awaitedBy: COO }]);
    expect(JSON.stringify(answered)).not.toMatch(/EXP|10001|staging|second region|u-platform/);
    const decided = { ref: answered.yours[0]?.ref, call: 'escalation/answer', input: { decision: 'Mexico' } };
    const results = await answer(here, CTO, decided);
    expect(results).toMatchObject({ results: [{ ok: true }] });
    expect(JSON.stringify(results)).not.toMatch(/EXP|second region/);
  });
});

describe('a work item that was deleted', () => {
  const GONE_AT = '2026-11-22T08:00:00.000Z';
  const gone: CharterEvent = { type: 'item-deleted', at: GONE_AT, by: HOLDFAST_ACTOR };

  it('leaves both sides of a promise what they have to do, and says so', async () => {
    const here = world(...owner(COO), asked('A1'), countered('A1'), asked('A2'), gone);
    here.jira.items.clear();
    const dri = await list(here, COO);
    expect(lines(dri.yours)).toEqual(['answer-counter A1 of hidden']);
    expect(dri.yours[0]).toMatchObject({ itemDeletedAt: GONE_AT });
    expect(lines((await list(here, PLATFORM)).yours)).toEqual(['acknowledge A2 of hidden']);
    expect(
      await answer(here, COO, { ref: dri.yours[0]?.ref, call: 'agreement/accept-counter' }),
    ).toMatchObject({
      results: [{ ok: true }],
    });
  });

  it('asks nobody to own what is not there', async () => {
    const here = world(nominated(COO), gone);
    here.jira.items.clear();
    expect(await list(here, COO)).toMatchObject({ yours: [], awaited: [] });
  });
});

describe('answers', () => {
  const acknowledge = (issueKey: string, agreementId = 'A1') => ({
    ref: refOf(PLATFORM, issueKey, agreementId),
    call: 'agreement/acknowledge',
  });

  it('are given one by one: what one is refused for stops no other', async () => {
    const here = two();
    const results = await answer(
      here,
      PLATFORM,
      acknowledge('EXP-1'),
      acknowledge('EXP-1'),
      acknowledge('EXP-2'),
    );
    expect(results).toMatchObject({
      ok: true,
      results: [
        { ref: refOf(PLATFORM, 'EXP-1', 'A1'), ok: true },
        { ok: false, error: { code: 'wrong-status', message: expect.stringMatching(/\S/) } },
        { ref: refOf(PLATFORM, 'EXP-2', 'A1'), ok: true },
      ],
    });
    for (const key of ['EXP-1', 'EXP-2']) {
      expect(here.charters.stored.get(key)?.charter.agreements[0]?.status).toBe('acknowledged');
    }
  });

  it('carry the words their call asks for, and are held to its schema', async () => {
    const here = two();
    const ref = refOf(PLATFORM, 'EXP-1', 'A1');
    const results = await answer(
      here,
      PLATFORM,
      { ref, call: 'agreement/counter', input: { committedBy: 'soon', reason: 'x' } },
      { ref, call: 'agreement/counter', input: { committedBy: '2026-12-11', reason: 'Later', more: 1 } },
      {
        ref,
        call: 'agreement/counter',
        input: { agreementId: 'A1', committedBy: '2026-12-11', reason: 'Later' },
      },
    );
    expect(results).toMatchObject({
      results: [
        { ok: false, error: { code: 'invalid', field: 'committedBy' } },
        { ok: false, error: { code: 'invalid', field: 'more' } },
        { ok: true },
      ],
    });
  });

  it('accept a nomination and hand one back', async () => {
    const here = world(nominated(COO));
    const ref = refOf(COO, 'EXP-1');
    expect(await answer(here, COO, { ref, call: 'dri/accept' })).toMatchObject({ results: [{ ok: true }] });
    expect(
      await answer(here, COO, { ref, call: 'dri/decline', input: { reason: 'Too much' } }),
    ).toMatchObject({ results: [{ ok: true }] });
    expect(here.charters.stored.get('EXP-1')?.charter.dri).toBeNull();
  });

  it('go in the order given on one work item', async () => {
    const here = world(...owner(COO), asked('A1'));
    const ref = refOf(PLATFORM, 'EXP-1', 'A1');
    expect(
      await answer(
        here,
        PLATFORM,
        { ref, call: 'agreement/acknowledge' },
        { ref, call: 'agreement/deliver', input: { evidence: 'It runs' } },
      ),
    ).toMatchObject({ results: [{ ok: true }, { ok: true }] });
  });

  it('work for a provider who may not see the item, on their own agreement alone', async () => {
    const here = two();
    here.jira.userSees = false;
    const results = await answer(here, PLATFORM, acknowledge('EXP-1'), acknowledge('EXP-1', 'A2'));
    expect(results).toMatchObject({ results: [{ ok: true }, { ok: false, error: { code: 'not-found' } }] });
    expect(JSON.stringify(results)).not.toMatch(/EXP|region|Somebody/);
  });

  it.each([
    ['a handle of somebody else', { ref: refOf(OPS, 'EXP-1', 'A2'), call: 'agreement/acknowledge' }],
    ['a handle that was never given', { ref: `${'f'.repeat(32)}:A1`, call: 'agreement/acknowledge' }],
    [
      'an agreement beside the ref',
      { ref: refOf(PLATFORM, 'EXP-1', 'A1'), call: 'agreement/acknowledge', input: { agreementId: 'A2' } },
    ],
    [
      'an agreement under a ref without one',
      { ref: refOf(PLATFORM, 'EXP-1'), call: 'agreement/acknowledge', input: { agreementId: 'A1' } },
    ],
  ])('do not reach what is not theirs: %s', async (_, one) => {
    const here = two();
    expect(await answer(here, PLATFORM, one)).toMatchObject({
      results: [{ ok: false, error: { code: 'not-found' } }],
    });
    expect(here.charters.calls['write']).toBeUndefined();
  });

  it('read no row under a prototype’s name', async () => {
    const here = two();
    const input = JSON.parse('{"__proto__":{"agreementId":"A2"}}') as object;
    const given = { ...acknowledge('EXP-1'), input };
    expect(await answer(here, PLATFORM, given)).toMatchObject({ ok: true });
    expect(here.charters.stored.get('EXP-1')?.charter.agreements[1]?.status).toBe('requested');
  });

  it.each([
    ['none', []],
    ['too many', Array.from({ length: 21 }, () => acknowledge('EXP-1'))],
    ['another call than an answer', [{ ...acknowledge('EXP-1'), call: 'charter/get' }]],
    ['a request', [{ ...acknowledge('EXP-1'), call: 'agreement/request' }]],
    ['themselves again', [{ ...acknowledge('EXP-1'), call: 'commitments/answer' }]],
    ['a policy', [{ ...acknowledge('EXP-1'), call: 'policy/save' }]],
    ['an issue key', [{ ...acknowledge('EXP-1'), issueKey: 'EXP-2' }]],
    ['a ref that is none', [{ ...acknowledge('EXP-1'), ref: 'EXP-1' }]],
  ])('are refused as a whole with %s', async (_, answers) => {
    const here = two();
    expect(await answer(here, PLATFORM, ...answers)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(here.commitments.calls).toEqual({});
  });

  it('say each for itself that Jira did not answer', async () => {
    quietly();
    const here = two();
    here.jira.down = ['workItem'];
    expect(await answer(here, PLATFORM, acknowledge('EXP-1'), acknowledge('EXP-2'))).toMatchObject({
      ok: true,
      results: [{ error: { code: 'unavailable' } }, { error: { code: 'unavailable' } }],
    });
  });

  it('of a delivery come from the DRI, who sees the item', async () => {
    const here = world(...owner(COO), asked('A1'), acknowledged('A1'), delivered('A1'));
    const ref = refOf(COO, 'EXP-1', 'A1');
    expect(await answer(here, COO, { ref, call: 'agreement/accept-delivery' })).toMatchObject({
      results: [{ ok: true }],
    });
    expect((await list(here, COO)).awaited).toEqual([]);
  });
});
