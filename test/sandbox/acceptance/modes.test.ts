import { clientOf, refusalText, type Client } from '../../support/client';
import { changePolicy, configureGate } from '../../support/rules';
import { newEpic, useSite } from '../../support/sandbox';
import { withoutTrace } from '../../support/snapshot';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const mode = (name: string): Promise<void> => changePolicy(site, 'TEAM', () => ({ mode: name }));

/** Passages and shadows follow a few seconds later. */
async function later(): Promise<void> {
  await as('u-admin').send('POST', '/sandbox/clock', { advance: 'PT30S' });
  await as('u-admin').send('POST', '/sandbox/drain');
}

interface CommentSeen {
  readonly author: { readonly accountType: string };
  readonly body: unknown;
}

async function comments(key: string): Promise<readonly CommentSeen[]> {
  const { body } = await as('u-marketing').get(`/rest/api/3/issue/${key}/comment`);
  return (body as { comments: CommentSeen[] }).comments;
}

const passages = async (key: string): Promise<readonly unknown[]> => {
  const { history } = await as('u-marketing').done(key, 'charter/get');
  return history.filter(({ type }) => type === 'passage-recorded');
};

describe('observe', () => {
  beforeAll(() => mode('observe'));

  test('lets the move pass and records in the charter what enforce would have blocked', async () => {
    const key = newEpic(site.sandbox, {}, 'TEAM');
    expect((await as('u-marketing').move(key, 'Start')).status).toBe(204);
    await later();
    expect(await passages(key)).toEqual([
      expect.objectContaining({
        passage: expect.objectContaining({
          checkpoint: 'start',
          reason: 'observe',
          movedBy: 'u-marketing',
          rules: ['owner.missing', 'dependencies.undeclared'],
        }),
      }),
    ]);
    expect(await comments(key)).toEqual([]);
  });

  test('records nothing for a move that is in order', async () => {
    const before = await passages('TEAM-1');
    expect((await as('u-marketing').move('TEAM-1', 'Start')).status).toBe(204);
    await later();
    expect(await passages('TEAM-1')).toEqual(before);
  });

  test('one transition may be stricter', async () => {
    const undo = configureGate(site.sandbox, 'TEAM', 'Start', { checkpoint: 'start', mode: 'enforce' });
    const key = newEpic(site.sandbox, {}, 'TEAM');
    expect(refusalText(await as('u-marketing').move(key, 'Start'))).toMatch(/Nobody owns/);
    undo();
    expect((await as('u-marketing').move(key, 'Start')).status).toBe(204);
  });
});

describe('coach', () => {
  beforeAll(() => mode('coach'));
  afterEach(() => as('u-admin').send('DELETE', '/sandbox/faults'));

  const toldOnce = async (key: string, mover: string): Promise<void> => {
    const [comment, ...more] = await comments(key);
    expect(more).toEqual([]);
    expect(comment?.author.accountType).toBe('app');
    const text = JSON.stringify(comment?.body);
    expect(text).toContain(`"id":"${mover}"`);
    expect(text).toContain('Nobody owns this work item');
    expect(text).toContain('Dependencies were never declared');
    expect(await passages(key)).toHaveLength(1);
  };

  test('lets the move pass and tells the mover once what is missing', async () => {
    const key = newEpic(site.sandbox, {}, 'TEAM');
    expect((await as('u-marketing').move(key, 'Start')).status).toBe(204);
    expect(await comments(key)).toEqual([]);
    await later();
    await toldOnce(key, 'u-marketing');
    await later();
    await toldOnce(key, 'u-marketing');
  });

  test('tells them once though every event arrives twice and out of order', async () => {
    await as('u-admin').send('POST', '/sandbox/faults', { target: 'queue', duplicate: true });
    await as('u-admin').send('POST', '/sandbox/faults', { target: 'queue', reorder: true });
    const keys = ['u-marketing', 'u-sales', 'u-ops'].map(
      (mover) => [newEpic(site.sandbox, {}, 'TEAM'), mover] as const,
    );
    for (const [key, mover] of keys) expect((await as(mover).move(key, 'Start')).status).toBe(204);
    await later();
    for (const [key, mover] of keys) await toldOnce(key, mover);
  });

  test('says nothing about a move that another check refused', async () => {
    const key = newEpic(site.sandbox, {}, 'TEAM');
    // A second rule on the same transition, of an app that is not there, holds the move after ours let it pass.
    const view = site.sandbox.jira.rules('TEAM').find(({ transition }) => transition.name === 'Start');
    const { workflow, transition } = view ?? fail();
    const at = { workflowId: workflow.id, transitionId: transition.id, moduleKey: 'not-installed' };
    const other = site.sandbox.jira.configureRule(at, {});
    try {
      expect((await as('u-marketing').move(key, 'Start')).status).toBe(400);
    } finally {
      site.sandbox.jira.removeRule(workflow.id, transition.id, other.id);
    }
    await withoutTrace(site.sandbox, later);
  });

  test('the panel warns instead of blocking', async () => {
    const key = newEpic(site.sandbox, {}, 'TEAM');
    const { gate } = await as('u-marketing').done(key, 'charter/get');
    expect(gate).toMatchObject({ mode: 'coach', verdict: 'warn', strictVerdict: 'block' });
  });
});

describe('enforce', () => {
  beforeAll(() => mode('enforce'));

  test('holds again what observe and coach let pass', async () => {
    const key = newEpic(site.sandbox, {}, 'TEAM');
    expect(refusalText(await as('u-marketing').move(key, 'Start'))).toMatch(/Nobody owns/);
    await later();
    expect(await passages(key)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('TEAM has no gated Start');
}
