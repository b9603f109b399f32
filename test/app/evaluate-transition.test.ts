import { evaluateTransition, GATE_TIME_LIMIT_MS, type Transition } from '../../src/app/evaluate-transition';
import { Unavailable } from '../../src/app/ports';
import type { CharterEvent } from '../../src/domain/charter/events';
import type { TransitionRule } from '../../src/domain/policy/policy';
import { withModifiedFields } from '../../src/jira/work-item';
import { NOW } from '../support/charter-spec';
import { acknowledged, asked, nominated, owner } from '../support/events';
import { policyWith } from '../support/gate';
import { epic, multiField, singleField, somebody } from '../support/items';
import { world, type World } from '../support/memory-ports';
import { COO, CTO, PLATFORM } from '../support/people';
import { quietly } from '../support/quiet';

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

afterEach(() => jest.useRealTimers());

describe('a move', () => {
  it('passes where everything is in order, and leaves nothing behind', async () => {
    const here = world(...inOrder);
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(here.followUps.pushed).toEqual([]);
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
    expect(here.followUps.pushed).toEqual([]);
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

  it('make a vaguer sentence where names cannot be had', async () => {
    const here = world(...owner(COO), asked('A1'));
    here.jira.items.set('EXP-1', epic({ people: {} }));
    here.jira.down = ['people'];
    expect(await evaluateTransition(moving(), here)).toEqual(
      refused(expect.stringContaining('waits for the person')),
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
      expect(here.followUps.pushed).toEqual([
        {
          delaySeconds: 5,
          followUps: [
            {
              kind: 'passage',
              issueKey: 'EXP-1',
              toStatusId: '3',
              checkpoint: 'start',
              reason: mode,
              rules: ['owner.not-accepted', 'dependencies.undeclared'],
              advice: [
                'Ada Olsen was nominated and has not accepted yet. Ask Ada Olsen to accept or decline in the Agreements panel.',
                'Dependencies were never declared. Name the top two, or say there are none.',
              ],
              at: NOW,
            },
          ],
        },
      ]);
    },
  );

  it('records nothing for an item that only warns', async () => {
    const here = world();
    here.charters.setPolicy('EXP', policyWith('warn', {}, { mode: 'coach' }));
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
    expect(here.followUps.pushed).toEqual([]);
  });

  it('lets pass although the queue refuses', async () => {
    quietly();
    const here = inMode('observe');
    here.followUps.down = true;
    expect(await evaluateTransition(moving(), here)).toEqual({ allowed: true });
  });

  it('lets pass although the queue never answers', async () => {
    quietly();
    jest.useFakeTimers();
    const here = inMode('observe');
    here.followUps.push = () => new Promise(() => undefined);
    const answer = evaluateTransition(moving(), here);
    await jest.advanceTimersByTimeAsync(GATE_TIME_LIMIT_MS + 4_000);
    expect(await answer).toEqual({ allowed: true });
  });
});

describe('an outage', () => {
  const outages = [
    ['Jira', 'Jira did not answer', (here: World) => (here.jira.down = ['workItem'])],
    ['storage', 'Our storage did not answer', (here: World) => (here.charters.down = true)],
    [
      'a Jira that denies the item it is moving',
      'Jira did not answer',
      (here: World) => here.jira.items.clear(),
    ],
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
      expect(here.followUps.jobs).toEqual([
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
    let answer: unknown;
    void evaluateTransition(moving({ onOutage: 'open' }), here).then((one) => (answer = one));
    await jest.advanceTimersByTimeAsync(24_000);
    expect(answer).toEqual({ allowed: true });
  });

  it('of a name only does not turn a refusal into an outage', async () => {
    quietly();
    jest.useFakeTimers();
    const here = world(...owner(COO), asked('A1', { providerAccountId: PLATFORM }));
    here.jira.items.set('EXP-1', epic({ people: {} }));
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
