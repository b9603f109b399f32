import { underKey } from '../../../../src/domain/policy/under-key';
import { policyFor } from '../../../../src/app/subject/policy-for';
import { resolvePolicy, readKnownNames, type KnownNames } from '../../../../src/app/subject/resolve-policy';
import { CallRefused } from '../../../../src/contract/refusal';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import type { WaitingLink } from '../../../../src/domain/policy/scope';
import { EPIC, EXP_ID, STORY, SUBTASK, TYPES } from '../../../support/items';
import { enforcing } from '../../../support/policies';
import { world } from '../../../support/memory-ports';
import { policyInput } from '../../../support/policy-input';

const EPOS = { id: '10400', name: 'Epos', untranslatedName: 'Vorhaben', level: 1 };
/** Two projects have a type of one name of their own; EXP is one of them. */
const OWN_RISK = { id: '10500', name: 'Risk', level: 0, projectId: EXP_ID };
const OTHER_RISK = { id: '10501', name: 'Risk', level: 0, projectId: '999' };
const OTHER_BET = { id: '10502', name: 'Bet', level: 0, projectId: '999' };

const names: KnownNames = {
  types: [...TYPES, EPOS, OWN_RISK, OTHER_RISK, OTHER_BET],
  links: [
    { id: '10200', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
    { id: '10201', name: 'Depends', inward: 'is dependent of', outward: 'depends on' },
  ],
  fieldIds: ['assignee', 'customfield_10050'],
  projectId: EXP_ID,
};
type Input = Parameters<typeof policyInput>[0];
const resolve = (input: Input, before: Policy = siteDefault, known = names): Policy =>
  resolvePolicy(policyInput(input), before, known);
const types = (...entries: NonNullable<NonNullable<Input>['workItemTypes']>) =>
  resolve({ workItemTypes: entries }).workItemTypes;

function refusalOf(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof CallRefused) return error.refusal;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('the types of a policy', () => {
  it('by name become those of that id', () => {
    expect(types('Epic', 'story')).toEqual([
      { id: EPIC.id, name: 'Epic' },
      { id: STORY.id, name: 'Story' },
    ]);
    expect(types({ named: 'sub-TASK' })).toEqual([{ id: SUBTASK.id, name: 'Sub-task' }]);
  });

  it('are found by the name Jira translated, and by the one it translated from', () => {
    expect(types('Epos')).toEqual(types('Vorhaben'));
    expect(types('Epos')).toEqual([{ id: EPOS.id, name: 'Epos' }]);
  });

  it('of a name are the project’s own, and those of others only where it has none', () => {
    expect(types('Risk')).toEqual([{ id: OWN_RISK.id, name: 'Risk' }]);
    expect(types('Bet')).toEqual([{ id: OTHER_BET.id, name: 'Bet' }]);
    const site = resolve({ workItemTypes: ['Risk'] }, siteDefault, { ...names, projectId: null });
    expect(site.workItemTypes).toHaveLength(2);
  });

  it('by id take the name Jira has for it', () => {
    expect(types({ id: STORY.id, name: 'An old name' }, { id: EPIC.id })).toEqual([
      { id: STORY.id, name: 'Story' },
      { id: EPIC.id, name: 'Epic' },
    ]);
  });

  it('by level stay a level', () => {
    expect(types({ level: 1 }, { level: -1 })).toEqual([{ level: 1 }, { level: -1 }]);
  });

  it('named twice are there once', () => {
    expect(types('Epic', { id: EPIC.id }, 'epic')).toEqual([{ id: EPIC.id, name: 'Epic' }]);
  });

  it.each([
    [['Epic', 'Epik'], 'policy.workItemTypes.1', '“Epik” is no work item type that Jira knows'],
    [[{ id: '7777', name: 'Gone' }], 'policy.workItemTypes.0', '“Gone” is no work item type'],
    [[{ id: '7777' }], 'policy.workItemTypes.0', '“7777” is no work item type'],
    [[{ level: 9 }], 'policy.workItemTypes.0', '“level 9” is no work item type'],
    [[{ named: 'Epik' }], 'policy.workItemTypes.0', '“Epik” is no work item type'],
  ])('%j that Jira does not know are refused, with what there is instead', (workItemTypes, field, words) => {
    const refusal = refusalOf(() => resolve({ workItemTypes }));
    expect(refusal).toMatchObject({ code: 'invalid', field });
    expect(refusal.message).toContain(words);
    expect(refusal.message).toContain('There is: Epic, Story, Sub-task');
  });

  it('that the saved policy holds already stay, although Jira no longer knows them', () => {
    const kept = [{ level: 9 }, { id: '7777', name: 'Gone' }, { named: 'Long ago' }] as const;
    const before: Policy = { ...siteDefault, workItemTypes: kept };
    expect(resolve({ workItemTypes: [...kept] }, before).workItemTypes).toEqual(kept);
    expect(resolve({ workItemTypes: ['long AGO'] }, before).workItemTypes).toEqual([{ named: 'long AGO' }]);
  });

  it('that were saved by name get their id once Jira knows them', () => {
    const before: Policy = { ...siteDefault, workItemTypes: [{ named: 'Epic' }] };
    expect(resolve({ workItemTypes: [{ named: 'Epic' }] }, before).workItemTypes).toEqual([
      { id: EPIC.id, name: 'Epic' },
    ]);
  });
});

describe('the links of a policy', () => {
  const BLOCKED: WaitingLink = { linkTypeId: '10200', direction: 'inward', words: 'is blocked by' };
  const links = (waitsFor: NonNullable<Input>['waitsFor'], before?: Policy) =>
    resolve(waitsFor === undefined ? {} : { waitsFor }, before).waitsFor;

  it('are read by words until somebody chose', () => {
    expect(links(undefined)).toBe('by-words');
    expect(links('by-words')).toBe('by-words');
    expect(links([])).toEqual([]);
  });

  it('by the words of a side become that type and side', () => {
    expect(links(['Is Blocked By'])).toEqual([BLOCKED]);
    expect(links(['depends on'])).toEqual([
      { linkTypeId: '10201', direction: 'outward', words: 'depends on' },
    ]);
  });

  it('by id and side take the words Jira has for it, once', () => {
    expect(links([{ linkTypeId: '10200', direction: 'inward', words: 'x' }, 'is blocked by'])).toEqual([
      BLOCKED,
    ]);
  });

  it.each([
    [['is blocked by', 'haunts'], 'policy.waitsFor.1', '“haunts” is no link of this site'],
    [
      [{ linkTypeId: '777', direction: 'inward' as const, words: 'was blocked by' }],
      'policy.waitsFor.0',
      '“was blocked by”',
    ],
    [[{ linkTypeId: '777', direction: 'inward' as const }], 'policy.waitsFor.0', '“777”'],
  ])('%j that Jira does not know are refused, with what there is instead', (waitsFor, field, words) => {
    const refusal = refusalOf(() => links(waitsFor));
    expect(refusal).toMatchObject({ code: 'invalid', field });
    expect(refusal.message).toContain(words);
    expect(refusal.message).toContain('There is: is blocked by, blocks');
  });

  it('that the saved policy holds already stay as they were, although Jira no longer knows them', () => {
    const gone: WaitingLink = { linkTypeId: '777', direction: 'inward', words: 'was blocked by' };
    const before = { ...siteDefault, waitsFor: [gone] };
    expect(links([{ linkTypeId: '777', direction: 'inward' }], before)).toEqual([gone]);
    expect(refusalOf(() => links([{ linkTypeId: '777', direction: 'outward' }], before))).toMatchObject({
      field: 'policy.waitsFor.0',
    });
  });
});

describe('the owner field of a policy', () => {
  const field = (fieldId: string) => ({ ownerSource: { kind: 'field' as const, fieldId } });

  it('is one that Jira has, or that the saved policy reads already', () => {
    expect(resolve(field('customfield_10050')).ownerSource).toEqual(field('customfield_10050').ownerSource);
    const before: Policy = { ...siteDefault, ...field('customfield_777') };
    expect(resolve(field('customfield_777'), before).ownerSource).toEqual(before.ownerSource);
  });

  it('that Jira does not have is refused', () => {
    const refusal = refusalOf(() => resolve(field('customfield_777')));
    expect(refusal).toMatchObject({ code: 'invalid', field: 'policy.ownerSource.fieldId' });
    expect(refusal.message).toContain('“customfield_777” is no field of this site');
    const other: Policy = { ...siteDefault, ...field('customfield_778') };
    expect(refusalOf(() => resolve(field('customfield_777'), other))).toMatchObject({ code: 'invalid' });
  });
});

it('everything else of a policy comes through as it was given', () => {
  expect(resolve({ mode: 'coach', minimumDependencies: 3, version: 4 })).toEqual({
    ...enforcing,
    mode: 'coach',
    minimumDependencies: 3,
    version: 4,
  });
});

it('what Jira knows is read in one wave of four, and the site asks for no project', async () => {
  const here = world();
  expect(await readKnownNames('EXP', here)).toMatchObject({ projectId: EXP_ID, types: TYPES });
  expect(here.jira.calls).toEqual({ issueTypes: 1, linkTypes: 1, fieldIds: 1, projectId: 1 });
  expect(await readKnownNames(null, here)).toMatchObject({ projectId: null });
  expect(here.jira.calls['projectId']).toBe(1);
});

describe('the policy found under a project’s key', () => {
  const policy: Policy = { ...siteDefault, version: 3, mode: 'coach' };
  const above: Policy = { ...siteDefault, mode: 'observe' };
  const stored = { underKey: underKey(policy, above, EXP_ID), above, inherited: false, recordVersion: 3 };

  it('is that project’s, where it was saved for its id', () => {
    expect(policyFor(stored, EXP_ID)).toBe(policy);
  });

  it('is not that of another project that took over the key: that one follows what is above', () => {
    expect(policyFor(stored, '99999')).toBe(above);
  });

  it('is believed where no id was kept, or none is known', () => {
    expect(policyFor({ ...stored, underKey: underKey(policy, above) }, EXP_ID)).toBe(policy);
    expect(policyFor(stored, '')).toBe(policy);
    expect(policyFor(stored, null)).toBe(policy);
  });
});
