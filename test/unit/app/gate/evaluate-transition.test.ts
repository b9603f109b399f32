import { policyFor } from '../../../../src/app/subject/policy-for';
import { evaluateTransition, GATE_TIME_LIMIT_MS } from '../../../../src/app/gate/evaluate-transition';
import type { Transition } from '../../../../src/app/gate/passages';
import { Unavailable } from '../../../../src/platform/unavailable';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import type { TransitionRule } from '../../../../src/domain/policy/policy';
import { withModifiedFields } from '../../../../src/platform/jira/work-item';
import { enforcing } from '../../../support/policies';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked, nominated, owner, refused as turnedAway } from '../../../support/events';
import { policyWith } from '../../../support/gate';
import { epic, multiField, ofType, singleField, somebody, STORY, under } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, CTO, OPS, people } from '../../../support/people';
import { quietly } from '../../../support/quiet';

const inOrder = [...owner(COO), asked('A1'), acknowledged('A1')];

const moving = (rule: Partial<TransitionRule> = {}, more: Partial<Transition> = {}): Transition => ({
  issueKey: 'EXP-1',
  toStatusId: '3',
  rule: { checkpoint: 'start', alsoBlock: [], onOutage: 'closed', ...rule },
  onScreen: (item) => item,
  ...more,
});

const refused = (lines: unknown) => ({ allowed: false, message: lines });

function inMode(mode: 'observe' | 'coach' | 'enforce', ...history: readonly CharterEvent[]): World {
  const here = world(...history);
  here.charters.setPolicy(
    'EXP',
    policyWith(
      'block',
      {
        'authority.missing': { start: 'off', finish: 'off' },
        'brief.incomplete': { start: 'off', finish: 'off' },
      },
      { mode },
    ),
  );
  return here;
}

/** A declined request; whom the provider suggests instead is the one person whose name the item does not bring. */
function suggested(): World {
  const here = world(...owner(COO), asked('A1'), turnedAway('A1', { alternativeAccountId: OPS }));
  const { [OPS]: _, ...others } = people;
  here.jira.items.set('EXP-1', epic({ people: others }));
  return here;
}

afterEach(() => jest.useRealTimers());

describe('a move', () => {
  it('passes where everything is in order, and leaves that it was asked by one write', async () => {
    const here = world(...inOrder);
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(here.followUps.pushed).toEqual([]);
    expect(here.gate.left).toEqual([
      {
        issueId: '10001',
        issueKey: 'EXP-1',
        toStatusId: '3',
        checkpoint: 'start',
        at: NOW,
        rule: moving().rule,
        isOwn: true,
        passages: [],
      },
    ]);
    expect(here.charters.calls).toEqual({ read: 1 });
  });

  it('is refused with the reason, the person and the next step', async () => {
    const here = world(...owner(COO), asked('A1'));
    const answer = await evaluateTransition(moving(), here);
    expect(answer).toEqual(
      refused(
        expect.stringMatching(
          /^Holdfast: EXP-1 can't start yet\.\n1\. .*waits for Pia Lund\. Ask Pia Lund to acknowledge/,
        ),
      ),
    );
    expect(here.charters.calls).toEqual({ read: 1 });
    expect(here.followUps.jobs).toEqual([
      expect.objectContaining({
        kind: 'refusal',
        issueId: '10001',
        checkpoint: 'start',
        isOwn: true,
        at: NOW,
      }),
    ]);
    expect(here.gate.left).toEqual([]);
  });

  it('of what is under no policy leaves nothing', async () => {
    const here = world();
    here.jira.items.set('EXP-1', epic(ofType(STORY)));
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect([here.followUps.pushed, here.gate.left]).toEqual([[], []]);
  });

  it('whose trace storage does not take hands it to the queue, and passes', async () => {
    quietly();
    const here = world(...inOrder);
    here.gate.down = true;
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(here.followUps.jobs).toEqual([
      expect.objectContaining({ kind: 'gate-trace', trace: expect.objectContaining({ issueKey: 'EXP-1' }) }),
    ]);
  });

  it('is judged at the checkpoint of its rule', async () => {
    const here = world();
    here.charters.setPolicy('EXP', policyWith('off', { 'owner.missing': { start: 'off', finish: 'block' } }));
    expect(await evaluateTransition(moving({ checkpoint: 'start' }), here)).toEqual({ allowed: true });
    expect(await evaluateTransition(moving({ checkpoint: 'finish' }), here)).toEqual(
      refused(expect.stringContaining("can't finish yet")),
    );
  });

  it('is held by what its rule adds to the policy', async () => {
    const here = inMode('observe');
    here.charters.setPolicy('EXP', policyWith('off', {}, { mode: 'observe' }));
    expect(await evaluateTransition(moving({ mode: 'enforce' }), here)).toEqual({ allowed: true });
    expect(await evaluateTransition(moving({ alsoBlock: ['owner.missing'] }), here)).toEqual({
      allowed: true,
    });
    expect(
      await evaluateTransition(moving({ mode: 'enforce', alsoBlock: ['owner.missing'] }), here),
    ).toMatchObject({
      allowed: false,
    });
  });
});

describe('the reads', () => {
  it('start together: neither waits for the other', async () => {
    const here = world(...inOrder);
    const started: string[] = [];
    let bothStarted = (): void => undefined;
    const both = new Promise<void>((resolve) => (bothStarted = resolve));
    const once =
      <T>(name: string, then: () => Promise<T>) =>
      async () => {
        started.push(name);
        if (started.length === 2) bothStarted();
        await both;
        return then();
      };
    const item = here.jira.workItem.bind(here.jira);
    const read = here.charters.read.bind(here.charters);
    here.jira.workItem = once('item', () => item('app', 'EXP-1'));
    here.charters.read = once('charter', () => read('EXP-1'));
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(started.sort()).toEqual(['charter', 'item']);
  });

  it('are two, and no more where the item brings the names', async () => {
    const here = world(...owner(COO), asked('A1'));
    await evaluateTransition(moving(), here);
    expect({ ...here.jira.calls, ...here.charters.calls }).toEqual({ workItem: 1, read: 1 });
  });

  it('are three where it does not', async () => {
    const here = world(...owner(COO), asked('A1'));
    here.jira.items.set('EXP-1', epic({ people: {} }));
    expect(await evaluateTransition(moving(), here)).toEqual(refused(expect.stringContaining('Pia Lund')));
    expect({ ...here.jira.calls, ...here.charters.calls }).toEqual({ workItem: 1, read: 1, people: 1 });
  });

  it('make a vaguer sentence where only a name cannot be had', async () => {
    const here = suggested();
    here.jira.down = ['people'];
    expect(await evaluateTransition(moving(), here)).toEqual(
      refused(expect.stringContaining('ask the person asked instead')),
    );
  });

  it('give no verdict where nobody says who is still there', async () => {
    quietly();
    const here = world(...owner(COO), asked('A1'), acknowledged('A1'));
    here.jira.items.set('EXP-1', epic({ people: {} }));
    here.jira.down = ['people'];
    expect(await evaluateTransition(moving(), here)).toEqual(
      refused(expect.stringContaining('Jira did not answer')),
    );
  });
});

describe('what is typed on the transition screen', () => {
  const screen = (fields: Record<string, unknown>) =>
    moving({}, { onScreen: (item, source) => withModifiedFields(item, source, fields) });

  it('counts for the owner', async () => {
    const here = world(...inOrder);
    here.charters.setPolicy(
      'EXP',
      policyWith(
        'block',
        {
          'authority.missing': { start: 'off', finish: 'off' },
          'brief.incomplete': { start: 'off', finish: 'off' },
        },
        { ownerSource: { kind: 'assignee' } },
      ),
    );
    here.jira.items.set('EXP-1', epic({ ownerField: singleField(somebody(COO)) }));
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(await evaluateTransition(screen({ assignee: { accountId: CTO } }), here)).toEqual(
      refused(expect.stringContaining('Two people share ownership (Ada Olsen and Cem Tan)')),
    );
    expect(await evaluateTransition(screen({ assignee: null }), here)).toEqual({ allowed: true });
  });

  it('counts for a field of many, where cleared arrives as null', async () => {
    const here = world(asked('A1'), acknowledged('A1'));
    here.charters.setPolicy(
      'EXP',
      policyWith(
        'off',
        { 'owner.shared': { start: 'block', finish: 'block' } },
        {
          ownerSource: { kind: 'field', fieldId: 'customfield_10050' },
        },
      ),
    );
    here.jira.items.set('EXP-1', epic({ ownerField: multiField(somebody(COO), somebody(CTO)) }));
    expect(await evaluateTransition(moving(), here)).toMatchObject({ allowed: false });
    expect(await evaluateTransition(screen({ customfield_10050: [{ accountId: COO }] }), here)).toEqual({
      allowed: true,
    });
    expect(await evaluateTransition(screen({ customfield_10050: null }), here)).toEqual({ allowed: true });
  });
});

describe('in coach and observe mode', () => {
  it.each(['coach', 'observe'] as const)(
    '%s lets an unready item pass and has the passage recorded',
    async (mode) => {
      const here = inMode(mode, nominated(COO));
      expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
      expect(here.gate.passages).toEqual([
        {
          kind: 'passage',
          issueKey: 'EXP-1',
          toStatusId: '3',
          checkpoint: 'start',
          reason: mode,
          rules: ['owner.not-accepted', 'dependencies.undeclared'],
          advice: [],
          at: NOW,
        },
      ]);
    },
  );

  it('records nothing for an item that only warns', async () => {
    const here = world();
    here.charters.setPolicy('EXP', policyWith('warn', {}, { mode: 'coach' }));
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(here.gate.passages).toEqual([]);
  });

  it('lets pass although storage and the queue refuse', async () => {
    quietly();
    const here = inMode('observe');
    here.gate.down = true;
    here.followUps.down = true;
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
  });

  it('lets pass although neither ever answers', async () => {
    quietly();
    jest.useFakeTimers();
    const here = inMode('observe');
    here.gate.traces.leave = () => new Promise(() => undefined);
    here.followUps.push = () => new Promise(() => undefined);
    const answer = evaluateTransition(moving(), here);
    await jest.advanceTimersByTimeAsync(GATE_TIME_LIMIT_MS + 4_000);
    expect(await answer).toEqual({ allowed: true });
  });
});

describe('where the policy enforces, a rule that only warns', () => {
  const warning = (more: object = {}, ...history: readonly CharterEvent[]): World => {
    const here = world(...history);
    const rules = { 'brief.incomplete': { start: 'warn', finish: 'warn' } } as const;
    here.charters.setPolicy('EXP', policyWith('off', { ...rules, ...more }));
    return here;
  };
  const BLOCKS = { start: 'block', finish: 'block' } as const;

  it('lets the move pass and has it recorded by one write, without a read more and without a sentence', async () => {
    const here = warning({}, ...inOrder);
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect({ ...here.jira.calls, ...here.charters.calls }).toEqual({ workItem: 1, read: 1 });
    expect(here.gate.passages).toEqual([
      {
        kind: 'passage',
        issueKey: 'EXP-1',
        toStatusId: '3',
        checkpoint: 'start',
        reason: 'warned',
        rules: ['brief.incomplete'],
        advice: [],
        at: NOW,
      },
    ]);
    expect(here.followUps.pushed).toEqual([]);
  });

  it('is recorded where the rule of the transition makes the policy enforce', async () => {
    const here = warning({}, ...inOrder);
    here.charters.setPolicy('EXP', { ...policyFor(here.charters.policyOf('EXP'), null), mode: 'observe' });
    await evaluateTransition(moving(), here);
    expect(here.gate.passages).toEqual([]);
    await evaluateTransition(moving({ mode: 'enforce' }), here);
    expect(here.gate.passages).toEqual([expect.objectContaining({ reason: 'warned' })]);
  });

  it('is recorded beside the waiver that the move rests on, by the same write', async () => {
    const here = warning(
      { 'owner.missing': BLOCKS },
      {
        type: 'waiver-granted',
        at: NOW,
        by: CTO,
        waiverId: 'W1',
        rules: ['owner.missing'],
        reason: 'The customer signs on Friday',
        expiresAt: '2026-12-04T17:00:00.000Z',
      },
    );
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(here.gate.left.map(({ passages }) => passages)).toEqual([
      [
        expect.objectContaining({ reason: 'waived', rules: ['owner.missing'] }),
        expect.objectContaining({ reason: 'warned', rules: ['brief.incomplete'] }),
      ],
    ]);
  });

  it('has only the refusal counted where another rule refuses the move', async () => {
    const here = warning({ 'owner.missing': BLOCKS });
    expect(await evaluateTransition(moving(), here)).toMatchObject({ allowed: false });
    expect(here.followUps.jobs).toEqual([expect.objectContaining({ kind: 'refusal' })]);
    expect(here.gate.left).toEqual([]);
  });

  it.each(['observe', 'coach'] as const)('is nothing to record in %s mode', async (mode) => {
    const here = warning();
    here.charters.setPolicy('EXP', { ...policyFor(here.charters.policyOf('EXP'), null), mode });
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(here.gate.passages).toEqual([]);
  });

  it('holds nothing up while storage and the queue refuse or never answer', async () => {
    quietly();
    const refusing = warning();
    refusing.gate.down = true;
    refusing.followUps.down = true;
    expect(await evaluateTransition(moving(), refusing)).toEqual({ allowed: true });
    jest.useFakeTimers();
    const stuck = warning();
    stuck.gate.traces.leave = () => new Promise(() => undefined);
    stuck.followUps.push = () => new Promise(() => undefined);
    const answer = evaluateTransition(moving(), stuck);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(await answer).toEqual({ allowed: true });
  });
});

describe('an outage', () => {
  const outages = [
    ['Jira', 'Jira did not answer', (here: World) => (here.jira.down = ['workItem'])],
    ['storage', 'Our storage did not answer', (here: World) => (here.charters.down = true)],
    [
      'a defect of ours',
      'Something went wrong on our side',
      (here: World) => (here.charters.read = () => Promise.reject(new TypeError('x is not a function'))),
    ],
  ] as const;

  it.each(outages)(
    'of %s keeps the item where it is, and says whose fault it is not',
    async (_what, words, breakIt) => {
      const log = quietly();
      const here = world(...inOrder);
      breakIt(here);
      expect(await evaluateTransition(moving(), here)).toEqual(refused(expect.stringContaining(words)));
      expect(here.followUps.pushed).toEqual([]);
      expect(log.lines()).toHaveLength(1);
    },
  );

  it.each(outages)(
    'of %s lets the item pass where the rule says so, and has that recorded',
    async (_what, _words, breakIt) => {
      quietly();
      const here = world();
      breakIt(here);
      expect(await evaluateTransition(moving({ onOutage: 'open' }), here)).toEqual({ allowed: true });
      expect(here.followUps.passages).toEqual([
        expect.objectContaining({ kind: 'passage', reason: 'unchecked', rules: [], advice: [], at: NOW }),
      ]);
    },
  );

  it('never tells the user what broke inside', async () => {
    quietly();
    const here = world();
    here.charters.read = () => Promise.reject(new Error('token=abc123'));
    expect(JSON.stringify(await evaluateTransition(moving(), here))).not.toContain('abc123');
  });
});

describe('an answer that does not come', () => {
  const stuck = () => {
    const here = world(...inOrder);
    here.charters.read = () => new Promise(() => undefined);
    return here;
  };

  it('is given up before Forge would, with our own words', async () => {
    quietly();
    jest.useFakeTimers();
    let answer: unknown;
    void evaluateTransition(moving(), stuck()).then((one) => (answer = one));
    await jest.advanceTimersByTimeAsync(GATE_TIME_LIMIT_MS - 1);
    expect(answer).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(answer).toEqual(refused(expect.stringContaining('The check took too long')));
    expect(GATE_TIME_LIMIT_MS).toBeLessThan(25_000);
  });

  it('lets the item pass where the rule says so, within Forge’s 25 s although the queue is stuck as well', async () => {
    quietly();
    jest.useFakeTimers();
    const here = stuck();
    here.followUps.push = () => new Promise(() => undefined);
    here.gate.traces.leave = () => new Promise(() => undefined);
    let answer: unknown;
    void evaluateTransition(moving({ onOutage: 'open' }), here).then((one) => (answer = one));
    await jest.advanceTimersByTimeAsync(24_000);
    expect(answer).toEqual({ allowed: true });
  });

  it('lets the item pass in observe mode within Forge’s 25 s although storage and the queue are stuck', async () => {
    quietly();
    jest.useFakeTimers();
    const here = stuck();
    here.followUps.push = () => new Promise(() => undefined);
    here.gate.traces.leave = () => new Promise(() => undefined);
    let answer: unknown;
    void evaluateTransition(moving({ savedMode: 'observe' }), here).then((one) => (answer = one));
    await jest.advanceTimersByTimeAsync(24_000);
    expect(answer).toEqual({ allowed: true });
  });

  it('of a name only does not turn a refusal into an outage', async () => {
    quietly();
    jest.useFakeTimers();
    const here = suggested();
    here.jira.people = () => new Promise(() => undefined);
    let answer: unknown;
    void evaluateTransition(moving({ onOutage: 'open' }), here).then((one) => (answer = one));
    await jest.advanceTimersByTimeAsync(24_000);
    expect(answer).toEqual(refused(expect.stringContaining('A staging cluster')));
  });

  it('leaves no timer behind when all goes well', async () => {
    jest.useFakeTimers();
    await evaluateTransition(moving(), world(...inOrder));
    expect(jest.getTimerCount()).toBe(0);
  });
});

it('does not let a late failure escape after the answer', async () => {
  quietly();
  jest.useFakeTimers();
  const here = world();
  here.charters.read = () =>
    new Promise((_, reject) =>
      setTimeout(() => reject(new Unavailable('storage', 'late')), GATE_TIME_LIMIT_MS + 1_000),
    );
  const escaped: unknown[] = [];
  const listen = (reason: unknown) => escaped.push(reason);
  process.on('unhandledRejection', listen);
  const answer = evaluateTransition(moving(), here);
  await jest.advanceTimersByTimeAsync(GATE_TIME_LIMIT_MS + 2_000);
  expect(await answer).toMatchObject({ allowed: false });
  jest.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', listen);
  expect(escaped).toEqual([]);
});

describe('an item that Jira does not show to the app', () => {
  const unseen = (mode: 'observe' | 'coach' | 'enforce'): World => {
    const here = inMode(mode, ...inOrder);
    here.jira.hiddenFromApp.add('EXP-1');
    return here;
  };

  it.each(['closed', 'open'] as const)(
    'is held under enforce, in words about access, whatever the rule says of outages (%s)',
    async (onOutage) => {
      const here = unseen('enforce');
      const answer = await evaluateTransition(moving({ onOutage }), here);
      expect(answer).toEqual(refused(expect.stringMatching(/^Holdfast may not see EXP-1 in Jira/)));
      expect(answer).toEqual(refused(expect.stringContaining('waiting does not help')));
      expect(answer).not.toEqual(refused(expect.stringContaining('Try again')));
      expect(here.followUps.pushed).toEqual([]);
    },
  );

  it.each(['observe', 'coach'] as const)('passes in %s mode, and is recorded as unchecked', async (mode) => {
    const here = unseen(mode);
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(here.followUps.passages).toEqual([
      expect.objectContaining({
        kind: 'passage',
        issueKey: 'EXP-1',
        reason: 'unchecked',
        rules: [],
        advice: [],
      }),
    ]);
  });

  it('is held where the rule is stricter than the policy', async () => {
    expect(await evaluateTransition(moving({ mode: 'enforce' }), unseen('observe'))).toMatchObject({
      allowed: false,
    });
  });
});

describe('while something is out, the mode that counts', () => {
  const without = (mode: 'observe' | 'coach' | 'enforce'): World => {
    const here = inMode(mode, ...inOrder);
    here.jira.down = ['workItem'];
    return here;
  };
  const noStorage = (): World => {
    const here = world();
    here.charters.down = true;
    return here;
  };

  it.each(['observe', 'coach'] as const)('is %s, where the policy can still be read', async (mode) => {
    quietly();
    const here = without(mode);
    expect(await evaluateTransition(moving({ savedMode: 'enforce' }), here)).toEqual({ allowed: true });
    expect(here.followUps.passages).toEqual([expect.objectContaining({ reason: 'unchecked', at: NOW })]);
  });

  it('is enforce, where the policy can still be read and says so', async () => {
    quietly();
    expect(await evaluateTransition(moving({ savedMode: 'observe' }), without('enforce'))).toMatchObject({
      allowed: false,
    });
  });

  it.each([
    ['observe', true],
    ['coach', true],
    ['enforce', false],
    [undefined, false],
  ] as const)(
    'is the one saved with the rule (%s), where the policy cannot be read',
    async (savedMode, allowed) => {
      quietly();
      const here = noStorage();
      const rule = savedMode === undefined ? {} : { savedMode };
      expect(await evaluateTransition(moving(rule), here)).toMatchObject({ allowed });
      expect(here.followUps.pushed).toHaveLength(allowed ? 1 : 0);
      expect(await evaluateTransition(moving({ ...rule, onOutage: 'open' }), noStorage())).toEqual({
        allowed: true,
      });
    },
  );

  it('is never looser than the rule’s own', async () => {
    quietly();
    const rule = { mode: 'enforce', savedMode: 'observe' } as const;
    expect(await evaluateTransition(moving(rule), noStorage())).toMatchObject({ allowed: false });
    expect(await evaluateTransition(moving(rule), without('observe'))).toMatchObject({ allowed: false });
  });
});

describe('a mode that the gate has read before', () => {
  /** The same instance of the gate, after its storage went away. */
  const storageGoes = (here: World): World => {
    here.charters.down = true;
    return here;
  };

  it.each([
    ['observe', true],
    ['coach', true],
    ['enforce', false],
  ] as const)(
    'counts in an outage of storage, newer than the one saved with the rule: %s',
    async (mode, allowed) => {
      quietly();
      const here = inMode(mode, ...inOrder);
      expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
      storageGoes(here);
      const savedMode = mode === 'enforce' ? 'observe' : 'enforce';
      expect(await evaluateTransition(moving({ savedMode }), here)).toMatchObject({ allowed });
    },
  );

  it('is the last one, of that project alone, and never looser than the rule’s own', async () => {
    quietly();
    const here = inMode('enforce', ...inOrder);
    await evaluateTransition(moving(), here);
    here.charters.setPolicy('EXP', policyWith('block', {}, { mode: 'observe' }));
    await evaluateTransition(moving(), here);
    storageGoes(here);
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(await evaluateTransition(moving({ mode: 'enforce' }), here)).toMatchObject({ allowed: false });
    expect(await evaluateTransition(moving({}, { issueKey: 'PLAT-1' }), here)).toMatchObject({
      allowed: false,
    });
  });

  it('is learnt while Jira is out, and where Jira does not show the item', async () => {
    quietly();
    for (const breakIt of [
      (here: World) => (here.jira.down = ['workItem']),
      (here: World) => here.jira.hiddenFromApp.add('EXP-1'),
    ]) {
      const here = inMode('coach', ...inOrder);
      breakIt(here);
      await evaluateTransition(moving(), here);
      expect(here.lastModes.of('EXP')).toBe('coach');
    }
  });

  it('is the policy’s, not what a rule makes of it', async () => {
    const here = inMode('observe', ...inOrder);
    await evaluateTransition(moving({ mode: 'enforce' }), here);
    expect(here.lastModes.of('EXP')).toBe('observe');
  });

  it('is what stands above, where another project left its policy under the key', async () => {
    const here = inMode('observe', ...inOrder);
    here.charters.setPolicy('EXP', policyWith('block', {}, { mode: 'observe' }), 'another project’s id');
    await evaluateTransition(moving(), here);
    expect(here.lastModes.of('EXP')).toBe(enforcing.mode);
  });
});

describe('a rule that names no checkpoint', () => {
  const unreadable = { checkpoint: 'start', unreadable: true } as const;
  const at = (start: 'off' | 'warn' | 'block', finish: 'off' | 'warn' | 'block'): World => {
    const here = world();
    here.charters.setPolicy('EXP', policyWith('off', { 'owner.missing': { start, finish } }));
    return here;
  };

  it.each([
    ['block', 'off', false],
    ['off', 'block', false],
    ['warn', 'block', false],
    ['warn', 'off', true],
    ['off', 'off', true],
  ] as const)('holds what blocks at either: %s at Start, %s at Finish', async (start, finish, allowed) => {
    expect(await evaluateTransition(moving(unreadable), at(start, finish))).toMatchObject({ allowed });
  });

  it('says in the refusal that an administrator has to name one', async () => {
    const answer = await evaluateTransition(moving(unreadable), at('off', 'block'));
    expect(answer).toEqual(
      refused(
        expect.stringMatching(
          /^Holdfast: EXP-1 can't move yet\.\n1\. Nobody owns[^\n]*\nThe Holdfast rule of this transition names neither Start nor Finish, .* An administrator can put that right/,
        ),
      ),
    );
    expect(await evaluateTransition(moving(), at('block', 'off'))).not.toEqual(
      refused(expect.stringContaining('names neither Start nor Finish')),
    );
  });

  it('blocks what it adds to the policy', async () => {
    const rule = { ...unreadable, alsoBlock: ['owner.missing'] } as const;
    expect(await evaluateTransition(moving(rule), at('off', 'off'))).toMatchObject({ allowed: false });
  });

  it.each([
    ['new', 'start'],
    ['indeterminate', 'finish'],
  ] as const)('leaves a passage at the border that an item in %s stands before', async (category, border) => {
    const here = inMode('observe');
    here.jira.items.set('EXP-1', epic({ status: { id: '1', name: 'Anywhere', category } }));
    expect(await evaluateTransition(moving(unreadable), here)).toEqual({ allowed: true });
    expect(here.gate.passages).toEqual([
      expect.objectContaining({ kind: 'passage', reason: 'misconfigured', checkpoint: border }),
    ]);
  });

  it('asks of the item above what a start asks, and no more', async () => {
    const follow = (start: 'off' | 'block', finish: 'off' | 'block'): World => {
      const here = world();
      here.charters.setPolicy(
        'EXP',
        policyWith('off', { 'owner.missing': { start, finish } }, { childrenFollow: true }),
      );
      here.jira.items.set('EXP-2', epic({ issueKey: 'EXP-2', ...ofType(STORY), ...under('EXP-1') }));
      return here;
    };
    const child = moving(unreadable, { issueKey: 'EXP-2' });
    expect(await evaluateTransition(child, follow('block', 'off'))).toEqual(
      refused(
        expect.stringMatching(
          /^Holdfast: EXP-2 can't move yet, because EXP-1 above it can't start\.[^]*names neither Start nor Finish/,
        ),
      ),
    );
    expect(await evaluateTransition(child, follow('off', 'block'))).toEqual({ allowed: true });
  });
});

describe('what Jira said when it gave nothing', () => {
  const saying = (details: ConstructorParameters<typeof Unavailable>[2]): World => {
    const here = world(...inOrder);
    here.jira.workItem = () => Promise.reject(new Unavailable('jira', 'no', details));
    return here;
  };

  it.each([
    [{ failure: 'too-many', until: '2026-11-23T12:34:00.000Z' }, 'Try again after 12:34 UTC.'],
    [{ failure: 'too-many' }, 'Try again in some minutes.'],
    [{ failure: 'refused' }, 'Ask a Jira administrator whether the app was given its permissions.'],
    [{ failure: 'broken-question' }, 'Tell a Jira administrator: the app’s log says which question it was.'],
    [{}, 'Jira did not answer us.'],
  ] as const)('%j is told with its own way out', async (details, words) => {
    quietly();
    expect(await evaluateTransition(moving(), saying(details))).toEqual(
      refused(expect.stringContaining(words)),
    );
  });
});

it('lets an item pass that is only being created, and asks nobody', async () => {
  const here = world();
  expect(await evaluateTransition(moving({}, { issueKey: '' }), here)).toEqual({ allowed: true });
  expect({ ...here.jira.calls, ...here.charters.calls }).toEqual({});
  expect(here.followUps.pushed).toEqual([]);
});
