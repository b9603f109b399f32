import { clientOf, refusalCode, type Client } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);

const mark = async (who: string, vital: boolean, ...issueKeys: readonly string[]): Promise<unknown> => {
  const input = { issueKeys, vital };
  const { body } = await as(who).invoke('gap-report', 'vital/mark', input, { projectKey: 'EXP' });
  return body;
};

test('several are marked at once, each told by itself, and the mark is taken away again', async () => {
  const [one, other] = [newEpic(site.sandbox), newEpic(site.sandbox)];
  await as('u-lead').done(one, 'vital/set', { vital: true });
  expect(await mark('u-lead', true, one, other, 'EXP-9999')).toMatchObject({
    ok: true,
    results: [
      { issueKey: one, ok: false, error: { code: 'marked-already' } },
      { issueKey: other, ok: true, item: { issueKey: other, vital: true } },
      { issueKey: 'EXP-9999', ok: false, error: { code: 'not-found' } },
    ],
  });
  expect(await mark('u-admin', false, one)).toMatchObject({
    results: [{ issueKey: one, ok: true, item: { vital: false } }],
  });
});

test('a stranger finds no item, and a member without the right is told that they lack it', async () => {
  const key = newEpic(site.sandbox);
  expect(await mark('u-outsider', true, key)).toMatchObject({ results: [{ error: { code: 'not-found' } }] });
  expect(await mark('u-coo', true, key)).toMatchObject({ results: [{ error: { code: 'forbidden' } }] });
  expect(refusalCode(await as('u-coo').panel(key, 'vital/set', { vital: true }))).toBe('forbidden');
  const { body } = await as('u-coo').panel(key, 'charter/get');
  expect(body).not.toHaveProperty('charter.vital');
});
