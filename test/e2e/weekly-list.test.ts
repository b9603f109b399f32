import type { Locator } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { keysOf } from '../support/keys';
import { clientOf } from '../support/client';
import { newEpic, useSite } from '../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const browser = useBrowser(site);
const as = (accountId: string) => clientOf(site, accountId);
const advance = (duration: string) => as('u-admin').send('POST', '/sandbox/clock', { advance: duration });

const focusOn = async (target: Locator): Promise<void> => {
  await target.waitFor();
  await target.focus();
};

/** An epic under way, owned by `u-ops`, with one promise whose day has passed. */
async function underWay(summary: string): Promise<string> {
  const key = newEpic(site.sandbox, { summary });
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
  await as('u-ops').done(key, 'dri/accept');
  await as('u-coo').done(key, 'authority/grant', { decisions: 'Scope' });
  const day = new Date(site.sandbox.clock.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await as('u-ops').done(key, 'agreement/request', {
    providerAccountId: 'u-platform',
    deliverable: `A cluster for ${summary}`,
    acceptance: 'It answers',
    neededBy: day,
  });
  await as('u-platform').done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  const { body } = await as('u-coo').get(`/rest/api/3/issue/${key}/transitions`);
  const { transitions } = body as { transitions: readonly { id: string; name: string }[] };
  const expedite = transitions.find(({ name }) => name === 'Expedite')?.id;
  const moved = await as('u-coo').send('POST', `/rest/api/3/issue/${key}/transitions`, {
    transition: { id: expedite },
  });
  expect(moved.status).toBe(204);
  return key;
}

test('a check-in that is due is given from My commitments in a few keys, and contradicted on the spot', async () => {
  const key = await underWay('Harbour');
  await advance('P8D');
  const view = await browser.look({ as: 'u-ops' });
  await view.go('/apps/my-commitments');
  const mine = view.app('My commitments');
  const line = mine.getByRole('listitem', { name: 'Harbour' }).filter({ hasText: 'Check-in due' });

  await focusOn(line.getByRole('button', { name: 'Check in: Harbour' }));
  const keys = keysOf(view.page);
  await keys.press('Enter');
  const form = mine.getByRole('form', { name: 'Check in' });
  await form.getByRole('radio', { name: 'Yes' }).and(mine.locator(':focus')).waitFor();
  await keys.press('Space');
  await form.getByText('Something on this work item says otherwise').waitFor();
  await form.getByText(/“A cluster for Harbour” from Tomasz Wrona has been overdue since/).waitFor();
  await keys.press('ArrowDown');
  await keys.press('Tab');
  await keys.type('The cluster is late');
  // What comes next: the commitment stands as it is, which needs no words.
  await keys.press('Tab');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Space');
  await keys.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  expect(keys.count()).toBeLessThan(16);
  await line.waitFor({ state: 'detached' });

  const { charter } = await as('u-ops').done(key, 'charter/get');
  expect(charter).toMatchObject({
    checkIns: [{ onTrack: false, biggestRisk: 'The cluster is late', reviewed: ['A1'] }],
  });
  expect(view.complaints()).toEqual([]);
});

test('a question is raised in the panel, decided in My commitments, and its time is told in the panel', async () => {
  const key = await underWay('Quay');
  const dri = await browser.look({ as: 'u-ops' });
  await dri.go(`/browse/${key}`);
  const panel = dri.app('Agreements');
  await panel.getByRole('button', { name: 'Ask for a decision' }).click();
  const ask = panel.getByRole('form', { name: 'Ask for a decision' });
  await ask.getByRole('combobox', { name: 'Who decides' }).fill('Mara');
  await panel.getByRole('option', { name: /Mara Okonkwo/ }).click();
  await ask.getByRole('textbox', { name: /The question/ }).fill('Is one region enough?');
  await ask.getByRole('button', { name: 'Ask Mara Okonkwo' }).click();
  await ask.waitFor({ state: 'detached' });

  await advance('PT5H');
  const asked = await browser.look({ as: 'u-coo' });
  await asked.go('/apps/my-commitments');
  const mine = asked.app('My commitments');
  const line = mine.getByRole('listitem', { name: 'Is one region enough?' });
  await line.getByRole('button', { name: 'Decide: Is one region enough?' }).click();
  const decide = mine.getByRole('form', { name: 'Decide this question' });
  await decide.getByRole('textbox').fill('Yes, this year');
  await decide.getByRole('button', { name: 'Decide' }).click();
  await line.waitFor({ state: 'detached' });

  await dri.go(`/browse/${key}`);
  await panel.getByText('Mara Okonkwo decided in 5 hours.').waitFor();
  expect([...dri.complaints(), ...asked.complaints()]).toEqual([]);
});

test('a gap and a review date that has passed are answered in place', async () => {
  const key = await underWay('Pier');
  await as('u-ops').done(key, 'brief/write', {
    outcome: 'The pier stands',
    whyNow: 'Ships wait',
    successMeasure: 'A ship is moored',
    reviewOn: new Date(site.sandbox.clock.now()).toISOString().slice(0, 10),
  });
  await as('u-viewer').done(key, 'gap/raise', { what: 'Nobody asked the pilots' });
  await advance('P1DT1H');
  const view = await browser.look({ as: 'u-ops' });
  await view.go('/apps/my-commitments');
  const mine = view.app('My commitments');

  await mine.getByRole('button', { name: 'Answer: Nobody asked the pilots' }).click();
  const answer = mine.getByRole('form', { name: 'Answer this gap' });
  await answer.getByRole('textbox').fill('We meet them on Monday');
  await answer.getByRole('button', { name: 'Answer' }).click();
  await mine.getByRole('listitem', { name: 'Nobody asked the pilots' }).waitFor({ state: 'detached' });

  await mine.getByRole('button', { name: 'Keep it: Pier' }).click();
  const keep = mine.getByRole('form', { name: 'Keep this commitment' });
  const later = new Date(site.sandbox.clock.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await keep.getByLabel(/^Look at it again on/).fill(later);
  await keep.getByRole('button', { name: 'Keep it' }).click();
  await keep.waitFor({ state: 'detached' });
  await mine.getByRole('button', { name: 'Keep it: Pier' }).waitFor({ state: 'detached' });
  expect((await as('u-ops').done(key, 'charter/get')).charter).toMatchObject({
    gaps: [{ answer: { text: 'We meet them on Monday' } }],
    review: { choice: 'recommit' },
  });
  expect(view.complaints()).toEqual([]);
});

test('with one promise where the policy asks for two, the DRI says that nothing else is needed', async () => {
  const { body } = await as('u-lead').invoke('project-policy', 'policy/get', {}, { projectKey: 'EXP' });
  const { policy } = body as { policy: { rules: object } };
  const rules = { ...policy.rules, 'dependencies.too-few': { start: 'block', finish: 'block' } };
  const saved = await as('u-lead').invoke(
    'project-policy',
    'policy/save',
    { policy: { ...policy, rules, minimumDependencies: 2 } },
    { projectKey: 'EXP' },
  );
  expect(saved.body).toMatchObject({ ok: true });
  const key = await underWay('Mole');
  const view = await browser.look({ as: 'u-ops' });
  await view.go(`/browse/${key}`);
  const panel = view.app('Agreements');
  await panel.getByRole('button', { name: /^Nothing else is needed/ }).click();
  await panel.getByText(/declared that nothing else is needed/).waitFor();
  await panel.getByRole('button', { name: /^Nothing else is needed/ }).waitFor({ state: 'detached' });
  const { gate } = await as('u-ops').done(key, 'charter/get');
  expect(gate.findings.map(({ rule }) => rule)).not.toContain('dependencies.too-few');
  expect(view.complaints()).toEqual([]);
});
