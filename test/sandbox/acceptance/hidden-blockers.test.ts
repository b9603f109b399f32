import type {
  CharterAnswer,
  CommitmentsAnswer,
  ReportPageAnswer,
  RuleTestAnswer,
} from '../../../src/contract/answers';
import { clientOf, refusalText, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const EXP = { projectKey: 'EXP' };

beforeAll(async () => {
  // The app sees what the leads alone may see; most people do not.
  await as('u-admin').send('POST', '/sandbox/switches', { appRights: 'all' });
  await enforce(site, 'EXP');
}, 180_000);

const panelOf = async (who: string, key: string) =>
  (await as(who).done(key, 'charter/get')) as unknown as CharterAnswer;

/** Key, number, id and words of an issue: whatever tells what it is. */
const tracesOf = (key: string): readonly (string | RegExp)[] => {
  const issue = site.sandbox.jira.issue(key);
  if (!issue) throw new Error(`${key} is not there`);
  // Its id is also that of a type, a status and a project, whose places are others.
  return [new RegExp(`${key}(?![0-9])`), `ssueId":"${issue.id}"`, String(issue.values.get('summary'))];
};
const traces = (told: unknown, keys: readonly string[]): readonly (string | RegExp)[] => {
  const text = JSON.stringify(told);
  return keys
    .flatMap(tracesOf)
    .filter((trace) => (typeof trace === 'string' ? text.includes(trace) : trace.test(text)));
};

/** Everything one reader is told of EXP, item by item and as a whole. */
async function everythingTold(who: string, key: string): Promise<Readonly<Record<string, unknown>>> {
  const report = async (call: string, payload: object = {}) =>
    (await as(who).invoke('gap-report', call, payload, EXP)).body;
  const { body: gadget } = await as(who).invoke(
    'gap-gadget',
    'report/gadget',
    {},
    { extension: { gadgetConfiguration: EXP } },
  );
  const { body: lozenge } = await as(who).send('POST', '/sandbox/properties/epic-standing', {
    context: { issueKey: key },
  });
  return {
    panel: await panelOf(who, key),
    page: await report('report/page', { filter: { text: key } }),
    lozenge,
    handoffs: await report('report/handoffs', { scope: 'all' }),
    indicators: await report('report/indicators'),
    past: await report('report/past'),
    drift: await report('report/drift'),
    hands: await report('report/hands'),
    gadget,
    commitments: await answerOf<CommitmentsAnswer>(as(who), 'my-commitments', 'commitments/list'),
  };
}

const HIDDEN = { rule: 'dependency.unmapped', hidden: true };

describe('a blocker in a project the reader may not browse', () => {
  let key: string;
  beforeAll(async () => {
    key = newEpic(site.sandbox);
    for (const blocker of ['PLAT-1', 'PLAT-4']) site.sandbox.jira.addLink('Blocks', blocker, key);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'dri/accept');
    await as('u-coo').done(key, 'dependencies/declare-none');
  });

  test('counts for the verdict and leaves no trace of what it is, nor of how many there are', async () => {
    const { gate, item } = await panelOf('u-viewer', key);
    expect(gate?.verdict).toBe('block');
    expect(gate?.findings.map(({ finding }) => finding)).toEqual([expect.objectContaining(HIDDEN)]);
    expect(item.blockers).toEqual([{ hidden: true }]);
    const told = await everythingTold('u-viewer', key);
    for (const [surface, answer] of Object.entries(told)) {
      expect([surface, traces(answer, ['PLAT-1', 'PLAT-4'])]).toEqual([surface, []]);
    }
    expect(JSON.stringify([told['panel'], told['page']])).not.toContain('PLAT');
    // As many as the panel shows, each in its reader's sight of them.
    const counted = ({ lozenge }: Readonly<Record<string, unknown>>): unknown => lozenge;
    expect(counted(told)).toMatchObject({ status: { value: { label: '1 to settle' } } });
    expect(counted(await everythingTold('u-coo', key))).toMatchObject({
      status: { value: { label: '2 to settle' } },
    });
  });

  test('is named to whoever may see it, with the same verdict', async () => {
    const { gate } = await panelOf('u-coo', key);
    expect(gate).toMatchObject({ verdict: 'block' });
    expect(gate?.findings.map(({ what }) => what.slice(0, 6))).toEqual(['PLAT-1', 'PLAT-4']);
    const row = async (who: string) =>
      (
        await answerOf<ReportPageAnswer>(
          as(who),
          'gap-report',
          'report/page',
          { filter: { text: key } },
          'EXP',
        )
      ).items[0];
    const [seen, unseen] = [await row('u-coo'), await row('u-viewer')];
    expect([seen?.gate?.verdict, seen?.test, seen?.atRisk]).toEqual([
      unseen?.gate?.verdict,
      unseen?.test,
      unseen?.atRisk,
    ]);
    expect(seen?.handoffs).toEqual([{ teamId: 'T3', name: 'Platform' }]);
    expect(unseen?.handoffs).toEqual([]);
  });

  test('is told by its key alone in a refusal, whose reader nobody knows', async () => {
    const text = refusalText(await as('u-coo').move(key, 'Start'));
    expect(text).toMatch(/^1\. PLAT-1 blocks this work item/m);
    expect(text).not.toMatch(/Single sign-on|Invoice numbers/);
  });

  test('that is done or promised is no longer in anybody’s way', async () => {
    const free = newEpic(site.sandbox);
    site.sandbox.jira.addLink('Blocks', 'PLAT-6', free);
    expect((await panelOf('u-viewer', free)).item.blockers).toEqual([]);
  });
});

describe('a blocker in the reader’s own project, on a level they do not stand in', () => {
  let key: string;
  beforeAll(async () => {
    key = newEpic(site.sandbox);
    site.sandbox.jira.addLink('Blocks', 'EXP-11', key);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'dri/accept');
    await as('u-coo').done(key, 'dependencies/declare-none');
  });

  test.each(['u-viewer', 'u-product', 'u-admin'])('leaves %s no trace of what it is', async (who) => {
    const { gate } = await panelOf(who, key);
    expect(gate?.findings.map(({ finding }) => finding)).toEqual([expect.objectContaining(HIDDEN)]);
    for (const [surface, answer] of Object.entries(await everythingTold(who, key))) {
      expect([surface, traces(answer, ['EXP-11'])]).toEqual([surface, []]);
    }
  });

  test('leaves no trace in the rule’s test of an administrator who may not see it', async () => {
    const test = (who: string) =>
      answerOf<RuleTestAnswer>(as(who), 'transition-gate', 'rule/test', {
        issueKey: key,
        rule: { checkpoint: 'start' },
      });
    const [unseen, seen] = [await test('u-admin'), await test('u-lead')];
    expect([unseen.outcome, seen.outcome]).toEqual(['refused', 'refused']);
    expect(traces(unseen, ['EXP-11'])).toEqual([]);
    expect(unseen.lines.join('\n')).toContain('Something you may not see blocks this work item');
    expect(seen.lines.join('\n')).toContain('EXP-11 blocks this work item');
  });

  test('leaves no trace in what that administrator previews and replays', async () => {
    const { policy } = await answerOf<{ policy: object }>(
      as('u-admin'),
      'project-policy',
      'policy/get',
      {},
      'EXP',
    );
    const preview = await as('u-admin').invoke(
      'project-policy',
      'policy/preview',
      { policy: { ...policy, mode: 'observe' } },
      EXP,
    );
    const replay = await as('u-admin').invoke(
      'project-policy',
      'backtest/run',
      { from: '2026-09-01', to: '2026-11-23' },
      EXP,
    );
    expect([preview.body, replay.body]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(traces([preview.body, replay.body], ['EXP-11'])).toEqual([]);
  });
});

test('a blocker of a story under policy is hidden in the same way', async () => {
  await enforce(site, 'EXP', { workItemTypes: ['Epic', 'Story'] });
  site.sandbox.jira.addLink('Blocks', 'PLAT-3', 'EXP-17');
  const { gate, item } = await panelOf('u-viewer', 'EXP-17');
  expect(gate?.findings.map(({ rule }) => rule)).toContain('dependency.unmapped');
  expect([item.blockers, traces({ gate, item }, ['PLAT-3'])]).toEqual([[{ hidden: true }], []]);
  expect(refusalText(await as('u-coo').move('EXP-17', 'Start'))).toContain('PLAT-3');
  await enforce(site, 'EXP', { workItemTypes: ['Epic'] });
});
