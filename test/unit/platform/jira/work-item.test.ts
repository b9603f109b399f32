import type { Reading } from '../../../../src/app/subject/ports';
import { toOwnerField } from '../../../../src/platform/jira/owner-field';
import { toPerson } from '../../../../src/platform/jira/people';
import { toWorkItem, withModifiedFields } from '../../../../src/platform/jira/work-item';
import { blocker, epic, idOf, multiField, singleField, somebody, something } from '../../../support/items';
import { BLOCKS, done, inProgress, issue, link, user } from '../../../support/jira-json';

const reading = (
  ownerSource: Reading['ownerSource'],
  waitsFor: Reading['waitsFor'] = 'by-words',
): Reading => ({
  ownerSource,
  waitsFor,
});
const charter = reading({ kind: 'charter' });
const assignee = reading({ kind: 'assignee' });
const leads = reading({ kind: 'field', fieldId: 'customfield_10050' });

describe('a person', () => {
  it('is what Jira says', () => {
    expect(toPerson(user('u-coo'))).toEqual({
      accountId: 'u-coo',
      kind: 'human',
      active: true,
      displayName: 'Name of u-coo',
      timeZone: 'Europe/Berlin',
      avatarUrl: 'https://avatar.example/u-coo/48',
    });
  });

  it.each([
    ['atlassian', 'human'],
    ['app', 'app'],
    ['customer', 'customer'],
    [undefined, 'human'],
  ])('of account type %s is %s', (accountType, kind) => {
    expect(toPerson(user('u-x', { accountType }))?.kind).toBe(kind);
  });

  it('is inactive only where Jira says so', () => {
    expect(toPerson(user('u-gone', { active: false }))?.active).toBe(false);
    expect(toPerson({ accountId: 'u-x' })).toEqual({
      accountId: 'u-x',
      kind: 'human',
      active: true,
      displayName: 'u-x',
    });
  });

  it.each([
    undefined,
    null,
    'u-coo',
    [],
    {},
    { accountId: '' },
    { accountId: 7 },
    { name: 'jira-users', groupId: 'g' },
  ])('is not %j', (value) => expect(toPerson(value)).toBeNull());
});

describe('the owner field', () => {
  it.each([
    ['one user', user('u-coo'), singleField(somebody('u-coo'), 'Lead')],
    ['a bare account id', { accountId: 'u-coo' }, singleField(somebody('u-coo'), 'Lead')],
    ['nothing', null, singleField(undefined, 'Lead')],
    ['a group', { name: 'jira-users', groupId: 'g-1' }, singleField(something('jira-users'), 'Lead')],
    ['a team', { id: 't-1', title: 'Platform' }, singleField(something('Platform'), 'Lead')],
    ['an option', { id: '1', value: 'Ops' }, singleField(something('Ops'), 'Lead')],
    ['a text', 'Ada, or Cem', singleField(something('Ada, or Cem'), 'Lead')],
    ['a blank text', '  ', singleField(undefined, 'Lead')],
  ])('with %s', (_what, value, field) => {
    expect(toOwnerField('Lead', value)).toEqual(field);
  });

  it.each([
    ['two users', [user('u-coo'), user('u-cto')], multiField(somebody('u-coo'), somebody('u-cto'))],
    ['the same user twice', [user('u-coo'), { accountId: 'u-coo' }], multiField(somebody('u-coo'))],
    ['a user and a group', [user('u-coo'), { name: 'Ops' }], multiField(somebody('u-coo'), something('Ops'))],
    ['an empty list', [], multiField()],
    ['one user and rubbish', [user('u-coo'), null, {}, 7], multiField(somebody('u-coo'))],
  ])('of many with %s', (_what, value, field) => {
    expect(toOwnerField('Leads', value)).toEqual(field);
  });
});

describe('a work item', () => {
  it('is read from the answer of Jira', () => {
    expect(toWorkItem(issue({ issuelinks: [link(BLOCKS, 'inwardIssue', 'PLAT-1')] }), charter)).toEqual({
      issueId: '10001',
      issueKey: 'EXP-1',
      projectKey: 'EXP',
      projectId: '10100',
      summary: 'Open the second region',
      issueType: 'Epic',
      type: { id: '10000', name: 'Epic', level: 1 },
      status: { id: '10000', name: 'To Do', category: 'new' },
      ownerField: null,
      linkedIds: [idOf('PLAT-1')],
      blockers: [blocker('PLAT-1')],
      people: { 'u-coo': toPerson(user('u-coo')) },
    });
  });

  it.each([
    [inProgress, 'indeterminate'],
    [done, 'done'],
    [{ id: '9', name: 'Odd', statusCategory: { key: 'undefined' } }, 'indeterminate'],
  ])('has the category of its status %#', (status, category) => {
    expect(toWorkItem(issue({ status }), charter)?.status.category).toBe(category);
  });

  it('has its owner where the policy says', () => {
    const fields = { assignee: user('u-ops'), customfield_10050: [user('u-coo'), user('u-cto')] };
    const names = { customfield_10050: 'Leads', assignee: 'Assignee' };
    expect(toWorkItem(issue(fields), charter, names)?.ownerField).toBeNull();
    expect(toWorkItem(issue(fields), assignee, names)?.ownerField).toEqual(singleField(somebody('u-ops')));
    expect(toWorkItem(issue(fields), leads, names)?.ownerField).toEqual(
      multiField(somebody('u-coo'), somebody('u-cto')),
    );
  });

  it('has a name for its owner field even where Jira gave none', () => {
    expect(toWorkItem(issue(), assignee)?.ownerField?.name).toBe('Assignee');
    expect(toWorkItem(issue(), leads)?.ownerField?.name).toBe('the owner field');
  });

  it('knows the people in all of its fields, single and many', () => {
    const fields = {
      assignee: user('u-ops', { active: false }),
      customfield_10050: [user('u-coo'), user('u-bot', { accountType: 'app' })],
      customfield_10060: [{ value: 'x' }, null, 'text'],
    };
    expect(toWorkItem(issue(fields), charter)?.people).toMatchObject({
      'u-ops': { active: false },
      'u-coo': { kind: 'human' },
      'u-bot': { kind: 'app' },
    });
  });

  it('belongs to what Jira says is above it', () => {
    const parent = {
      id: '10077',
      key: 'EXP-7',
      fields: { issuetype: { id: '10004', name: 'Initiative', hierarchyLevel: 2 } },
    };
    expect(toWorkItem(issue({ parent }), charter)?.parent).toEqual({
      issueId: '10077',
      issueKey: 'EXP-7',
      type: { id: '10004', name: 'Initiative', level: 2 },
    });
    expect(toWorkItem(issue({ parent: null }), charter)).not.toHaveProperty('parent');
  });

  it('has the level of its type where Jira says one, and the name it was translated from', () => {
    const issuetype = { id: '10000', name: 'Epos', untranslatedName: 'Epic' };
    expect(toWorkItem(issue({ issuetype }), charter)?.type).toEqual({ ...issuetype, level: null });
  });

  it('takes its project from its key where the field is missing', () => {
    expect(toWorkItem(issue({ project: undefined }, { key: 'TEAM_A-12' }), charter)?.projectKey).toBe(
      'TEAM_A',
    );
  });

  it.each([
    null,
    'EXP-1',
    {},
    { key: 'EXP-1' },
    { fields: {} },
    { key: '', fields: {} },
    { key: 7, fields: {} },
  ])('is not %j', (answer) => expect(toWorkItem(answer, charter)).toBeNull());
});

describe('what is typed on the transition screen', () => {
  const item = epic({ ownerField: singleField(somebody('u-coo')), blockers: [blocker('PLAT-1')] });

  it('changes nothing where nothing was typed', () => {
    expect(withModifiedFields(item, assignee, {})).toEqual(item);
  });

  it('replaces the owner, also by nobody', () => {
    expect(withModifiedFields(item, assignee, { assignee: { accountId: 'u-cto' } }).ownerField).toEqual(
      singleField(somebody('u-cto')),
    );
    expect(withModifiedFields(item, assignee, { assignee: null }).ownerField).toEqual(singleField());
  });

  it('is of no account in a field the policy does not read', () => {
    const typed = { customfield_10050: [{ accountId: 'u-cto' }] };
    expect(withModifiedFields(item, assignee, typed).ownerField).toEqual(item.ownerField);
    expect(withModifiedFields(epic(), charter, { assignee: { accountId: 'u-cto' } }).ownerField).toBeNull();
  });

  it('proves nothing about the people named: ids alone do not make anyone active', () => {
    const typed = { assignee: { accountId: 'u-gone' } };
    expect(withModifiedFields(item, assignee, typed).people).toBe(item.people);
  });

  it('adds links, and clears none that is there', () => {
    const added = {
      issuelinks: [link(BLOCKS, 'inwardIssue', 'PLAT-2'), link(BLOCKS, 'inwardIssue', 'PLAT-1', done)],
    };
    expect(withModifiedFields(item, assignee, added).blockers).toEqual([
      blocker('PLAT-1'),
      blocker('PLAT-2'),
    ]);
    expect(withModifiedFields(item, assignee, { issuelinks: [] }).blockers).toEqual(item.blockers);
    expect(withModifiedFields(item, assignee, { issuelinks: null }).blockers).toEqual(item.blockers);
  });

  it('stands below the item that the screen puts above it, known by key or by id alone, or below none', () => {
    const child = { ...item, parent: { issueId: '1', issueKey: 'EXP-1', type: item.type } };
    const parentOf = (parent: unknown) => withModifiedFields(child, assignee, { parent }).parent;
    expect(parentOf({ id: '2', key: 'EXP-2', fields: {} })).toMatchObject({
      issueId: '2',
      issueKey: 'EXP-2',
    });
    expect(parentOf({ id: '2' })).toMatchObject({ issueId: '2', issueKey: '' });
    expect(parentOf(null)).toBeUndefined();
    expect(withModifiedFields(child, assignee, {}).parent).toEqual(child.parent);
  });

  it('is of the type that the screen gives it, at the level it had', () => {
    const typed = withModifiedFields(item, assignee, { issuetype: { id: '77', name: 'Initiative' } });
    expect(typed.type).toMatchObject({ id: '77', level: item.type.level });
    expect(typed.issueType).toBe('Initiative');
  });

  it('changes the type, and with it whether the policy holds', () => {
    const typed = { issuetype: { id: '1', name: 'Story', hierarchyLevel: 0 } };
    expect(withModifiedFields(item, assignee, typed)).toMatchObject({
      issueType: 'Story',
      type: { id: '1', name: 'Story', level: 0 },
    });
  });

  it('leaves the level as it is where a type comes without one', () => {
    const typed = { issuetype: { id: '1', name: 'Bet' } };
    expect(withModifiedFields(item, assignee, typed).type).toEqual({ id: '1', name: 'Bet', level: 1 });
    expect(withModifiedFields(item, assignee, { issuetype: null }).type).toEqual(item.type);
  });

  it('adds only links that the policy reads as waiting', () => {
    const added = { issuelinks: [link(BLOCKS, 'inwardIssue', 'PLAT-2')] };
    expect(withModifiedFields(item, reading({ kind: 'charter' }, []), added).blockers).toEqual(item.blockers);
  });
});
