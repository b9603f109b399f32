import { Refused } from '../../../../src/platform/unavailable';
import type { Notice } from '../../../../src/app/notices/ports';
import { sendDigest } from '../../../../src/app/notices/send-digest';
import type { Sight } from '../../../../src/domain/access/sight';
import { BEFORE, NOW } from '../../../support/charter-spec';
import { asked, owner } from '../../../support/events';
import { MemoryClocks, MemoryMessages, MemoryPreferences } from '../../../support/memory-clocks';
import { world, MemoryQueue } from '../../../support/memory-ports';
import { COO, PLATFORM } from '../../../support/people';
import { quietly } from '../../../support/quiet';

const LATER = '2026-11-23T13:00:00.000Z';
const TOMORROW = '2026-11-24T12:00:00.000Z';

interface Spec {
  readonly sight?: Sight;
  /** The provider's own issue, and what is proven of it. */
  readonly own?: Sight;
  readonly how?: Notice['how'];
  /** Jira does not show the app the item. */
  readonly unseen?: boolean;
}

/** A day on which u-platform is to be told of a request on each of these items. */
function day(...specs: readonly Spec[]) {
  const log = quietly();
  const { charters, claims, jira, policies } = world();
  const clocks = new MemoryClocks();
  const messages = new MemoryMessages();
  let now = NOW;
  const show = (issueId: string, issueKey: string, sight: Sight | undefined): void => {
    messages.known.set(issueId, { issueId, issueKey, summary: `About ${issueKey}`, category: 'new' });
    if (sight) messages.sight.set(issueId, sight);
  };
  const note = (at: number, audience: 'asked' | 'dri' = 'asked', how: Notice['how'] = 'mail'): string => {
    const accountId = audience === 'asked' ? PLATFORM : COO;
    const step = `acknowledgement:A1.${BEFORE}:0`;
    const [issueId, issueKey] = [String(at), `EXP-${at}`];
    const key = `${issueId}:${step}:${accountId}`;
    clocks.stored.set(key, {
      key,
      accountId,
      issueId,
      issueKey,
      step,
      audience,
      how,
      state: 'waiting',
      sendAfter: NOW,
    });
    return key;
  };
  const keys = specs.map(({ sight, own, how, unseen }, index) => {
    const at = index + 1;
    const ownKey = own && { providerIssueKey: `PLAT-${at}` };
    charters.put(
      `EXP-${at}`,
      [...owner(COO), asked('A1', { deliverable: `Part ${at}`, ...ownKey })],
      String(at),
    );
    if (!unseen) show(String(at), `EXP-${at}`, sight);
    if (own) show(String(100 + at), `PLAT-${at}`, own);
    return note(at, 'asked', how);
  });
  const preferences = new MemoryPreferences();
  const followUps = new MemoryQueue();
  const ports = {
    ...{ clocks, charters, policies, messages, jira, claims, preferences, followUps },
    clock: { now: () => now },
  };
  return {
    claims,
    clocks,
    jira,
    keys,
    log,
    messages,
    show,
    send: (notices: readonly string[] = keys, accountId = PLATFORM) =>
      sendDigest({ kind: 'send-digest', accountId, notices }, ports),
    at: (moment: string) => {
      now = moment;
    },
    states: () => [...clocks.stored.values()].map(({ state }) => state),
    until: () => [...clocks.stored.values()].map(({ sendAfter }) => sendAfter),
    /** Through which item, and what each mail speaks of. */
    mails: () =>
      messages.mails.map(({ through, text }) => `${through}: ${(text.match(/Part \d+/g) ?? []).join(', ')}`),
  };
}

describe('mail', () => {
  it('goes once about everything that is proven visible', async () => {
    const here = day({ sight: 'visible' }, { sight: 'visible' });
    await here.send();
    expect(here.mails()).toEqual(['EXP-1: Part 1, Part 2']);
    expect(here.states()).toEqual(['told', 'told']);
  });

  it('goes item by item, each about that item alone, where nothing is proven', async () => {
    const here = day({}, {}, {});
    await here.send();
    expect(here.mails()).toEqual(['EXP-1: Part 1', 'EXP-2: Part 2', 'EXP-3: Part 3']);
    expect(here.states()).toEqual(['told', 'told', 'told']);
  });

  it('keeps what is proven apart from what is not', async () => {
    const here = day({ sight: 'visible' }, {}, { sight: 'visible' }, { sight: 'hidden' });
    await here.send();
    expect(here.mails()).toEqual(['EXP-2: Part 2', 'EXP-1: Part 1, Part 3']);
    expect(here.states()).toEqual(['told', 'told', 'told', 'kept']);
    expect(here.messages.mails.map(({ text }) => text).join()).not.toMatch('Part 4');
  });

  it.each<[Sight, Sight, string, boolean]>([
    ['visible', 'visible', 'EXP-1', true],
    ['visible', 'unknown', 'EXP-1', true],
    ['visible', 'hidden', 'EXP-1', true],
    ['hidden', 'visible', 'PLAT-1', false],
    ['unknown', 'visible', 'PLAT-1', false],
    ['hidden', 'unknown', 'PLAT-1', false],
    ['unknown', 'unknown', 'PLAT-1', false],
    ['unknown', 'hidden', 'EXP-1', true],
  ])('about an item %s to a provider whose own is %s goes through %s', async (sight, own, through, named) => {
    const here = day({ sight, own });
    await here.send();
    expect(here.mails()).toEqual([`${through}: Part 1`]);
    expect(here.messages.mails[0]?.text.includes('About EXP-1')).toBe(named);
  });

  it('goes to nobody who is proven to see neither the item nor their own', async () => {
    const here = day({ sight: 'hidden', own: 'hidden' });
    await here.send();
    expect([here.mails(), here.states()]).toEqual([[], ['kept']]);
  });

  it('goes at most twenty times a day to one person; the rest waits until tomorrow', async () => {
    const here = day(...Array.from({ length: 22 }, () => ({})));
    await here.send();
    expect(here.messages.mails).toHaveLength(20);
    expect(here.states().filter((state) => state === 'waiting')).toHaveLength(2);
    expect(here.until().slice(20)).toEqual([TOMORROW, TOMORROW]);
  });
});

describe('of one item a person gets one mail a day', () => {
  it('though the job comes twice, or two do it at once', async () => {
    const here = day({}, {}, { sight: 'visible' });
    await Promise.allSettled([here.send(), here.send()]);
    await here.send();
    expect([...here.mails()].sort()).toEqual(['EXP-1: Part 1', 'EXP-2: Part 2', 'EXP-3: Part 3']);
    expect(here.states()).toEqual(['told', 'told', 'told']);
  });

  it('though it was in the day’s mail, and an hour later nothing is proven', async () => {
    const here = day({ sight: 'visible' });
    await here.send();
    here.messages.sight.clear();
    here.clocks.stored.forEach((notice) =>
      here.clocks.stored.set(notice.key, { ...notice, state: 'waiting' }),
    );
    await here.send();
    expect([here.mails(), here.states(), here.until()]).toEqual([['EXP-1: Part 1'], ['waiting'], [LATER]]);
  });

  it('though it had a mail of its own, and an hour later it is proven visible', async () => {
    const here = day({}, {});
    await here.send(here.keys.slice(0, 1));
    here.messages.sight.set('1', 'visible').set('2', 'visible');
    here.clocks.stored.forEach((notice) =>
      here.clocks.stored.set(notice.key, { ...notice, state: 'waiting' }),
    );
    await here.send();
    expect(here.mails()).toEqual(['EXP-1: Part 1', 'EXP-2: Part 2']);
    expect(here.states()).toEqual(['waiting', 'told']);
  });
});

describe('a refusal settles nothing', () => {
  it.each([
    ['where Jira sends none through the item', 'refused', 'visible'],
    ['where Jira sends none through the item', 'refused', 'unknown'],
  ] as const)('%s (%s, %s): it waits, and is told another day', async (_, outcome, sight) => {
    const here = day({ sight });
    here.messages.outcomes.set('EXP-1', outcome);
    await here.send();
    expect([here.states(), here.until()]).toEqual([['waiting'], [TOMORROW]]);
    expect(here.log.lines()).toEqual([expect.stringMatching(/^A mail waits for another day/)]);
    here.messages.outcomes.clear();
    here.at(TOMORROW);
    await here.send();
    expect([here.mails(), here.states()]).toEqual([['EXP-1: Part 1'], ['told']]);
  });

  it.each(['visible', 'unknown'] as const)(
    'a mention tells it where the site sends no mail (%s), without its words',
    async (sight) => {
      const here = day({ sight });
      here.messages.outcomes.set('EXP-1', 'off');
      await here.send();
      await here.send();
      expect([here.mails(), here.states()]).toEqual([[], ['told']]);
      expect(here.messages.comments).toMatchObject([{ issueKey: 'EXP-1' }]);
      expect(here.messages.comments[0]?.paragraphs.join()).not.toContain('Part 1');
    },
  );

  it('a mail whose answer is lost is followed by one mention, today and any other day', async () => {
    const here = day({ sight: 'visible' }, { sight: 'visible' });
    here.messages.loses.mails = true;
    await here.send();
    here.messages.loses.mails = false;
    here.at(TOMORROW);
    await here.send();
    expect([here.messages.mails.length, here.messages.comments.length]).toEqual([1, 1]);
    expect(here.states()).toEqual(['told', 'told']);
  });

  it('a lost mail stays known where a run that had looked before it puts its notice off', async () => {
    const here = day({ sight: 'visible' });
    const sights = here.messages.sights.bind(here.messages);
    here.messages.sights = async (questions) => {
      here.messages.sights = sights;
      // Meanwhile another run sends the mail; its answer is lost, and no comment can be written.
      Object.assign(here.messages, { loses: { mails: true, comments: false }, takesComments: false });
      await here.send();
      Object.assign(here.messages, { loses: { mails: false, comments: false }, takesComments: true });
      return sights(questions);
    };
    await here.send();
    here.at(TOMORROW);
    await here.send();
    expect([here.messages.mails.length, here.messages.comments.length]).toEqual([1, 1]);
    expect(here.states()).toEqual(['told']);
  });

  it('of one item: the others’ mail goes through the next', async () => {
    const here = day({ sight: 'visible' }, { sight: 'visible' }, {});
    here.messages.outcomes.set('EXP-1', 'refused');
    await here.send();
    expect(here.mails()).toEqual(['EXP-3: Part 3', 'EXP-2: Part 2']);
    expect(here.states()).toEqual(['waiting', 'told', 'told']);
  });

  it('of the items themselves: everything waits, as if nobody had looked', async () => {
    const here = day({ sight: 'visible' });
    here.messages.refusesItems = true;
    await expect(here.send()).rejects.toThrow(Refused);
    expect([here.states(), here.until()]).toEqual([['waiting'], [NOW]]);
  });

  it('nor does an item that Jira does not show the app', async () => {
    const here = day({ unseen: true }, { sight: 'visible' });
    await here.send();
    expect([here.mails(), here.states()]).toEqual([['EXP-2: Part 2'], ['waiting', 'told']]);
    expect(here.until()[0]).toBe(TOMORROW);
    here.show('1', 'EXP-1', 'visible');
    here.at(TOMORROW);
    await here.send();
    expect(here.states()).toEqual(['told', 'told']);
  });

  it('nor does a reader of whom Jira says nothing', async () => {
    const here = day({ sight: 'visible' });
    const people = here.jira.people.bind(here.jira);
    here.jira.people = () => Promise.resolve([]);
    await here.send();
    expect([here.mails(), here.states(), here.until()]).toEqual([[], ['waiting'], [TOMORROW]]);
    here.jira.people = people;
    here.at(TOMORROW);
    await here.send();
    expect(here.states()).toEqual(['told']);
  });

  it('but a reader who left is told nothing more', async () => {
    const here = day({}, { unseen: true });
    here.jira.known[PLATFORM] = { ...here.jira.known[PLATFORM]!, active: false };
    await here.send();
    expect([here.mails(), here.states()]).toEqual([[], ['kept', 'kept']]);
  });
});

describe('a comment', () => {
  it('is written on an item that nobody proved visible too: Jira shows it to those who see it', async () => {
    const here = day({ how: 'comment' });
    await here.send();
    expect(here.messages.comments).toMatchObject([{ issueKey: 'EXP-1', to: PLATFORM }]);
    expect([here.mails(), here.states()]).toEqual([[], ['told']]);
  });

  it.each([
    ['Jira does not take', 'takesComments'],
    ['cannot be told from those that are there', 'showsComments'],
  ] as const)('that %s goes by mail', async (_, switched) => {
    const here = day({ how: 'comment' });
    here.messages[switched] = false;
    await here.send();
    expect([here.mails(), here.messages.comments, here.states()]).toEqual([['EXP-1: Part 1'], [], ['told']]);
  });

  it('waits for another day where neither is taken', async () => {
    const here = day({ how: 'comment' });
    here.messages.takesComments = false;
    here.messages.outcomes.set('EXP-1', 'off');
    await here.send();
    expect([here.states(), here.until()]).toEqual([['waiting'], [TOMORROW]]);
  });
});
