import { exportLog, noteExport, pageOfLog } from '../../../../src/app/audit/audit';
import { applyBrake, liftBrake } from '../../../../src/app/policy/brake';
import type { AuditEntry } from '../../../../src/domain/audit/entry';
import { auditOf } from '../../../../src/domain/audit/of-charter';
import { NOW } from '../../../support/charter-spec';
import { world } from '../../../support/memory-ports';
import { COO, CTO } from '../../../support/people';

const line = (id: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  act: 'policy-saved',
  at: NOW,
  by: COO,
  projectKey: 'EXP',
  ...more,
});

describe('the audit log', () => {
  test('is told newest first, by kind, project and days, with the people it names', async () => {
    const here = world();
    await here.audit.write([
      line('1', { at: '2026-11-20T10:00:00Z' }),
      line('2', { at: '2026-11-21T23:59:00Z', act: 'waiver-granted' }),
      line('3', { at: '2026-11-22T00:00:00Z', projectKey: 'PLAT', by: CTO }),
    ]);
    const ids = async (question: Parameters<typeof pageOfLog>[0]) =>
      (await pageOfLog(question, here)).entries.map(({ id }) => id);
    const first = await pageOfLog({}, here);
    expect(first.entries.map(({ id }) => id)).toEqual(['3', '2']);
    expect(Object.keys(first.people).sort()).toEqual([COO, CTO].sort());
    expect(await ids({ cursor: first.nextCursor })).toEqual(['1']);
    expect(await ids({ kind: 'waiver' })).toEqual(['2']);
    expect(await ids({ projectKey: 'PLAT' })).toEqual(['3']);
    expect(await ids({ from: '2026-11-21', to: '2026-11-21' })).toEqual(['2']);
  });

  test('tells of its own export once, however many pages it has', async () => {
    const here = world();
    await here.audit.write([line('1'), line('2'), line('3')]);
    const first = await exportLog(COO, {}, here);
    await exportLog(COO, { cursor: first.nextCursor }, here);
    await noteExport({ projectKey: 'EXP', by: CTO, rows: 12 }, here);
    const told = [...here.audit.lines.values()].filter(({ act }) => /exported$/.test(act));
    expect(told).toMatchObject([
      { act: 'log-exported', by: COO },
      { act: 'report-exported', by: CTO, projectKey: 'EXP', count: 12 },
    ]);
  });

  test('has a line for a brake that is pulled and one for its end, and none where nothing was on', async () => {
    const here = world();
    const owner = { project: 'EXP' } as const;
    here.brakes.rivals = 2;
    const until = '2026-11-30T18:00:00Z';
    await expect(applyBrake({ owner, by: COO, until, reason: 'Stuck' }, here)).resolves.toMatchObject({
      policy: { mode: 'enforce' },
      brake: { of: 'project', until, reason: 'Stuck' },
    });
    await expect(liftBrake({ owner, by: CTO }, here)).resolves.not.toHaveProperty('brake');
    await liftBrake({ owner, by: CTO }, here);
    expect([...here.audit.lines.values()]).toMatchObject([
      { act: 'brake-applied', by: COO, reason: 'Stuck', projectKey: 'EXP' },
      { act: 'brake-lifted', by: CTO },
    ]);
  });

  test('refuses a brake that ends too late, and says which field', async () => {
    const here = world();
    const late = { owner: 'site', by: COO, until: '2027-11-30T18:00:00Z', reason: 'Stuck' } as const;
    await expect(applyBrake(late, here)).rejects.toMatchObject({
      refusal: { code: 'invalid', field: 'until' },
    });
    expect(here.audit.lines.size).toBe(0);
  });

  test('names a waiver and a move past the gate the same whenever it is told', () => {
    const about = { issueKey: 'EXP-1', issueId: '10001' };
    const granted = {
      type: 'waiver-granted',
      by: COO,
      at: NOW,
      waiverId: 'W1',
      rules: ['owner.missing'],
      reason: 'Agreed by mail',
      expiresAt: NOW,
    } as const;
    const past = (reason: 'bypass' | 'observe') =>
      ({
        type: 'passage-recorded',
        by: COO,
        at: NOW,
        passage: { at: NOW, checkpoint: 'start', reason, rules: ['owner.missing'], movedBy: CTO },
      }) as const;
    const told = auditOf(about, [granted, past('bypass'), past('observe')]);
    expect(told).toMatchObject([
      { id: 'waiver:10001:W1', act: 'waiver-granted', by: COO, issueKey: 'EXP-1', projectKey: 'EXP' },
      { id: `bypass:10001:start:${NOW}`, act: 'gate-bypassed', by: CTO },
    ]);
    expect(auditOf(about, [granted])).toEqual(told.slice(0, 1));
  });
});
