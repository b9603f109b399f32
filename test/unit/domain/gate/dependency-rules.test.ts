import {
  acknowledged,
  asked,
  briefed,
  counterTaken,
  countered,
  declaredNone,
  delivered,
  deliveryTaken,
  granted,
  owner,
  reassigned,
  refused,
  renegotiated,
  returned,
  withdrawn,
} from '../../../support/events';
import { gateOf, rulesOf, strict as gatePolicy } from '../../../support/gate';
import { blocker, epic, idOf } from '../../../support/items';
import { COO, GONE, OPS, PLATFORM } from '../../../support/people';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { unmetOf } from '../../../../src/domain/gate/find';
import { NotRead } from '../../../../src/domain/gate/people';
import { NOW } from '../../../support/charter-spec';
import { factsOf } from '../../../support/subject';
import type { WorkItem } from '../../../../src/domain/gate/item';

/** An item in order but for what the test adds. */
const inOrder = [...owner(COO), granted(COO), briefed(COO)];
const findings = (events: readonly CharterEvent[], item: WorkItem = epic(), now?: string) =>
  gateOf([...inOrder, ...events], { item, ...(now !== undefined && { now }) }).findings;
const promised = [asked('A1'), acknowledged('A1')];

it('finds nothing where a promise was made', () => {
  expect(findings(promised)).toEqual([]);
});

describe('declaring dependencies', () => {
  it('is missing while nobody said anything', () => {
    expect(findings([])).toEqual([{ rule: 'dependencies.undeclared', severity: 'block', who: [COO] }]);
  });

  it('is done by saying that there are none', () => {
    expect(findings([declaredNone(COO)])).toEqual([]);
  });

  it('counts what is open, in whatever state, and nothing withdrawn', () => {
    expect(findings([asked('A1'), refused('A1')]).map(({ rule }) => rule)).toEqual(['agreement.declined']);
    expect(findings([...promised, withdrawn('A1')])).toMatchObject([{ rule: 'dependencies.undeclared' }]);
  });

  it('asks for as many as the policy does', () => {
    const events = [...inOrder, ...promised];
    const asking = (minimumDependencies: number) =>
      gateOf(events, { policy: { ...gatePolicy, minimumDependencies } }).findings;
    expect(asking(2)).toMatchObject([{ rule: 'dependencies.too-few', have: 1, need: 2 }]);
    expect(asking(1)).toEqual([]);
    expect(gateOf(inOrder, { policy: { ...gatePolicy, minimumDependencies: 0 } }).findings).toEqual([]);
  });
});

describe('that nothing else is needed', () => {
  const declared: CharterEvent = {
    type: 'no-further-dependencies-declared',
    at: '2026-11-20T09:00:00.000Z',
    by: COO,
  };
  const wanting = (...events: readonly CharterEvent[]) =>
    gateOf([...inOrder, ...events], { policy: { ...gatePolicy, minimumDependencies: 2 } }).findings;

  it('makes one promise enough where the policy asks for two', () => {
    expect(wanting(...promised, declared)).toEqual([]);
  });

  it('says nothing once that promise is withdrawn', () => {
    expect(wanting(...promised, declared, withdrawn('A1'))).toMatchObject([
      { rule: 'dependencies.undeclared' },
    ]);
  });
});

describe('an issue that Jira says is in the way', () => {
  const item = epic({ blockers: [blocker('PLAT-1')] });

  it('is unmapped while no agreement is about it', () => {
    expect(findings(promised, item)).toEqual([
      {
        rule: 'dependency.unmapped',
        issueKey: 'PLAT-1',
        summary: 'Summary of PLAT-1',
        severity: 'block',
        who: [COO],
      },
    ]);
  });

  it('stays in the way although the DRI declared none', () => {
    expect(findings([declaredNone(COO)], item)).toMatchObject([{ rule: 'dependency.unmapped' }]);
  });

  it('is nobody’s in particular while there is no owner', () => {
    expect(gateOf([], { item }).findings.find(({ rule }) => rule === 'dependency.unmapped')?.who).toEqual([]);
  });

  it('is covered by an agreement about it, answered or not', () => {
    const about = asked('A1', { providerIssueKey: 'PLAT-1' });
    expect(findings([about, acknowledged('A1')], item)).toEqual([]);
    expect(findings([about], item).map(({ rule }) => rule)).toEqual(['agreement.unacknowledged']);
    expect(findings([about, refused('A1')], item).map(({ rule }) => rule)).toEqual(['agreement.declined']);
  });

  it('is covered by an agreement about its id, whatever its key is by now', () => {
    const about = asked('A1', { providerIssueKey: 'PLAT-1', providerIssueId: idOf('PLAT-1') });
    const moved = epic({ blockers: [blocker('OPS-9', { issueId: idOf('PLAT-1') })] });
    expect(findings([about, acknowledged('A1')], moved)).toEqual([]);
  });

  it('is not covered by an agreement about another issue that had its key before', () => {
    const about = asked('A1', { providerIssueKey: 'PLAT-1', providerIssueId: '777' });
    expect(findings([about, acknowledged('A1')], item)).toMatchObject([
      { rule: 'dependency.unmapped', issueKey: 'PLAT-1' },
    ]);
  });

  it('is covered by its key, where the agreement is from before ids were kept', () => {
    const about = asked('A1', { providerIssueKey: 'PLAT-1' });
    const renamed = epic({ blockers: [blocker('PLAT-1', { issueId: '777' })] });
    expect(findings([about, acknowledged('A1')], renamed)).toEqual([]);
  });

  it('and hidden is told as one thing without a name, which no agreement covers', () => {
    const hidden = epic({ blockers: [{ hidden: true }] });
    const about = asked('A1', { providerIssueKey: 'PLAT-1' });
    expect(findings([about, acknowledged('A1')], hidden)).toEqual([
      { rule: 'dependency.unmapped', hidden: true, severity: 'block', who: [COO] },
    ]);
  });

  it('is in the way again once that agreement is withdrawn', () => {
    const about = asked('A1', { providerIssueKey: 'PLAT-1' });
    expect(rulesOf(gateOf([...inOrder, about, withdrawn('A1')], { item }))).toEqual([
      'dependency.unmapped',
      'dependencies.undeclared',
    ]);
  });

  it('is out of the way once it is done', () => {
    expect(findings(promised, epic({ blockers: [blocker('PLAT-1', { done: true })] }))).toEqual([]);
  });

  it('is told apart from the next one', () => {
    const two = epic({ blockers: [blocker('PLAT-1'), blocker('PLAT-2')] });
    expect(findings([asked('A1', { providerIssueKey: 'PLAT-2' }), acknowledged('A1')], two)).toMatchObject([
      { issueKey: 'PLAT-1' },
    ]);
  });
});

describe('an agreement', () => {
  it('waits for its provider', () => {
    expect(findings([asked('A1')])).toEqual([
      {
        rule: 'agreement.unacknowledged',
        agreementId: 'A1',
        deliverable: 'A staging cluster',
        provider: PLATFORM,
        neededBy: '2026-12-04',
        severity: 'block',
        who: [PLATFORM],
      },
    ]);
  });

  it('comes back to the DRI when declined, with who or when instead', () => {
    expect(findings([asked('A1'), refused('A1', { alternativeAccountId: OPS })])).toEqual([
      {
        rule: 'agreement.declined',
        agreementId: 'A1',
        deliverable: 'A staging cluster',
        provider: PLATFORM,
        alternative: OPS,
        availableFrom: '2027-01-11',
        severity: 'block',
        who: [COO],
      },
    ]);
  });

  it('is self-dealt when its provider owns the item or wrote the request', () => {
    expect(findings([asked('A1', { providerAccountId: COO, by: OPS }), acknowledged('A1')])).toMatchObject([
      { rule: 'agreement.self-dealt', provider: COO, who: [COO] },
    ]);
    expect(findings([asked('A1', { by: PLATFORM }), acknowledged('A1')])).toMatchObject([
      { rule: 'agreement.self-dealt', provider: PLATFORM, who: [COO] },
    ]);
  });

  it('is overdue from the end of its day where the provider lives', () => {
    const tokyo = [asked('A1', { providerZone: 'Asia/Tokyo' }), acknowledged('A1')];
    expect(findings(tokyo, epic(), '2026-12-04T14:59:59.999Z')).toEqual([]);
    expect(findings(tokyo, epic(), '2026-12-04T15:00:00.000Z')).toMatchObject([
      { rule: 'agreement.overdue', committedBy: '2026-12-04', who: [PLATFORM] },
    ]);
    const honolulu = [asked('A1', { providerZone: 'Pacific/Honolulu' }), acknowledged('A1')];
    expect(findings(honolulu, epic(), '2026-12-05T09:59:59.999Z')).toEqual([]);
    expect(findings(honolulu, epic(), '2026-12-05T10:00:00.000Z')).toMatchObject([
      { rule: 'agreement.overdue' },
    ]);
  });

  it('comes back to the DRI when countered, with the day that is offered', () => {
    expect(findings([asked('A1'), countered('A1')])).toEqual([
      {
        rule: 'agreement.countered',
        agreementId: 'A1',
        deliverable: 'A staging cluster',
        provider: PLATFORM,
        committedBy: '2026-12-11',
        severity: 'block',
        who: [COO],
      },
    ]);
    expect(findings([asked('A1'), countered('A1'), counterTaken('A1')])).toEqual([]);
  });

  it('waits for its new provider once it was handed over, promised before or not', () => {
    expect(findings([...promised, reassigned('A1')])).toMatchObject([
      { rule: 'agreement.unacknowledged', provider: OPS, who: [OPS] },
    ]);
  });

  it('is overdue by the day that binds while another one is only proposed', () => {
    const proposed = [...promised, renegotiated('A1', { committedBy: '2026-12-18' })];
    expect(findings(proposed, epic(), '2026-12-04T23:59:59.999Z')).toEqual([]);
    expect(findings(proposed, epic(), '2026-12-05T00:00:00.000Z')).toMatchObject([
      { rule: 'agreement.overdue', committedBy: '2026-12-04' },
    ]);
  });

  it('is not overdue once delivered, whatever the day, and is again once it came back', () => {
    const late = '2027-06-01T00:00:00.000Z';
    expect(findings([...promised, delivered('A1')], epic(), late)).toEqual([]);
    expect(findings([...promised, delivered('A1'), deliveryTaken('A1')], epic(), late)).toEqual([]);
    expect(findings([...promised, delivered('A1'), returned('A1')], epic(), late)).toMatchObject([
      { rule: 'agreement.overdue', committedBy: '2026-12-04' },
    ]);
  });

  describe('of somebody whose account is no longer active', () => {
    const ofGone = asked('A1', { providerAccountId: GONE });
    const gone = {
      rule: 'agreement.provider-inactive',
      agreementId: 'A1',
      deliverable: 'A staging cluster',
      provider: GONE,
      severity: 'block',
      who: [COO],
    };

    it.each([
      ['requested', []],
      ['countered', [countered('A1', { by: GONE })]],
      ['declined', [refused('A1', { by: GONE })]],
      ['acknowledged', [acknowledged('A1', { by: GONE })]],
      ['sent back', [acknowledged('A1', { by: GONE }), delivered('A1', { by: GONE }), returned('A1')]],
    ] as const)('is found while %s', (_state, events) => {
      expect(findings([ofGone, ...events])).toContainEqual(gone);
    });

    it.each([
      ['delivered', [acknowledged('A1'), delivered('A1')]],
      ['accepted', [acknowledged('A1'), delivered('A1'), deliveryTaken('A1')]],
      ['withdrawn', [withdrawn('A1'), declaredNone(COO)]],
    ] as const)('is in order once %s', (_state, events) => {
      expect(findings([ofGone, ...events])).toEqual([]);
    });

    it('says nothing of a provider whom nobody read', () => {
      const facts = factsOf({ charter: replay([ofGone, acknowledged('A1')]), notRead: [GONE] });
      expect(() => unmetOf(['agreement.provider-inactive'], facts, NOW)).toThrow(NotRead);
    });
  });

  it('that was withdrawn is history, whatever it was', () => {
    const gone = [asked('A1', { by: PLATFORM }), withdrawn('A1'), asked('A2'), acknowledged('A2')];
    expect(findings(gone)).toEqual([]);
  });

  it('is told one by one', () => {
    const two = [asked('A1'), asked('A2', { providerAccountId: OPS })];
    expect(findings(two)).toMatchObject([{ agreementId: 'A1' }, { agreementId: 'A2' }]);
  });
});
