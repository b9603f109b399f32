import { nextCheckpoint } from '../../../../src/domain/gate/evaluate';
import { RULES } from '../../../../src/domain/policy/rules';
import { siteDefault } from '../../../../src/domain/policy/policy';
import {
  acknowledged,
  asked,
  briefed,
  countered,
  granted,
  nominated,
  owner,
  refused,
} from '../../../support/events';
import { gateOf, policyWith, rulesOf } from '../../../support/gate';
import { blocker, epic, ofType, singleField, somebody, STORY } from '../../../support/items';
import { COO, CTO, GONE, OPS } from '../../../support/people';

const nothingDone = epic({ blockers: [blocker('PLAT-1')] });

describe('the verdict', () => {
  it('passes what is in order', () => {
    const gate = gateOf([...owner(COO), granted(COO), briefed(COO), asked('A1'), acknowledged('A1')]);
    expect(gate).toEqual({
      checkpoint: 'start',
      mode: 'enforce',
      verdict: 'pass',
      strictVerdict: 'pass',
      policyVersion: 0,
      findings: [],
      waived: [],
    });
  });

  it('blocks for one blocking rule among many that warn', () => {
    const policy = policyWith('warn', { 'dependency.unmapped': { start: 'block', finish: 'off' } });
    const gate = gateOf(owner(COO), { item: nothingDone, policy });
    expect(gate.verdict).toBe('block');
    expect(gate.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['dependency.unmapped', 'block'],
      ['dependencies.undeclared', 'warn'],
      ['authority.missing', 'warn'],
      ['brief.incomplete', 'warn'],
    ]);
  });

  it('warns where rules only warn', () => {
    expect(gateOf([], { policy: policyWith('warn') })).toMatchObject({
      verdict: 'warn',
      strictVerdict: 'warn',
    });
  });

  it('leaves out rules that are off at this checkpoint', () => {
    const policy = policyWith('off', { 'owner.missing': { start: 'off', finish: 'block' } });
    expect(gateOf([], { policy, checkpoint: 'start' })).toMatchObject({ verdict: 'pass', findings: [] });
    expect(rulesOf(gateOf([], { policy, checkpoint: 'finish' }))).toEqual(['owner.missing']);
  });

  it('names the policy version that made it', () => {
    expect(gateOf([], { policy: { ...siteDefault, version: 7 } }).policyVersion).toBe(7);
  });
});

describe('modes', () => {
  it.each([
    ['enforce', 'block', 'warn'],
    ['coach', 'warn', 'warn'],
    ['observe', 'pass', 'pass'],
  ] as const)('%s turns a block into %s and a warning into %s', (mode, ofBlock, ofWarn) => {
    const blocked = gateOf([], { policy: policyWith('block', {}, { mode }) });
    const warned = gateOf([], { policy: policyWith('warn', {}, { mode }) });
    expect(blocked).toMatchObject({ mode, verdict: ofBlock, strictVerdict: 'block' });
    expect(warned).toMatchObject({ mode, verdict: ofWarn, strictVerdict: 'warn' });
    expect(blocked.findings).not.toEqual([]);
  });
});

describe('the order of findings', () => {
  it('puts what blocks before what warns, and then the most unblocking first', () => {
    const everything = gateOf(
      [
        nominated(COO),
        asked('A1'),
        asked('A2', { by: OPS, providerAccountId: OPS }),
        asked('A3'),
        refused('A3'),
        asked('A4'),
        countered('A4'),
        asked('A5', { providerAccountId: GONE }),
      ],
      {
        item: nothingDone,
        policy: policyWith('block', { 'owner.not-accepted': { start: 'warn', finish: 'warn' } }),
      },
    );
    expect(rulesOf(everything)).toEqual([
      'dependency.unmapped',
      'agreement.declined',
      'agreement.countered',
      'agreement.provider-inactive',
      'agreement.unacknowledged',
      'agreement.unacknowledged',
      'agreement.unacknowledged',
      'agreement.self-dealt',
      'authority.missing',
      'brief.incomplete',
      'owner.not-accepted',
    ]);
  });
});

describe('the owner’s path', () => {
  const twoOwners = epic({ ownerField: singleField(somebody(CTO)) });
  const shared = (severity: 'off' | 'warn' | 'block') =>
    policyWith('block', { 'owner.shared': { start: severity, finish: severity } });
  const owners = (policy: ReturnType<typeof shared>) =>
    gateOf([nominated(COO)], { item: twoOwners, policy }).findings.filter(({ rule }) =>
      rule.startsWith('owner.'),
    );

  it('is told by its first unmet step', () => {
    expect(owners(shared('block'))).toMatchObject([{ rule: 'owner.shared', severity: 'block' }]);
  });

  it('goes on behind a step that the policy does not hold', () => {
    expect(owners(shared('off'))).toMatchObject([{ rule: 'owner.not-accepted', severity: 'block' }]);
  });

  it('is never eased by a step that only warns', () => {
    expect(owners(shared('warn'))).toMatchObject([{ rule: 'owner.not-accepted', severity: 'block' }]);
  });
});

describe('issue types outside the policy', () => {
  it('pass untouched', () => {
    expect(gateOf([], { item: epic(ofType(STORY)) })).toMatchObject({
      verdict: 'pass',
      findings: [],
    });
  });
});

describe('written authority', () => {
  const promised = [briefed(COO), asked('A1'), acknowledged('A1')];

  it('is missing until it is granted to the DRI', () => {
    expect(gateOf([...owner(COO), ...promised]).findings).toEqual([
      { rule: 'authority.missing', accountId: COO, severity: 'block', who: [] },
    ]);
    expect(gateOf([...owner(COO), granted(OPS), ...promised]).findings).toMatchObject([
      { rule: 'authority.missing' },
    ]);
  });

  it('is missing for a nominee and for nobody alike, so that accepting brings no new surprise', () => {
    expect(rulesOf(gateOf([nominated(COO), ...promised]))).toEqual([
      'owner.not-accepted',
      'authority.missing',
    ]);
    expect(gateOf(promised).findings).toEqual([
      { rule: 'owner.missing', severity: 'block', who: [] },
      { rule: 'authority.missing', severity: 'block', who: [] },
    ]);
  });

  it('has expired the day after its last', () => {
    const history = [...owner(COO), granted(COO, { expiresOn: '2026-11-23' }), ...promised];
    expect(gateOf(history, { now: '2026-11-23T23:59:59.999Z' }).findings).toEqual([]);
    expect(gateOf(history, { now: '2026-11-24T00:00:00.000Z' }).findings).toEqual([
      { rule: 'authority.expired', accountId: COO, expiresOn: '2026-11-23', severity: 'block', who: [] },
    ]);
  });
});

describe('the brief', () => {
  const history = [...owner(COO), granted(COO), asked('A1'), acknowledged('A1')];

  it('is incomplete until it is written, which the DRI can do', () => {
    expect(gateOf(history).findings).toEqual([{ rule: 'brief.incomplete', severity: 'block', who: [COO] }]);
    expect(gateOf([...history, briefed(COO)]).findings).toEqual([]);
  });

  it('is nobody’s in particular while nobody is nominated', () => {
    expect(gateOf([]).findings.find(({ rule }) => rule === 'brief.incomplete')?.who).toEqual([]);
  });

  it('stays written when the owner changes', () => {
    expect(rulesOf(gateOf([...history, briefed(COO), ...owner(OPS)]))).toEqual(['authority.missing']);
  });
});

describe('who can act', () => {
  it.each([
    ['the nominee', [nominated(COO)], epic(), 'owner.not-accepted', [COO]],
    [
      'nobody in particular for a person never asked',
      [],
      epic({ ownerField: singleField(somebody(COO)) }),
      'owner.not-accepted',
      [],
    ],
    [
      'both who share',
      owner(COO),
      epic({ ownerField: singleField(somebody(CTO)) }),
      'owner.shared',
      [COO, CTO],
    ],
    ['nobody in particular for an owner who left', owner(GONE), epic(), 'owner.inactive', []],
  ] as const)('is %s', (_who, history, item, rule, who) => {
    expect(gateOf(history, { item }).findings.find((one) => one.rule === rule)?.who).toEqual(who);
  });
});

describe('the checkpoint an item meets next', () => {
  it.each([
    ['new', 'start'],
    ['indeterminate', 'finish'],
    ['done', 'finish'],
  ] as const)('from status category %s is %s', (category, checkpoint) => {
    expect(nextCheckpoint(epic({ status: { id: '1', name: 'Any', category } }))).toBe(checkpoint);
  });
});

it('has a severity for every rule in the site default', () => {
  expect(Object.keys(siteDefault.rules)).toEqual([...RULES]);
});
