import type { Asked } from '../../../scripts/export/export-project';
import { askAll, probesFor } from '../../../scripts/first-hour/probes';
import { useSite } from '../../support/sandbox';

const site = useSite();

test('every question of the first hour is asked, and each answer is told with what it means', async () => {
  const login = `Basic ${Buffer.from('u-admin:any').toString('base64')}`;
  const ask: Asked = (path, init = {}) =>
    fetch(site.url + path, {
      ...init,
      headers: { authorization: login, 'content-type': 'application/json' },
    });
  const probes = probesFor({ issueKey: 'EXP-1', accountId: 'u-coo' });
  const told = await askAll(probes, ask);
  expect(told.map(({ question }) => question)).toEqual(probes.map(({ question }) => question));
  for (const { means } of told) expect(means).not.toBe('');
  expect(told.slice(0, 2).map(({ status }) => status)).toEqual([200, 200]);
  expect(told.find(({ question }) => question.includes('mail'))?.status).toBe(204);
});
