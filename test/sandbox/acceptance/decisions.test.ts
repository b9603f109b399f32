import type { DecisionsAnswer } from '../../../src/contract/decisions';
import { clientOf, type Client } from '../../support/client';
import { answerOf } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const register = (who: string, filter?: 'open' | 'decided'): Promise<DecisionsAnswer> =>
  answerOf<DecisionsAnswer>(as(who), 'gap-report', 'decision/list', filter ? { filter } : {}, 'EXP');

/** A new epic of u-product, nominated by u-coo. */
async function owned(): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-product' });
  await as('u-product').done(key, 'dri/accept');
  return key;
}

const ask = (key: string, question: string, toAccountId: string): Promise<unknown> =>
  as('u-product').done(key, 'escalation/raise', { question, toAccountId });

test('the demo’s questions stand in one register, with who decides, by when, and what was decided', async () => {
  const { lines, titles, people } = await register('u-coo');
  const decided = lines.find(({ decision }) => decision?.startsWith('Yes, until 31 January'));
  expect(decided).toMatchObject({ state: 'decided', decidedAt: expect.any(String) as unknown });
  expect(decided?.told).toEqual([decided?.askedBy]);
  expect(titles[decided?.issueKey ?? '']).not.toBe('');
  for (const { decider, askedBy } of lines)
    expect([people[decider], people[askedBy]]).not.toContain(undefined);
});

test('a question waits, is overdue after its time, and stays in the register with its answer', async () => {
  const key = await owned();
  await ask(key, 'May we buy a second licence?', 'u-cto');
  const mine = async (filter?: 'open' | 'decided') =>
    (await register('u-coo', filter)).lines.filter(({ issueKey }) => issueKey === key);
  expect(await mine('open')).toMatchObject([{ state: 'open', decider: 'u-cto', askedBy: 'u-product' }]);
  // The time to decide begins once whoever decides has been told, which takes minutes.
  for (const minutes of [10, 21 * 24 * 60]) {
    await site.sandbox.drain();
    site.sandbox.clock.jumpTo(site.sandbox.clock.now() + minutes * 60_000);
    await site.sandbox.drain();
  }
  expect(await mine('open')).toMatchObject([{ state: 'overdue' }]);
  await as('u-cto').done(key, 'escalation/answer', { escalationId: 'E1', decision: 'Yes, one.' });
  expect(await mine('open')).toEqual([]);
  expect(await mine('decided')).toMatchObject([
    { state: 'decided', decision: 'Yes, one.', decider: 'u-cto', told: ['u-product'] },
  ]);
});

test('a decision by somebody whom the question did not name is shown as such', async () => {
  const key = await owned();
  await ask(key, 'Do we open in Lagos?', 'u-cto');
  await as('u-coo').done(key, 'escalation/redirect', { escalationId: 'E1', toAccountId: 'u-coo' });
  await as('u-coo').done(key, 'escalation/answer', { escalationId: 'E1', decision: 'Yes, in spring.' });
  const { lines } = await register('u-coo');
  expect(lines.filter(({ issueKey }) => issueKey === key)).toMatchObject([
    { state: 'by-other', decider: 'u-coo', decision: 'Yes, in spring.' },
  ]);
});

test('nobody reads of a work item that Jira does not show them', async () => {
  const { body } = await as('u-outsider').invoke('gap-report', 'decision/list', {}, { projectKey: 'EXP' });
  expect(body).toMatchObject({ ok: false });
  const { lines } = await register('u-product');
  expect(lines.map(({ issueKey }) => issueKey)).not.toContain('EXP-11');
});
