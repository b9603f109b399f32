import { policyFor } from '../../../../src/app/subject/policy-for';
import { followMove } from '../../../../src/app/moves/record-bypass';
import { evaluateTransition } from '../../../../src/app/gate/evaluate-transition';
import type { Transition } from '../../../../src/app/gate/passages';
import { authorizeItem } from '../../../../src/app/charter/authorize-item';
import { itemLozenge } from '../../../../src/app/fields/lozenge';
import { reportPage } from '../../../../src/app/report/page';
import { readSubject } from '../../../../src/app/subject/read-subject';
import { readSubjects } from '../../../../src/app/subject/read-subjects';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { emptyCharter } from '../../../../src/domain/charter/charter';
import { evaluate } from '../../../../src/domain/gate/evaluate';
import type { Policy } from '../../../../src/domain/policy/policy';
import { enforcing } from '../../../support/policies';
import { call, from } from '../../../support/calling';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked, nominated, owner, waived } from '../../../support/events';
import {
  blocker,
  epic,
  INITIATIVE,
  ofType,
  singleField,
  somebody,
  STORY,
  SUBTASK,
  under,
} from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, CTO, GONE, OPS, people, PLATFORM } from '../../../support/people';
import { quietly } from '../../../support/quiet';

const story = epic({ issueKey: 'EXP-12', ...ofType(STORY), ...under('EXP-1') });
const task = epic({ issueKey: 'EXP-13', ...ofType(SUBTASK), ...under('EXP-12', STORY) });
const inOrder = [...owner(COO), asked('A1'), acknowledged('A1')];

function family(policy: Partial<Policy>, ...history: readonly CharterEvent[]): World {
  const here = world(...history);
  here.charters.setPolicy('EXP', { ...enforcing, ...policy });
  for (const item of [story, task]) here.jira.items.set(item.issueKey, item);
  return here;
}
const follows = (...history: readonly CharterEvent[]) => family({ childrenFollow: true }, ...history);

const starting = (more: Partial<Transition> = {}): Transition => ({
  issueKey: 'EXP-12',
  toStatusId: '3',
  rule: { checkpoint: 'start', alsoBlock: [], onOutage: 'closed' },
  onScreen: (item) => item,
  ...more,
});

const finishing = starting({ rule: { checkpoint: 'finish', alsoBlock: [], onOutage: 'closed' } });

async function subjectOf(here: World, issueKey: string) {
  const read = await readSubject(issueKey, here);
  if (read.kind !== 'read') throw new Error(`${read.hiddenKey} is not shown`);
  return read.subject;
}

/** The same page, as a report reads it. */
const subjectsOf = async (here: World, ...issueKeys: readonly string[]) =>
  (
    await readSubjects(
      issueKeys.flatMap((key) => here.jira.items.get(key) ?? []),
      policyFor(here.charters.policyOf('EXP'), null),
      here,
    )
  ).subjects;

describe('a child of an item under policy', () => {
  it('leaves nothing on that item where rules about it only warn', async () => {
    const rules = { 'brief.incomplete': { start: 'warn', finish: 'warn' } } as const;
    const here = family({ childrenFollow: true, rules: { ...enforcing.rules, ...rules } }, ...inOrder);
    expect(await evaluateTransition(starting(), here)).toEqual({ allowed: true });
    expect(here.gate.passages).toEqual([]);
    expect(await evaluateTransition(starting({ issueKey: 'EXP-1' }), here)).toEqual({ allowed: true });
    expect(here.gate.passages).toEqual([
      expect.objectContaining({ issueKey: 'EXP-1', reason: 'warned', rules: ['brief.incomplete'] }),
    ]);
  });

  it('starts once that item may', async () => {
    expect(await evaluateTransition(starting(), follows())).toEqual({
      allowed: false,
      message: [
        "Holdfast: EXP-12 can't start yet, because EXP-1 above it can't.",
        '1. EXP-1: nobody owns it.',
        '2. EXP-1: its dependencies were not declared.',
        'Whoever may see EXP-1 can settle it in its Agreements panel.',
      ].join('\n'),
    });
    expect(await evaluateTransition(starting(), follows(...inOrder))).toEqual({ allowed: true });
  });

  it('finishes as it likes, and asks nobody above it', async () => {
    const here = follows();
    expect(await evaluateTransition(finishing, here)).toEqual({ allowed: true });
    expect(here.jira.calls['workItem']).toBe(1);
  });

  it.each([
    ['the policy does not ask for it', {}],
    ['it answers for itself', { childrenFollow: true, workItemTypes: [{ level: 1 }, { level: 0 }] }],
  ] as const)('asks nobody above it where %s', async (_case, policy) => {
    const here = family(policy);
    await evaluateTransition(starting(), here);
    expect(here.jira.calls['workItem']).toBe(1);
  });

  it('costs one wave of two reads where nothing is above it', async () => {
    const here = family({});
    expect(await evaluateTransition(starting(), here)).toEqual({ allowed: true });
    expect({ ...here.jira.calls, ...here.charters.calls }).toEqual({ workItem: 1, read: 1 });
  });

  it('runs untouched without anything above it', async () => {
    const here = follows();
    const { parent: _, ...orphan } = story;
    here.jira.items.set('EXP-12', orphan);
    expect(await evaluateTransition(starting(), here)).toEqual({ allowed: true });
  });

  it('that passes on a waiver of the item above is recorded there, naming the child', async () => {
    const here = follows(waived({ rules: ['owner.missing', 'dependencies.undeclared'] }));
    expect(await evaluateTransition(starting(), here)).toEqual({ allowed: true });
    expect(here.gate.passages).toEqual([
      expect.objectContaining({
        kind: 'passage',
        issueKey: 'EXP-1',
        child: 'EXP-12',
        reason: 'waived',
        rules: ['owner.missing', 'dependencies.undeclared'],
      }),
    ]);
  });
});

describe('the item that a child follows', () => {
  it('is the nearest one under policy, however many levels up', async () => {
    const here = follows();
    for (const [key, type] of [
      ['EXP-12', STORY],
      ['EXP-13', SUBTASK],
    ] as const) {
      expect((await subjectOf(here, key)).item.type).toEqual(type);
      expect((await subjectOf(here, key)).above?.item.issueKey).toBe('EXP-1');
      expect((await subjectsOf(here, key)).get(here.jira.items.get(key)?.issueId ?? '')?.above?.item).toEqual(
        here.jira.items.get('EXP-1'),
      );
    }
  });

  it('is found past an epic that is not under policy itself', async () => {
    const here = family({ childrenFollow: true, workItemTypes: [{ level: 2 }] });
    here.jira.items.set('EXP-1', epic(under('EXP-50', INITIATIVE)));
    here.jira.items.set('EXP-50', epic({ issueKey: 'EXP-50', ...ofType(INITIATIVE) }));
    expect((await subjectOf(here, 'EXP-13')).above?.item.issueKey).toBe('EXP-50');
    expect((await subjectsOf(here, 'EXP-13')).get(task.issueId)?.above?.item.issueKey).toBe('EXP-50');
  });

  it('is judged by the policy of its own project', async () => {
    const here = follows();
    const story12 = { ...story, ...under('PLAT-1') };
    here.jira.items.set('EXP-12', story12);
    here.jira.items.set('PLAT-1', epic({ issueKey: 'PLAT-1' }));
    here.charters.setPolicy('PLAT', { ...enforcing, mode: 'coach' });
    expect((await subjectOf(here, 'EXP-12')).above?.policy.mode).toBe('coach');
    expect((await subjectsOf(here, 'EXP-12')).get(story12.issueId)?.above?.policy.mode).toBe('coach');
  });

  it('is nobody where no level is under policy', async () => {
    const here = family({ childrenFollow: true, workItemTypes: [{ level: 2 }] });
    expect((await subjectOf(here, 'EXP-13')).above).toBeUndefined();
    expect((await subjectsOf(here, 'EXP-13')).get(task.issueId)?.above).toBeUndefined();
  });

  it('is not looked for endlessly where Jira answers with a ring', async () => {
    const here = family({ childrenFollow: true, workItemTypes: [{ level: 2 }] });
    here.jira.items.set('EXP-12', { ...story, ...under('EXP-13', SUBTASK) });
    expect((await subjectOf(here, 'EXP-13')).above).toBeUndefined();
    expect([...(await subjectsOf(here, 'EXP-13')).keys()]).toContain(task.issueId);
  });

  it('keeps the child back although Jira shows the child’s mover nothing of it', async () => {
    const here = follows();
    here.jira.hidden.add('EXP-1');
    expect(await evaluateTransition(starting(), here)).toMatchObject({ allowed: false });
  });
});

describe('an item above that Jira does not show to the app', () => {
  const unseen = (issueKey: string, policy: Partial<Policy> = {}): World => {
    const here = family({ childrenFollow: true, ...policy }, ...inOrder);
    here.jira.hiddenFromApp.add(issueKey);
    return here;
  };

  it('leaves the child without a verdict: under enforce it waits, in words about access', async () => {
    expect(await readSubject('EXP-13', unseen('EXP-12'))).toMatchObject({
      kind: 'not-shown',
      hiddenKey: 'EXP-12',
    });
    expect(await evaluateTransition(starting(), unseen('EXP-1'))).toEqual({
      allowed: false,
      message: expect.stringMatching(/^Holdfast may not see EXP-1 in Jira, so it could not check EXP-12\./),
    });
  });

  it('lets the child pass under coach, and finish always', async () => {
    const here = unseen('EXP-1', { mode: 'coach' });
    expect(await evaluateTransition(starting(), here)).toEqual({ allowed: true });
    expect(here.followUps.passages).toEqual([expect.objectContaining({ reason: 'unchecked' })]);
    expect(await evaluateTransition(finishing, unseen('EXP-1'))).toEqual({ allowed: true });
  });

  it('leaves its line in the report without a verdict, and the lozenge without a word', async () => {
    const here = unseen('EXP-1');
    expect((await subjectsOf(here, 'EXP-12', 'EXP-13')).size).toBe(0);
    expect(await reportPage({ projectKey: 'EXP', scope: 'all' }, here)).toMatchObject({
      items: [
        { issueKey: 'EXP-1', gate: null, gateUnknown: 'app-may-not-see', atRisk: false },
        { issueKey: 'EXP-12', gate: null, test: { owner: 'unknown' } },
        { issueKey: 'EXP-13', gate: null },
      ],
    });
    expect(await itemLozenge('EXP-12', here)).toEqual({ kind: 'not-known' });
  });
});

describe('what a child’s readers are told of the item above', () => {
  const DELIVERABLE = 'Nuclear launch codes';
  /** Many things are unmet, and each would name somebody, quote something or count. */
  const much = [
    nominated(COO),
    asked('A1', { deliverable: DELIVERABLE, providerAccountId: GONE }),
    asked('A2', { deliverable: `${DELIVERABLE} again`, providerAccountId: PLATFORM }),
    asked('A3', { deliverable: `${DELIVERABLE} once more`, providerAccountId: OPS, by: OPS }),
  ];
  const burdened = (policy: Partial<Policy> = {}): World => {
    const here = family({ childrenFollow: true, ...policy }, ...much);
    here.jira.items.set(
      'EXP-1',
      epic({
        summary: 'Secret plan',
        ownerField: singleField(somebody(CTO)),
        blockers: [blocker('SEC-1'), blocker('SEC-2')],
      }),
    );
    return here;
  };
  const secrets = [
    DELIVERABLE,
    'Secret plan',
    'SEC-1',
    'SEC-2',
    'Summary of',
    ...Object.keys(people),
    ...Object.values(people).map(({ displayName }) => displayName),
  ];
  const silent = (text: string): void => {
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain('EXP-1');
  };

  it('in a refusal is its key and its rules', async () => {
    const answer = await evaluateTransition(starting(), burdened());
    if (answer.allowed) throw new Error('it was let pass');
    silent(answer.message);
    expect(answer.message.split('\n')).toHaveLength(6);
  });

  it('in a coach’s advice is its key and its rules', async () => {
    const here = burdened({ mode: 'coach' });
    await evaluateTransition(starting(), here);
    here.jira.move = { historyId: '7', accountId: OPS, at: here.clock.now() };
    await followMove(
      {
        kind: 'transition-check',
        issueKey: 'EXP-12',
        toStatusId: starting().toStatusId,
        checkpoint: 'start',
      },
      here,
    );
    const [comment] = here.jira.comments;
    if (!comment) throw new Error('nobody was told');
    silent(JSON.stringify(comment.paragraphs));
    // What there is to say of it, and three rules.
    expect(comment.paragraphs).toHaveLength(4);
  });

  it.each(['enforce', 'coach', 'observe'] as const)(
    'in a test of a rule (%s) is its key and its rules',
    async (mode) => {
      const here = burdened({ mode });
      here.jira.rights = { browse: true, administer: true };
      const answer = await call(
        here,
        'rule/test',
        { issueKey: 'EXP-12', rule: { checkpoint: 'start' } },
        from(OPS, { issueKey: undefined }),
      );
      if (!('lines' in answer)) throw new Error('it was refused');
      silent(JSON.stringify(answer.lines));
    },
  );

  it('in the panel and the report is its key and its rules, each once', async () => {
    const here = burdened();
    const panel = await call(here, 'charter/get', {}, from(OPS, { issueKey: 'EXP-12' }));
    if (!('gates' in panel) || !panel.gates) throw new Error('no gates');
    const page = await reportPage({ projectKey: 'EXP', scope: 'all' }, here);
    const line = page.items.find(({ issueKey }) => issueKey === 'EXP-12');
    for (const gate of [panel.gates.start, line?.gate]) {
      silent(JSON.stringify(gate));
      const rules = gate?.findings.map(({ rule }) => rule) ?? [];
      expect(rules.length).toBeGreaterThan(3);
      expect(new Set(rules).size).toBe(rules.length);
      expect(gate?.findings.every((one) => one.who.length === 0 && one.finding === undefined)).toBe(true);
    }
    expect(panel.gates.finish).toMatchObject({ verdict: 'pass', findings: [] });
    expect(panel.gates.finish).not.toHaveProperty('ofAncestor');
  });

  it('in the report’s list of people is nobody whom only that item names', async () => {
    const here = burdened();
    const parent = here.jira.items.get('EXP-1');
    if (!parent) throw new Error('no parent');
    here.jira.items.set('EXP-1', { ...parent, people: { [CTO]: { ...people[CTO]! } } });
    for (const item of [story, task]) here.jira.items.set(item.issueKey, { ...item, people: {} });
    here.jira.hidden.add('EXP-1');
    here.charters.put('EXP-12', [asked('A1', { by: 'u-asker', providerAccountId: PLATFORM })]);
    const page = await reportPage({ projectKey: 'EXP', scope: 'all' }, here);
    expect(page.items.map(({ gate }) => gate?.ofAncestor)).toEqual(['EXP-1', 'EXP-1']);
    expect(Object.keys(page.people).sort()).toEqual(['u-asker', PLATFORM].sort());
  });

  it('says nothing of who waived what there', async () => {
    const here = follows(waived({ rules: ['owner.missing'], by: CTO, reason: DELIVERABLE }));
    const panel = await call(here, 'charter/get', {}, from(OPS, { issueKey: 'EXP-12' }));
    if (!('gates' in panel) || !panel.gates) throw new Error('no gates');
    silent(JSON.stringify(panel.gates.start));
    expect(panel.gates.start.waived).toEqual([]);
  });

  it('in its lozenge is its key', async () => {
    expect(await itemLozenge('EXP-12', burdened())).toEqual({ kind: 'above', issueKey: 'EXP-1' });
  });
});

describe('the charter of a subject', () => {
  it('is the item’s own: never one that only lies under its key', async () => {
    const here = world();
    here.charters.put('EXP-1', inOrder, '99999');
    const read = await readSubject('EXP-1', here);
    if (read.kind !== 'read') throw new Error('not shown');
    expect(read.subject.charter).toEqual(emptyCharter);
    expect(read.stored.version).toBe(0);
    expect(read.underKey.issueId).toBe('99999');
    const [item] = here.jira.items.values();
    if (!item) throw new Error('no item');
    const { subjects, charters } = await readSubjects([item], enforcing, here);
    expect(subjects.get(item.issueId)?.charter).toEqual(emptyCharter);
    expect(charters.get(item.issueId)?.version).toBe(0);
  });

  it('is what a test of an earlier moment says it was', async () => {
    const here = world(...inOrder);
    const read = await readSubject('EXP-1', here, { charterOf: () => emptyCharter });
    expect(read).toMatchObject({ kind: 'read', subject: { charter: emptyCharter } });
  });
});

describe('the people of a subject', () => {
  it('are everybody asked about, read as the app, once', async () => {
    const here = world(...owner(GONE), asked('A1'));
    here.jira.items.set('EXP-1', epic({ people: {} }));
    const { people: read } = await subjectOf(here, 'EXP-1');
    expect([GONE, PLATFORM].map((one) => read.of(one))).toMatchObject([{ active: false }, { active: true }]);
    expect(read.of(CTO)).toBe('not-read');
    expect(here.jira.calls['people']).toBe(1);
  });

  it('are not active because Jira does not know them', async () => {
    const here = world(...owner('u-nobody'));
    const gate = evaluate(await subjectOf(here, 'EXP-1'), 'start', NOW);
    expect(gate.findings[0]).toMatchObject({ rule: 'owner.inactive', accountId: 'u-nobody' });
  });

  it('that Jira does not tell of leave no verdict at all', async () => {
    quietly();
    const here = world(...inOrder);
    here.jira.items.set('EXP-1', epic({ people: {} }));
    here.jira.down = ['people'];
    await expect(readSubject('EXP-1', here)).rejects.toMatchObject({ dependency: 'jira' });
  });
});

it('a caller’s view and the app’s reading agree on the verdict, and only on that', async () => {
  const here = world(...inOrder);
  here.jira.items.set('EXP-1', epic({ blockers: [blocker('SEC-1'), blocker('PLAT-1')] }));
  here.jira.hidden.add('SEC-1');
  const panel = await call(here, 'charter/get', {}, from(OPS));
  expect(panel).toMatchObject({
    gate: {
      verdict: 'block',
      findings: [
        { rule: 'dependency.unmapped', finding: { issueKey: 'PLAT-1' } },
        {
          rule: 'dependency.unmapped',
          finding: { hidden: true },
          what: expect.stringMatching(/may not see/),
        },
      ],
    },
    item: { blockers: [{ issueKey: 'PLAT-1' }, { hidden: true }] },
  });
  expect(JSON.stringify(panel)).not.toContain('SEC-1');
  const scope = await authorizeItem({ accountId: OPS, issueKey: 'EXP-1', named: [] }, here);
  expect(scope.item?.blockers).toEqual([blocker('PLAT-1')]);
});
