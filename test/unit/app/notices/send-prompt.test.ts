import { noteMoves } from '../../../../src/app/notices/note-moves';
import { sendDigest } from '../../../../src/app/notices/send-digest';
import { sendPrompt } from '../../../../src/app/notices/send-prompt';
import { tellPeople } from '../../../../src/app/notices/notify';
import type { FollowUp } from '../../../../src/app/jobs/ports';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { addDays, addHours } from '../../../../src/domain/time/time';
import { acknowledged, asked, owner, withdrawn } from '../../../support/events';
import { BEFORE, NOW } from '../../../support/charter-spec';
import { MemoryClocks, MemoryMessages, MemoryPreferences } from '../../../support/memory-clocks';
import { MemoryQueue, world } from '../../../support/memory-ports';
import { COO, PLATFORM } from '../../../support/people';
import { quietly } from '../../../support/quiet';

const REQUEST = asked('A1', { at: NOW });

/** EXP-1 is u-coo's, and its history goes on. */
function site(...history: readonly CharterEvent[]) {
  quietly();
  const { charters, claims, jira, policies } = world(...owner(COO), ...history);
  const clocks = new MemoryClocks();
  const messages = new MemoryMessages();
  const followUps = new MemoryQueue();
  const issueId = jira.items.get('EXP-1')?.issueId ?? '';
  charters.put('EXP-1', [...owner(COO), ...history], issueId);
  let now = NOW;
  const preferences = new MemoryPreferences();
  const ports = {
    ...{ clocks, charters, policies, messages, jira, claims, preferences, followUps },
    clock: { now: () => now },
  };
  messages.known.set(issueId, { issueId, issueKey: 'EXP-1', summary: 'A plant', category: 'indeterminate' });
  messages.sight.set(issueId, 'visible');
  const run = async (job: FollowUp): Promise<void> => {
    if (job.kind === 'send-prompt') await sendPrompt(job, ports);
    if (job.kind === 'send-digest') await sendDigest(job, ports);
  };
  return {
    clocks,
    preferences,
    messages,
    followUps,
    issueId,
    happens: (...more: readonly CharterEvent[]): void =>
      charters.put('EXP-1', [...owner(COO), ...history, ...more], issueId),
    at: (moment: string): void => {
      now = moment;
    },
    note: (): Promise<void> =>
      noteMoves({ kind: 'note-moves', items: [{ issueId, issueKey: 'EXP-1' }] }, ports),
    /** Every job that was pushed so far. */
    run: async (): Promise<void> => {
      for (const job of followUps.jobs) await run(job);
    },
    sweep: async (): Promise<void> => {
      const queue = new MemoryQueue();
      await tellPeople({ ...ports, followUps: queue });
      for (const job of queue.jobs) await run(job);
    },
    mails: () => messages.mails.map(({ to, subject }) => [to, subject]),
    states: () => [...clocks.stored.values()].map(({ state }) => state),
  };
}

const ASKED = [PLATFORM, expect.stringMatching(/^EXP-1: .+ asks you for a promise$/)];

it('is told three minutes later, once, however often its jobs come', async () => {
  const here = site(REQUEST);
  await here.note();
  await here.note();
  expect(here.followUps.pushed.map(({ delaySeconds }) => delaySeconds)).toEqual([180, 180]);
  await here.run();
  await here.run();
  expect(here.mails()).toEqual([ASKED]);
  expect(here.states()).toEqual(['told']);
});

it('is read by one run at a time where there is much, and told once', async () => {
  const requests = Array.from({ length: 9 }, (_, at) => asked(`A${at + 1}`, { at: NOW }));
  const here = site(...requests);
  await here.note();
  const looks = jest.spyOn(here.messages, 'sights');
  const runs = await Promise.allSettled([here.run(), here.run(), here.run()]);
  expect(runs.filter(({ status }) => status === 'rejected')).toHaveLength(2);
  expect(looks).toHaveBeenCalledTimes(1);
  await here.run();
  expect(here.mails()).toHaveLength(1);
  expect(here.states()).toEqual(requests.map(() => 'told'));
});

it('is settled where it was taken back before the mail went', async () => {
  const here = site(REQUEST);
  await here.note();
  here.happens(withdrawn('A1', { at: addHours(NOW, 0.01) }));
  await here.run();
  expect(here.mails()).toEqual([]);
  expect(here.states()).toEqual(['settled']);
});

it('tells an answer though the work went on', async () => {
  const here = site(asked('A1', { at: BEFORE }), acknowledged('A1', { at: NOW }));
  await here.note();
  here.happens(withdrawn('A1', { at: addHours(NOW, 0.01) }));
  await here.run();
  expect(here.mails()).toContainEqual([COO, expect.stringMatching(/ said yes$/)]);
});

it('is told by the sweep where its own run was lost, also at night', async () => {
  const here = site(REQUEST);
  await here.note();
  here.at('2026-11-23T23:30:00.000Z');
  await here.sweep();
  expect(here.mails()).toEqual([ASKED]);
});

it('is nothing new when it is first looked at a day later', async () => {
  const here = site(REQUEST);
  here.at(addHours(addDays(NOW, 1), 1));
  await here.note();
  expect([here.states(), here.followUps.jobs]).toEqual([[], []]);
});

it('is not told of work that is done', async () => {
  const here = site(REQUEST);
  await here.note();
  here.messages.known.set(here.issueId, {
    issueId: here.issueId,
    issueKey: 'EXP-1',
    summary: 'A plant',
    category: 'done',
  });
  await here.run();
  expect([here.mails(), here.states()]).toEqual([[], ['settled']]);
});

it('waits for another day where Jira does not send it, and no rung speaks before it', async () => {
  const here = site(REQUEST);
  await here.note();
  here.messages.outcomes.set('EXP-1', 'refused');
  await here.run();
  expect(here.states()).toEqual(['waiting']);
  here.messages.outcomes.clear();
  here.at('2026-11-24T13:00:00.000Z');
  const rung = `acknowledgement:A1.${NOW}:0`;
  const notice = {
    key: `${here.issueId}:${rung}:${PLATFORM}`,
    accountId: PLATFORM,
    issueId: here.issueId,
    issueKey: 'EXP-1',
    step: rung,
    audience: 'asked',
    how: 'mail',
    state: 'waiting',
    sendAfter: NOW,
  } as const;
  here.clocks.stored.set(notice.key, notice);
  for (const [key, one] of here.clocks.stored) {
    if (one.step.startsWith('move:'))
      here.clocks.stored.set(key, { ...one, sendAfter: '2026-11-25T09:00:00.000Z' });
  }
  await here.sweep();
  expect(here.mails()).toEqual([]);
  here.at('2026-11-25T10:00:00.000Z');
  await here.sweep();
  await here.sweep();
  expect(here.mails()).toEqual([ASKED, [PLATFORM, 'Holdfast: one thing to look at today']]);
});

describe('a mail of which nobody knows whether it went', () => {
  const lost = async () => {
    const here = site(REQUEST);
    here.messages.loses.mails = true;
    await here.note();
    await here.run();
    here.messages.loses.mails = false;
    return here;
  };

  it('is followed by one mention without its words, and by no other mail', async () => {
    const here = await lost();
    await here.run();
    await here.sweep();
    expect(here.mails()).toEqual([ASKED]);
    expect(here.messages.comments).toMatchObject([{ issueKey: 'EXP-1', to: PLATFORM }]);
    expect(here.messages.comments[0]?.paragraphs.join()).not.toContain('Part');
    expect([...here.clocks.stored.values()]).toMatchObject([{ state: 'told', via: 'mention' }]);
  });

  it('is followed by no second mention where the answer to that is lost too', async () => {
    const here = site(REQUEST);
    Object.assign(here.messages.loses, { mails: true, comments: true });
    await here.note();
    await expect(here.run()).rejects.toThrow('no answer in time');
    here.messages.loses.comments = false;
    await here.run();
    await here.run();
    expect([here.mails().length, here.messages.comments.length]).toEqual([1, 1]);
    expect(here.states()).toEqual(['told']);
  });

  it('is followed by one mention where whoever sent it died before noting it', async () => {
    const here = site(REQUEST);
    await here.note();
    for (const [key, one] of here.clocks.stored) {
      here.clocks.stored.set(key, { ...one, triedAt: NOW, triedThrough: 'EXP-1' });
    }
    await expect(here.run()).rejects.toThrow('another run');
    expect([here.mails(), here.messages.comments]).toEqual([[], []]);
    here.at(addHours(NOW, 0.5));
    await here.run();
    expect([here.mails(), here.messages.comments.length]).toEqual([[], 1]);
  });
});

describe('what a person chose', () => {
  const usual = { asked: 'at-once', answers: 'at-once', reminders: 'day', changed: 'day' } as const;

  it('waits for the mail of the day, and is told by it once', async () => {
    const here = site(REQUEST);
    await here.preferences.save(PLATFORM, { ...usual, asked: 'day' });
    await here.note();
    await here.run();
    expect(here.mails()).toEqual([]);
    here.at('2026-11-24T13:00:00.000Z');
    await here.sweep();
    await here.sweep();
    expect(here.mails()).toEqual([[PLATFORM, 'Holdfast: one thing to look at today']]);
    expect([...here.clocks.stored.values()]).toMatchObject([{ state: 'told', via: 'mail' }]);
  });

  it('is sent nothing where they want the page alone, and counts as told on their next working day', async () => {
    const here = site(REQUEST);
    await here.preferences.save(PLATFORM, { ...usual, asked: 'page' });
    await here.note();
    await here.run();
    await here.sweep();
    expect(here.states()).toEqual(['waiting']);
    here.at('2026-11-24T13:00:00.000Z');
    await here.sweep();
    expect(here.mails()).toEqual([]);
    expect([...here.clocks.stored.values()]).toMatchObject([{ state: 'told', via: 'page' }]);
  });

  it('leaves what is for others to choose alone', async () => {
    const here = site(REQUEST);
    await here.preferences.save(COO, { ...usual, asked: 'page', answers: 'page' });
    await here.note();
    await here.run();
    expect(here.mails()).toEqual([ASKED]);
  });
});

it('is looked at again the next day where its reader is proven not to see anything that could carry it', async () => {
  const here = site(REQUEST);
  here.messages.sight.set(here.issueId, 'hidden');
  await here.note();
  await here.run();
  expect([here.mails(), here.states()]).toEqual([[], ['waiting']]);
  here.messages.sight.set(here.issueId, 'visible');
  here.at('2026-11-24T16:00:00.000Z');
  await here.sweep();
  expect(here.mails()).toEqual([ASKED]);
});
