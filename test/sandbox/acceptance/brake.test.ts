import type { AuditPageAnswer, PolicyAnswer } from '../../../src/contract/answers';
import { clientOf, refusalCode, refusalText, type Client } from '../../support/client';
import { costOf, only } from '../../support/calls';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(300_000);

const site = useSite();
const UNTIL = '2026-11-25T18:00:00Z';
const EXP = { extension: { project: { key: 'EXP' } } };
const SITE = { extension: { type: 'jira:adminPage' } };

const lead = (): Client => clientOf(site, 'u-lead');
const admin = (): Client => clientOf(site, 'u-admin');
const onProject = (client: Client, call: string, payload: unknown = {}) =>
  client.invoke('project-policy', call, payload, EXP);
const onSite = (client: Client, call: string, payload: unknown = {}) =>
  client.invoke('site-policy', call, payload, SITE);

async function log(search: object = {}): Promise<AuditPageAnswer['entries']> {
  const { body } = await onSite(admin(), 'audit/page', search);
  const answer = body as AuditPageAnswer;
  expect(answer.ok).toBe(true);
  return answer.entries;
}

describe('an emergency brake', () => {
  const start = (issueKey: string) => clientOf(site, 'u-coo').move(issueKey, 'Start');

  test('of a project lets what the gate refuses pass, is told where it holds, recorded, and lifted', async () => {
    const before = newEpic(site.sandbox);
    expect(refusalText(await start(before))).toContain(before);

    const reason = 'The release is stuck';
    const pulled = await onProject(lead(), 'brake/apply', { until: UNTIL, reason });
    expect(pulled.body as PolicyAnswer).toMatchObject({
      ok: true,
      policy: { mode: 'enforce' },
      brake: { of: 'project', reason, by: 'u-lead' },
    });

    const cost = only(await costOf(site, () => start(before)), 'validator');
    expect(cost.calls.filter(({ target }) => target === 'kvs').length).toBeLessThanOrEqual(2);
    await clientOf(site, null).send('POST', '/sandbox/clock', { advance: 'PT10M' });
    await clientOf(site, null).send('POST', '/sandbox/drain');
    const panel = await clientOf(site, 'u-coo').done(before, 'charter/get');
    expect(panel.gate).toMatchObject({ mode: 'observe', brake: { reason, of: 'project' } });
    expect(panel.charter.passages).toMatchObject([{ reason: 'observe' }]);
    const report = await clientOf(site, 'u-coo').invoke('gap-report', 'report/page', {}, EXP);
    expect(report.body).toMatchObject({ ok: true, brake: { reason } });
    const tried = await lead().invoke('transition-gate', 'rule/test', {
      issueKey: newEpic(site.sandbox),
      rule: { checkpoint: 'start', mode: 'enforce' },
    });
    expect(tried.body).toMatchObject({ ok: true, mode: 'observe', outcome: 'recorded', brake: { reason } });
    const preview = await onProject(lead(), 'policy/preview', {
      policy: policyOf(pulled.body),
    });
    expect(preview.body).toMatchObject({ ok: true, brake: { reason } });

    const lifted = await onProject(lead(), 'brake/lift');
    expect(lifted.body).not.toHaveProperty('brake');
    const after = newEpic(site.sandbox);
    expect(refusalText(await start(after))).toContain(after);
    expect(await log({ kind: 'brake', projectKey: 'EXP' })).toMatchObject([
      { act: 'brake-lifted', by: 'u-lead' },
      { act: 'brake-applied', by: 'u-lead', reason, projectKey: 'EXP' },
    ]);
  });

  test('of the site holds in every project and ends by itself', async () => {
    await onSite(admin(), 'site-brake/apply', { until: '2026-11-23T18:00:00Z', reason: 'Jira is moved' });
    const during = newEpic(site.sandbox);
    expect((await start(during)).status).toBe(204);
    await clientOf(site, null).send('POST', '/sandbox/clock', { set: '2026-11-23T18:00:01Z' });
    const after = newEpic(site.sandbox);
    expect(refusalText(await start(after))).toContain(after);
  });

  test('is pulled by administrators alone, with a reason, for 14 days at most', async () => {
    const payload = { until: UNTIL, reason: 'Because' };
    expect(refusalCode(await onProject(clientOf(site, 'u-coo'), 'brake/apply', payload))).toBe('not-allowed');
    expect(refusalCode(await onSite(lead(), 'site-brake/apply', payload))).toBe('not-allowed');
    expect(refusalCode(await onSite(lead(), 'audit/page'))).toBe('not-allowed');
    for (const wrong of [
      { ...payload, reason: ' ' },
      { ...payload, until: '2027-01-01T00:00:00Z' },
      { ...payload, until: '2026-11-01T00:00:00Z' },
    ]) {
      expect(refusalCode(await onProject(lead(), 'brake/apply', wrong))).toBe('invalid');
    }
  });
});

function policyOf(body: unknown): unknown {
  const { policy } = body as { policy: Record<string, unknown> };
  const { decidedBy: _, ...input } = policy;
  return input;
}

describe('the audit log', () => {
  test('has a policy that is saved and a waiver that is given, written with them, and its own export', async () => {
    const got = await onProject(lead(), 'policy/get');
    const saved = await onProject(lead(), 'policy/save', { policy: policyOf(got.body) });
    expect(saved.body).toMatchObject({ ok: true });
    const issueKey = newEpic(site.sandbox);
    await lead().done(issueKey, 'waiver/grant', {
      rules: ['owner.missing'],
      reason: 'Agreed by mail',
      expiresAt: '2026-11-27T00:00:00Z',
    });
    const lines = await log({ projectKey: 'EXP' });
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ act: 'policy-saved', by: 'u-lead' }),
        expect.objectContaining({ act: 'waiver-granted', by: 'u-lead', issueKey, reason: 'Agreed by mail' }),
      ]),
    );
    expect(await log({ from: '2026-11-24' })).toEqual([]);
    expect((await onSite(admin(), 'audit/export')).body).toMatchObject({ ok: true });
    expect(await log({ kind: 'export' })).toMatchObject([{ act: 'log-exported', by: 'u-admin' }]);
  });
});
