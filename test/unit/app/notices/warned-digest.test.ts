import { Unavailable } from '../../../../src/platform/unavailable';
import { followPassage } from '../../../../src/app/moves/record-passage';
import { sendDigest } from '../../../../src/app/notices/send-digest';
import { tellPeople } from '../../../../src/app/notices/notify';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import type { Checkpoint, RuleId } from '../../../../src/domain/policy/rules';
import type { Policy } from '../../../../src/domain/policy/policy';
import { NOW } from '../../../support/charter-spec';
import { accepted, briefed, nominated, owner, turnedDown } from '../../../support/events';
import { policyWith } from '../../../support/gate';
import { MemoryClocks, MemoryMessages, MemoryPreferences } from '../../../support/memory-clocks';
import { MemoryQueue, world } from '../../../support/memory-ports';
import { COO, CTO, OPS } from '../../../support/people';
import { quietly } from '../../../support/quiet';

const TUESDAY = '2026-11-24T09:30:00.000Z';
const WEDNESDAY = '2026-11-25T09:30:00.000Z';
const RULES: readonly RuleId[] = ['authority.missing', 'brief.incomplete'];
const warning = policyWith('off', {
  'authority.missing': { start: 'warn', finish: 'warn' },
  'brief.incomplete': { start: 'warn', finish: 'warn' },
});

/** A Monday on which u-cto moved u-coo's EXP-1 past rules that warn, and the days after it. */
function monday(history: readonly CharterEvent[] = owner(COO)) {
  quietly();
  const { charters, claims, jira, policies } = world(...history);
  const clocks = new MemoryClocks();
  const messages = new MemoryMessages();
  const issueId = jira.items.get('EXP-1')?.issueId ?? '';
  let now = NOW;
  const preferences = new MemoryPreferences();
  const followUps = new MemoryQueue();
  const ports = {
    ...{ clocks, charters, policies, messages, jira, claims, preferences, followUps },
    clock: { now: () => now },
  };
  const under = (policy: Policy): void => {
    charters.setPolicy('EXP', policy);
    clocks.policy = policy;
  };
  const show = (category: 'new' | 'indeterminate' | 'done' = 'indeterminate'): void => {
    messages.known.set(issueId, { issueId, issueKey: 'EXP-1', summary: 'A plant', category });
    messages.sight.set(issueId, 'visible');
  };
  under(warning);
  show();
  return {
    clocks,
    jira,
    messages,
    show,
    under,
    at: (moment: string): void => {
      now = moment;
    },
    moved: (checkpoint: Checkpoint = 'start', at = NOW, rules: readonly string[] = RULES): Promise<void> => {
      jira.move = { historyId: at, accountId: CTO, at };
      const passage = { checkpoint, at, rules, reason: 'warned', advice: [] } as const;
      return followPassage({ kind: 'passage', issueKey: 'EXP-1', toStatusId: '3', ...passage }, ports);
    },
    happens: (...more: readonly CharterEvent[]): void =>
      charters.put('EXP-1', [...(charters.stored.get('EXP-1')?.history ?? []), ...more], issueId),
    /** The hourly look for whom something waits for. */
    tell: async (): Promise<void> => {
      const followUps = new MemoryQueue();
      await tellPeople({ ...ports, followUps });
      for (const job of followUps.jobs) if (job.kind === 'send-digest') await sendDigest(job, ports);
    },
    states: () => [...clocks.stored.values()].map(({ state }) => state),
    mails: () => messages.mails.map(({ to, text }) => [to, text]),
  };
}

const WORDS = [
  'EXP-1 A plant',
  'Cem Tan started it on Mon 23 Nov, 12:00, although 2 things were to look at.',
  'Still so: nobody holds authority over it; its brief is not complete.',
  'https://site.example/browse/EXP-1',
  '',
  'What you hear, and when, is yours to choose:',
  'https://site.example/jira/apps/app/production?show=notices',
].join('\n');

it('is told its owner with the next morning’s mail, once, and never at once', async () => {
  const here = monday();
  await here.moved();
  await here.tell();
  here.at('2026-11-23T16:59:00.000Z');
  await here.tell();
  expect(here.mails()).toEqual([]);
  here.at(TUESDAY);
  await here.tell();
  await here.tell();
  here.at(WEDNESDAY);
  await here.moved();
  await here.tell();
  expect(here.mails()).toEqual([[COO, WORDS]]);
  expect(here.states()).toEqual(['told']);
});

it('speaks only of what is still unmet when the mail goes', async () => {
  const here = monday();
  await here.moved();
  here.happens(briefed(COO, { at: NOW }));
  here.at(TUESDAY);
  await here.tell();
  expect(here.mails()).toEqual([[COO, expect.stringContaining('Still so: nobody holds authority over it.')]]);
});

it.each<[string, (here: ReturnType<typeof monday>) => void]>([
  [
    'everything that was to look at is settled',
    (here) => {
      here.happens(briefed(COO, { at: NOW }));
      here.under({
        ...warning,
        rules: { ...warning.rules, 'authority.missing': { start: 'off', finish: 'off' } },
      });
    },
  ],
  ['its type is no longer under policy', (here) => here.under({ ...warning, workItemTypes: [{ level: 2 }] })],
  [
    'what was to look at is waived',
    (here) =>
      here.happens({
        type: 'waiver-granted',
        at: NOW,
        by: OPS,
        waiverId: 'W1',
        rules: RULES,
        reason: 'We open on Friday',
        expiresAt: '2026-12-04T17:00:00.000Z',
      }),
  ],
  ['the owner handed it back', (here) => here.happens(turnedDown(COO, { at: NOW }))],
  [
    'somebody else owns it, who accepted after the move',
    (here) => here.happens(nominated(OPS, { at: NOW }), accepted(OPS, { at: '2026-11-23T13:00:00.000Z' })),
  ],
  ['the item was deleted', (here) => here.happens({ type: 'item-deleted', at: NOW, by: 'holdfast' })],
  ['the work is done', (here) => here.show('done')],
])('is not told, and settled, where %s', async (_, happens) => {
  const here = monday();
  await here.moved();
  happens(here);
  here.at(TUESDAY);
  await here.tell();
  expect([here.mails(), here.states()]).toEqual([[], ['settled']]);
});

it('of finished work is told for the finish itself, and not for the start before it', async () => {
  const here = monday();
  await here.moved('start');
  await here.moved('finish', '2026-11-23T12:30:00.000Z');
  here.show('done');
  here.at(TUESDAY);
  await here.tell();
  expect(here.mails()).toEqual([[COO, expect.stringContaining('Cem Tan finished it on Mon 23 Nov, 12:30')]]);
  expect([...here.states()].sort()).toEqual(['settled', 'told']);
});

it('moved back and forth on one day is one line about the last time', async () => {
  const here = monday();
  await here.moved('start');
  await here.moved('start', '2026-11-23T14:00:00.000Z');
  here.at(TUESDAY);
  await here.tell();
  const [[, text] = []] = here.mails();
  expect(text?.match(/started it/g)).toHaveLength(1);
  expect(text).toContain('Mon 23 Nov, 14:00');
  expect(here.states()).toEqual(['told', 'told']);
});

it('waits for another day while Jira does not show the app the item', async () => {
  const here = monday();
  await here.moved();
  here.jira.hiddenFromApp.add('EXP-1');
  here.at(TUESDAY);
  await here.tell();
  expect([here.mails(), here.states()]).toEqual([[], ['waiting']]);
  here.jira.hiddenFromApp.clear();
  here.at('2026-11-25T10:30:00.000Z');
  await here.tell();
  expect([here.mails().length, here.states()]).toEqual([1, ['told']]);
});

it('is read for again where Jira does not answer: nobody is told what nobody read', async () => {
  const here = monday();
  await here.moved();
  here.jira.down = ['workItems'];
  here.at(TUESDAY);
  await expect(here.tell()).rejects.toBeInstanceOf(Unavailable);
  expect([here.mails(), here.states()]).toEqual([[], ['waiting']]);
});

it('costs a mail about anything else no read', async () => {
  const here = monday([nominated(COO)]);
  here.clocks.stored.set('other', {
    key: 'other',
    accountId: COO,
    issueId: here.jira.items.get('EXP-1')?.issueId ?? '',
    issueKey: 'EXP-1',
    step: `reminder:accept-nomination:item.2026-11-20T08:00:00.000Z`,
    audience: 'asked',
    how: 'mail',
    state: 'waiting',
    sendAfter: NOW,
  });
  here.at(TUESDAY);
  await here.tell();
  expect(here.mails()).toHaveLength(1);
  expect(here.jira.calls['workItems']).toBeUndefined();
});
