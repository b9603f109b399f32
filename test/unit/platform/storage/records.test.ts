import { policyFor } from '../../../../src/app/subject/policy-for';
import { underKey } from '../../../../src/domain/policy/under-key';
import type { StoredCharter } from '../../../../src/app/charter/ports';
import { emptyCharter } from '../../../../src/domain/charter/charter';
import { replay } from '../../../../src/domain/charter/evolve';
import { RULES } from '../../../../src/domain/policy/rules';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import {
  bytesOf,
  CHARTER_BYTES_LIMIT,
  CHARTER_SCHEMA,
  decodeCharter,
  encodeCharter,
  neverWritten,
  projectKeyOf,
  type CharterRecord,
} from '../../../../src/platform/storage/charter-record';
import {
  decodePolicy,
  POLICY_SCHEMA,
  type PolicyRecord,
} from '../../../../src/platform/storage/policy-record';
import { LIMITS } from '../../../../src/contract/input-parts';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked, nominated, owner, passed, refused, withdrawn } from '../../../support/events';
import { COO, CTO, PLATFORM } from '../../../support/people';

const recordOf = (stored: StoredCharter) => encodeCharter('EXP-1', stored, NOW, 'w-5').record;

describe('a charter in storage', () => {
  const history = [...owner(COO), asked('A1'), acknowledged('A1')];
  const stored = {
    issueId: '10001',
    version: 4,
    charter: replay(history),
    history,
    earlier: 0,
    writes: ['w-4'],
  };

  it('comes back as it went in, through JSON', async () => {
    const record: CharterRecord = JSON.parse(JSON.stringify(recordOf(stored)));
    expect(await decodeCharter(record)).toEqual({
      ...stored,
      writes: ['w-4', 'w-5'],
      parties: [COO, PLATFORM],
    });
  });

  it('carries what it is found by', () => {
    expect(recordOf(stored)).toMatchObject({
      schema: CHARTER_SCHEMA,
      version: 4,
      issueId: '10001',
      projectKey: 'EXP',
      driAccountId: COO,
      updatedAt: NOW,
    });
    // An index attribute may not be empty.
    expect(recordOf(neverWritten).driAccountId).not.toBe('');
  });

  it('is not guessed at when a newer version wrote it', async () => {
    const newer = { ...recordOf(stored), schema: CHARTER_SCHEMA + 1 };
    await expect(decodeCharter(newer)).rejects.toThrow(/schema 4.*up to 3/);
  });

  it('of schema 1, which kept less of an agreement, comes back out of its history', async () => {
    const lived = [
      ...owner(COO),
      asked('A1'),
      acknowledged('A1'),
      asked('A2', { deliverable: 'B' }),
      refused('A2'),
      withdrawn('A2'),
      asked('A3', { deliverable: 'C' }),
      passed(),
    ];
    const charter = replay(lived);
    const older = {
      ...charter,
      brief: undefined,
      // As schema 1 kept them: no rounds, no rework, and a withdrawn one still with its decline.
      agreements: charter.agreements.map(
        ({ rounds: _rounds, rework: _rework, dateChanges: _moves, ...rest }) =>
          rest.status === 'withdrawn' ? { ...rest, declineReason: 'Not before the migration' } : rest,
      ),
    };
    const record = {
      ...recordOf(stored),
      schema: 1,
      charter: { charter: older, history: lived, writes: ['w-1'] },
    };
    expect(await decodeCharter(JSON.parse(JSON.stringify(record)) as CharterRecord)).toEqual({
      issueId: '10001',
      version: 4,
      charter,
      history: lived,
      earlier: 0,
      writes: ['w-1'],
      parties: [COO, PLATFORM],
    });
  });

  it('knows its last writes, and no endless list of them', async () => {
    const writes = Array.from({ length: 500 }, (_, i) => `w-${i}`);
    const kept =
      (await decodeCharter(encodeCharter('EXP-1', { ...stored, writes }, NOW, 'w-500').record)).writes ?? [];
    expect(kept.at(-1)).toBe('w-500');
    expect(kept.length).toBeLessThan(100);
  });

  it('is completed with what an older version did not know', async () => {
    const { passages: _passages, declinedNomination: _declined, ...older } = replay([nominated(COO)]);
    const record = recordOf(stored);
    const decoded = await decodeCharter({
      ...record,
      charter: { charter: older as typeof stored.charter, history: [] },
    });
    expect(decoded.charter).toEqual({ ...emptyCharter, ...older });
  });

  it('has room for fifty agreements of full length, in characters that take two bytes', () => {
    const long = Array.from({ length: 50 }, (_, i) => [
      asked(`A${i + 1}`, { deliverable: 'é'.repeat(LIMITS.short), acceptance: 'é'.repeat(LIMITS.text / 2) }),
      acknowledged(`A${i + 1}`),
    ]).flat();
    const record = recordOf({ ...stored, charter: replay(long), history: long });
    expect(bytesOf(record)).toBeLessThan(CHARTER_BYTES_LIMIT);
    expect(CHARTER_BYTES_LIMIT).toBeLessThan(240 * 1024);
  });
});

it.each([
  ['EXP-1', 'EXP'],
  ['TEAM_A-12', 'TEAM_A'],
])('knows the project of %s', (issueKey, projectKey) => expect(projectKeyOf(issueKey)).toBe(projectKey));

describe('a policy in storage', () => {
  const record = (policy: Policy, schema = POLICY_SCHEMA): PolicyRecord => ({
    schema,
    version: policy.version,
    updatedAt: NOW,
    updatedBy: CTO,
    policy,
  });

  const inForce = (project: PolicyRecord, site?: PolicyRecord): Policy =>
    policyFor(decodePolicy(project, site), null);

  it('is the site default until one is saved', () => {
    expect(decodePolicy(undefined, undefined)).toEqual({
      underKey: underKey(siteDefault, siteDefault),
      above: siteDefault,
      inherited: true,
      recordVersion: 0,
    });
  });

  it('comes back as it was saved', () => {
    const policy: Policy = { ...siteDefault, version: 3, mode: 'coach', workItemTypes: [{ level: 2 }] };
    expect(decodePolicy(record(policy), undefined)).toEqual({
      underKey: underKey({ ...policy, decidedBy: 'project' }, siteDefault),
      above: siteDefault,
      inherited: false,
      recordVersion: 3,
    });
  });

  it('of an older version names its types by name, until somebody saves it again', () => {
    const former = { ...siteDefault, version: 2, workItemTypes: ['Epic', 'Initiative'] };
    const old: PolicyRecord = { ...record(siteDefault, 2), version: 2, policy: former as unknown as Policy };
    const { waitsFor: _, ...withoutLinks } = former;
    for (const policy of [former, withoutLinks]) {
      expect(inForce({ ...old, policy: policy as unknown as Policy })).toMatchObject({
        workItemTypes: [{ named: 'Epic' }, { named: 'Initiative' }],
        waitsFor: 'by-words',
      });
    }
  });

  it('is the site’s where the project has none, or went back to following it', () => {
    const site: Policy = { ...siteDefault, version: 5, mode: 'observe' };
    const above: Policy = { ...site, decidedBy: 'site' };
    const followed = { underKey: underKey(above, above), above, inherited: true };
    expect(decodePolicy(undefined, record(site))).toEqual({ ...followed, recordVersion: 0 });
    const follower = { ...record({ ...siteDefault, version: 2 }), policy: 'follows' as const };
    expect(decodePolicy(follower, record(site))).toEqual({ ...followed, recordVersion: 2 });
    const own = record({ ...siteDefault, mode: 'enforce', version: 1 });
    expect(inForce(own, record(site))).toMatchObject({
      mode: 'enforce',
      decidedBy: 'project',
    });
  });

  it('takes rules it was saved without from the site default', () => {
    const { 'agreement.overdue': _later, ...earlier } = siteDefault.rules;
    const rules = { ...earlier, 'owner.missing': { start: 'off', finish: 'warn' } } as Policy['rules'];
    const policy = inForce(record({ ...siteDefault, version: 1, rules }));
    expect(Object.keys(policy.rules).sort()).toEqual([...RULES].sort());
    expect(policy.rules['agreement.overdue']).toEqual(siteDefault.rules['agreement.overdue']);
    expect(policy.rules['owner.missing']).toEqual({ start: 'off', finish: 'warn' });
  });

  it('weighs too few dependencies as it weighed undeclared ones, which they were a part of', () => {
    const { 'dependencies.too-few': _later, ...earlier } = siteDefault.rules;
    const undeclared = { start: 'block', finish: 'warn' } as const;
    const rules = { ...earlier, 'dependencies.undeclared': undeclared } as Policy['rules'];
    const policy = inForce(record({ ...siteDefault, version: 1, rules }));
    expect(policy.rules['dependencies.too-few']).toEqual(undeclared);
    const own = { start: 'off', finish: 'off' } as const;
    const knowing = { ...siteDefault, rules: { ...siteDefault.rules, 'dependencies.too-few': own } };
    expect(inForce(record(knowing)).rules['dependencies.too-few']).toEqual(own);
  });

  it('takes settings it was saved without from the site default', () => {
    const { acknowledgementHours: _later, ...earlier } = siteDefault;
    expect(inForce(record(earlier as Policy)).acknowledgementHours).toBe(siteDefault.acknowledgementHours);
  });

  it('is not guessed at when a newer version wrote it', async () => {
    expect(() => decodePolicy(record(siteDefault, POLICY_SCHEMA + 1), undefined)).toThrow(
      /schema 4.*up to 3/,
    );
  });
});
