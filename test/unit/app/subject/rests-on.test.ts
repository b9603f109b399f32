import { evaluateTransition } from '../../../../src/app/gate/evaluate-transition';
import { followMove } from '../../../../src/app/moves/record-bypass';
import { followPassage } from '../../../../src/app/moves/record-passage';
import { itemLozenge } from '../../../../src/app/fields/lozenge';
import { reportPage } from '../../../../src/app/report/page';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { Unavailable } from '../../../../src/platform/unavailable';
import { policyFor } from '../../../../src/app/subject/policy-for';
import { readSubject } from '../../../../src/app/subject/read-subject';
import { evaluate } from '../../../../src/domain/gate/evaluate';
import type { Checkpoint, Severity } from '../../../../src/domain/policy/rules';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked, owner, waived } from '../../../support/events';
import { epic, ofType, STORY } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, CTO, OPS } from '../../../support/people';
import { enforcing } from '../../../support/policies';
import { quietly } from '../../../support/quiet';

const RULE = 'agreement.rests-on-unacknowledged';
const OWN = { issueKey: 'EXP-7', issueId: '10007' };
const resting = [
  ...owner(COO),
  asked('A1', { providerIssueKey: OWN.issueKey, providerIssueId: OWN.issueId }),
  acknowledged('A1'),
];
const waiting = [...owner(CTO), asked('A1', { providerAccountId: OPS })];

/** EXP-1 rests on EXP-7, whose history this is. */
function restsOn(history: readonly CharterEvent[], weight: Severity = 'block', promised = resting): World {
  const here = world(...promised);
  here.jira.items.set(OWN.issueKey, epic(OWN));
  if (history.length > 0) here.charters.put(OWN.issueKey, history);
  here.charters.setPolicy('EXP', {
    ...enforcing,
    rules: { ...enforcing.rules, [RULE]: { start: weight, finish: 'off' } },
  });
  return here;
}

async function toldAt(here: World, checkpoint: Checkpoint): Promise<boolean> {
  const read = await readSubject('EXP-1', here);
  if (read.kind !== 'read') throw new Error('EXP-1 is not shown');
  return evaluate(read.subject, checkpoint, NOW).findings.some(({ rule }) => rule === RULE);
}

const starting = {
  issueKey: 'EXP-1',
  toStatusId: '3',
  rule: { checkpoint: 'start' as const, alsoBlock: [], onOutage: 'closed' as const },
};

describe('a promise whose provider waits for a yes themselves', () => {
  it('is found by the gate, the report and the lozenge alike, and tells nothing of the other item', async () => {
    const here = restsOn(waiting);
    const answer = await evaluateTransition({ ...starting, onScreen: (item) => item }, here);
    expect(answer).toMatchObject({ allowed: false });
    expect(JSON.stringify(answer)).not.toMatch(/EXP-7|u-cto|u-ops|Oma|Cem/);
    const { items } = await reportPage({ projectKey: 'EXP', scope: 'policy' }, here);
    expect(items[0]?.gate?.findings.map(({ rule }) => rule)).toEqual([RULE]);
    expect(await itemLozenge('EXP-1', here)).not.toEqual(await itemLozenge('EXP-1', restsOn([])));
  });

  it('is found no more once everything that work needs is promised', async () => {
    expect(await toldAt(restsOn(waiting), 'start')).toBe(true);
    expect(await toldAt(restsOn([...waiting, acknowledged('A1')]), 'start')).toBe(false);
  });

  it('is found under the key that work has now, whichever it was named by', async () => {
    const here = restsOn(waiting);
    const record = here.charters.stored.get(OWN.issueKey)!;
    here.charters.stored.delete(OWN.issueKey);
    here.charters.stored.set('GROW-7', record);
    here.charters.setPolicy('GROW', enforcing);
    here.jira.items.set(OWN.issueKey, epic({ ...OWN, issueKey: 'GROW-7' }));
    expect(await toldAt(here, 'start')).toBe(true);
  });

  it.each<[string, (here: World) => void]>([
    ['is hidden from the app', (here) => here.jira.hiddenFromApp.add(OWN.issueKey)],
    ['is under no policy', (here) => here.jira.items.set(OWN.issueKey, epic({ ...OWN, ...ofType(STORY) }))],
    ['is done', (here) => here.jira.items.set(OWN.issueKey, done)],
    [
      'is another item than the charter under its key',
      (here) => here.charters.put(OWN.issueKey, waiting, '9'),
    ],
  ])('is not invented where that work %s', async (_, change) => {
    const here = restsOn(waiting);
    change(here);
    expect(await toldAt(here, 'start')).toBe(false);
  });

  it('is told beside the verdict as not weighed where Jira does not show the app that work', async () => {
    const here = restsOn(waiting);
    here.jira.items.delete(OWN.issueKey);
    const { items } = await reportPage({ projectKey: 'EXP', scope: 'policy' }, here);
    expect(items[0]).toMatchObject({ gate: { findings: [] }, restsUnseen: true });
    expect(JSON.stringify(items[0]?.gate)).not.toMatch(/EXP-7/);
  });

  it.each([
    ['Jira shows the app that work', restsOn(waiting)],
    ['nothing was ever asked of it', restsOn([])],
    ['the promise is not given yet', restsOn(waiting, 'block', resting.slice(0, -1))],
  ])('has nothing beside its verdict where %s', async (_, here) => {
    const { items } = await reportPage({ projectKey: 'EXP', scope: 'policy' }, here);
    expect(items[0]).not.toHaveProperty('restsUnseen');
  });

  it('that Jira does not answer for is an outage on every surface, where the rule could hold the item back', async () => {
    quietly();
    const here = restsOn(waiting);
    here.jira.down = ['workItems'];
    expect(await evaluateTransition({ ...starting, onScreen: (item) => item }, here)).toEqual({
      allowed: false,
      message: expect.stringContaining('Jira did not answer us') as unknown,
    });
    await expect(itemLozenge('EXP-1', here)).rejects.toBeInstanceOf(Unavailable);
    await expect(reportPage({ projectKey: 'EXP', scope: 'policy' }, here)).rejects.toBeInstanceOf(
      Unavailable,
    );
  });

  it('that storage does not answer for is one as well', async () => {
    const here = restsOn(waiting);
    here.charters.readFor = () => Promise.reject(new Unavailable('storage', 'down'));
    await expect(readSubject('EXP-1', here)).rejects.toBeInstanceOf(Unavailable);
  });

  it('is not invented where Jira does not answer for it and the rule only warns, and holds nothing up', async () => {
    quietly();
    const here = restsOn(waiting, 'warn');
    here.jira.down = ['workItems'];
    expect(await toldAt(here, 'start')).toBe(false);
    expect(await evaluateTransition({ ...starting, onScreen: (item) => item }, here)).toEqual({
      allowed: true,
    });
  });

  it('of one item holds up nothing of another of the page, where Jira answers for both', async () => {
    const here = restsOn(waiting);
    here.jira.items.set('EXP-8', epic({ issueKey: 'EXP-8', issueId: '10008' }));
    const { items } = await reportPage({ projectKey: 'EXP', scope: 'policy' }, here);
    expect(items.filter(({ gate }) => gate?.findings.some(({ rule }) => rule === RULE))).toHaveLength(1);
  });
});

describe('what promises rest on', () => {
  it.each<[string, World]>([
    ['no rule asks', restsOn(waiting, 'off')],
    [
      'no promise names an issue',
      restsOn(waiting, 'block', [...owner(COO), asked('A1'), acknowledged('A1')]),
    ],
    ['the promise is not given yet', restsOn(waiting, 'block', resting.slice(0, -1))],
  ])('is not read where %s', async (_, here) => {
    await readSubject('EXP-1', here);
    expect(here.jira.calls).toEqual({ workItem: 1 });
    expect(here.charters.calls).toEqual({ read: 1 });
  });

  it('is not read for a checkpoint at which no rule asks', async () => {
    const here = restsOn(waiting);
    await readSubject('EXP-1', here, { rule: { ...starting.rule, checkpoint: 'finish' } });
    expect(here.jira.calls).toEqual({ workItem: 1 });
  });
});

describe('where what promises rest on only warns', () => {
  const start = (here: World) => evaluateTransition({ ...starting, onScreen: (item) => item }, here);
  const moved = (here: World): World => {
    here.jira.move = { historyId: '77', accountId: CTO, at: NOW };
    return here;
  };
  const follow = async (here: World): Promise<void> => {
    for (const job of here.gate.passages) await followPassage(job, here);
  };
  const passages = ({ charters }: World) => charters.stored.get('EXP-1')?.charter.passages;

  it('the gate answers at once, by the same reads, and leaves what is to be looked at', async () => {
    const here = restsOn(waiting, 'warn');
    expect(await start(here)).toEqual({ allowed: true });
    expect(here.jira.calls).toEqual({ workItem: 1 });
    expect(here.charters.calls).toEqual({ read: 1 });
    expect(here.followUps.pushed).toEqual([]);
    expect(here.gate.passages).toEqual([
      expect.objectContaining({ reason: 'warned', rules: [], restsOn: ['A1'] }),
    ]);
  });

  const jiraTells = (here: World): Promise<void> =>
    followMove({ kind: 'transition-check', issueKey: 'EXP-1', toStatusId: '3', checkpoint: 'start' }, here);

  it('the move is recorded with the rule, and noted for its owner once, when Jira tells of it', async () => {
    const here = moved(restsOn(waiting, 'warn'));
    await start(here);
    await jiraTells(here);
    await jiraTells(here);
    expect(passages(here)).toEqual([expect.objectContaining({ reason: 'warned', rules: [RULE] })]);
    expect(here.clocks.stored.size).toBe(1);
  });

  it('nothing is recorded where nothing is found', async () => {
    const here = moved(restsOn([...waiting, acknowledged('A1')], 'warn'));
    await start(here);
    await jiraTells(here);
    expect([passages(here), here.clocks.stored.size]).toEqual([[], 0]);
  });

  it.each(['observe', 'coach'] as const)(
    'a move that passes in %s is recorded with it beside the others',
    async (mode) => {
      const here = moved(
        restsOn(
          waiting,
          'warn',
          resting.filter(({ type }) => type !== 'dri-accepted'),
        ),
      );
      here.charters.setPolicy('EXP', { ...policyFor(here.charters.policyOf('EXP'), null), mode });
      await start(here);
      expect(here.jira.calls).not.toHaveProperty('workItems');
      await follow(here);
      expect(passages(here)).toEqual([
        expect.objectContaining({
          reason: mode,
          rules: expect.arrayContaining(['owner.not-accepted', RULE]) as unknown,
        }),
      ]);
    },
  );

  it.each<[string, World]>([
    ['no promise names an issue', restsOn(waiting, 'warn', [...owner(COO), asked('A1'), acknowledged('A1')])],
    ['no rule asks', restsOn(waiting, 'off')],
    ['a waiver lets it pass', restsOn(waiting, 'warn', [...resting, waived({ rules: [RULE] })])],
  ])('nothing is handed on where %s', async (_, here) => {
    expect(await start(here)).toEqual({ allowed: true });
    expect(here.gate.passages).toEqual([]);
  });

  it('a transition that makes it block reads it before it answers', async () => {
    const here = restsOn(waiting, 'warn');
    const rule = { ...starting.rule, alsoBlock: [RULE] as const };
    expect(await evaluateTransition({ ...starting, rule, onScreen: (item) => item }, here)).toMatchObject({
      allowed: false,
    });
  });
});

const done = epic({ ...OWN, status: { id: '5', name: 'Done', category: 'done' } });
