import { fieldText, isForgeField, isPeopleField, peopleIn } from '../../../src/shell/client/app/fields';

describe('peopleIn', () => {
  test.each([
    ['one person', { accountId: 'a', displayName: 'Ann' }, [{ accountId: 'a', displayName: 'Ann' }]],
    ['several', [{ accountId: 'a' }, { accountId: 'b' }], [{ accountId: 'a' }, { accountId: 'b' }]],
    ['bare ids', ['a'], [{ accountId: 'a' }]],
    ['nobody', null, []],
    ['something else', { value: 1 }, []],
  ])('%s', (_, value, people) => {
    expect(peopleIn(value)).toEqual(people.map((one) => ({ displayName: undefined, ...one })));
  });
});

describe('fieldText', () => {
  test.each([
    [null, undefined],
    ['', undefined],
    [[], undefined],
    ['Ready to start', 'Ready to start'],
    [3, '3'],
    [{ value: 'High' }, 'High'],
    [['a', { name: 'b' }], 'a, b'],
    [{ odd: true }, undefined],
  ])('%j reads %j', (value, text) => {
    expect(fieldText(value)).toBe(text);
  });
});

test('fields are told apart by what their schema names', () => {
  const field = (custom: string) => ({ id: 'x', name: 'X', custom: true, schema: { type: 'user', custom } });
  expect(isForgeField(field('ari:cloud:ecosystem::extension/a/b/static/owner'))).toBe(true);
  expect(isPeopleField(field('com.atlassian.jira.plugin.system.customfieldtypes:multiuserpicker'))).toBe(
    true,
  );
  expect(isPeopleField(field('com.atlassian.jira.plugin.system.customfieldtypes:userpicker'))).toBe(false);
});
