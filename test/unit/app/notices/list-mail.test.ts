import fc from 'fast-check';
import { listMail } from '../../../../src/app/notices/list-mail';
import type { Notice } from '../../../../src/app/notices/ports';
import { sendDigest } from '../../../../src/app/notices/send-digest';
import { BEFORE, NOW } from '../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../support/events';
import { MemoryClocks, MemoryMessages, MemoryPreferences } from '../../../support/memory-clocks';
import { world, MemoryQueue } from '../../../support/memory-ports';
import { COO, PLATFORM } from '../../../support/people';

/** What is noted about one item: two requests, each with the steps that were noted of it. */
interface Noted {
  readonly both: boolean;
  readonly category: 'new' | 'indeterminate' | 'done';
  readonly vital?: boolean;
}

const STEPS = ['A1', 'A2'].map((id) => `acknowledgement:${id}.${BEFORE}:0`);

/** A morning on which somebody is to be told of all of this, and what came of it. */
async function morning(all: readonly Noted[], accountId: string) {
  const here = world();
  const clocks = new MemoryClocks();
  const messages = new MemoryMessages();
  const keys: string[] = [];
  all.forEach(({ both, category, vital = false }, at) => {
    const [issueId, issueKey] = [String(at + 1), `EXP-${at + 1}`];
    here.charters.put(
      issueKey,
      [
        ...owner(COO),
        asked('A1', { deliverable: `Part ${issueKey}.1` }),
        asked('A2', { deliverable: `Part ${issueKey}.2` }),
        ...(vital ? [{ type: 'vital-marked', at: BEFORE, by: COO, vital } as const] : []),
      ],
      issueId,
    );
    messages.known.set(issueId, { issueId, issueKey, summary: `About ${issueKey}`, category });
    messages.sight.set(issueId, 'visible');
    for (const step of both ? STEPS : STEPS.slice(0, 1)) {
      const notice: Notice = {
        key: `${issueId}:${step}:${accountId}`,
        accountId,
        issueId,
        issueKey,
        step,
        audience: accountId === COO ? 'dri' : 'asked',
        how: 'mail',
        state: 'waiting',
        sendAfter: NOW,
      };
      clocks.stored.set(notice.key, notice);
      keys.push(notice.key);
    }
  });
  const { charters, policies, jira, claims, clock } = here;
  const ports = {
    ...{ charters, policies, jira, claims, clock, clocks, messages },
    preferences: new MemoryPreferences(),
    followUps: new MemoryQueue(),
  };
  await sendDigest({ kind: 'send-digest', accountId, notices: keys }, ports);
  const page = async () => (await listMail(accountId, ports)).things;
  return { clocks, messages, charters, page };
}

const parts = (text: string): readonly string[] => text.match(/Part EXP-\d+\.\d/g) ?? [];

it('the page shows exactly what the mail counted, and nothing of finished work is in either', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          both: fc.boolean(),
          category: fc.constantFrom('new' as const, 'indeterminate' as const, 'done' as const),
        }),
        { maxLength: 9 },
      ),
      fc.constantFrom(PLATFORM, COO),
      async (all, accountId) => {
        const { messages, page } = await morning(all, accountId);
        const live = all.flatMap(({ both, category }, at) =>
          category === 'done' ? [] : [`Part EXP-${at + 1}.1`, ...(both ? [`Part EXP-${at + 1}.2`] : [])],
        );
        const [mail, ...more] = messages.mails;
        expect(more).toEqual([]);
        const said = parts(mail?.text ?? '');
        const counted = Number(/^(\d+) more in My commitments:/m.exec(mail?.text ?? '')?.[1] ?? 0);
        const shown = (await page()).flatMap(({ words }) => parts(words.join(' ')));
        expect(said.length).toBeLessThanOrEqual(5);
        expect(shown.length).toBe(counted);
        expect([...said, ...shown].sort()).toEqual([...live].sort());
      },
    ),
    { numRuns: 60 },
  );
});

it('what was settled since stands there no more', async () => {
  const seven = Array.from({ length: 7 }, () => ({ both: false, category: 'new' as const }));
  const { charters, page } = await morning(seven, PLATFORM);
  const before = await page();
  expect(before).toHaveLength(2);
  const [first] = before;
  charters.put(
    first?.issueKey ?? '',
    [...owner(COO), asked('A1'), acknowledged('A1'), asked('A2')],
    first?.issueKey.slice('EXP-'.length) ?? '',
  );
  expect(await page()).toEqual(before.slice(1));
});

it('a mail leads to the answer where the reader can give one, else to the item', async () => {
  const one = [{ both: false, category: 'new' as const }];
  const own = await morning(one, PLATFORM);
  expect(own.messages.mails[0]?.text).toMatch(
    /https:\/\/site\.example\/jira\/apps\/app\/production\?open=[0-9a-f]{32}%3AA1$/m,
  );
  const other = await morning(one, COO);
  expect(other.messages.mails[0]?.text).toMatch(/https:\/\/site\.example\/browse\/EXP-1$/m);
});

it('speaks of the vital few before what has waited as long', async () => {
  const plain = { both: false, category: 'new' } as const;
  const { messages } = await morning(
    [plain, plain, plain, plain, plain, { ...plain, vital: true }],
    PLATFORM,
  );
  expect(parts(messages.mails[0]?.text ?? '')).toEqual([6, 1, 2, 3, 4].map((n) => `Part EXP-${n}.1`));
});
