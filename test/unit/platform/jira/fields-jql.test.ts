import { fieldsJql } from '../../../../src/platform/jira/fields-jql';

const WRITTEN = ['customfield_10104', undefined];
const scope = { issueTypes: ['10000'], followers: 'none' } as const;

it.each([
  [{ everywhere: true }, '(issuetype in ("10000") OR cf[10104] is not EMPTY) ORDER BY key ASC'],
  [
    { projectKey: 'EXP' },
    'project = "EXP" AND (issuetype in ("10000") OR cf[10104] is not EMPTY) ORDER BY key ASC',
  ],
  [
    { changedWithinHours: 25 },
    'updated >= -25h AND (issuetype in ("10000") OR cf[10104] is not EMPTY) ORDER BY key ASC',
  ],
  [{ parents: ['EXP-1', 'EXP-2'] }, 'parent in ("EXP-1", "EXP-2") ORDER BY key ASC'],
] as const)('%j asks for what a policy covers and for what was written before', (where, jql) => {
  expect(fieldsJql(where, scope, WRITTEN)).toBe(jql);
});

it('asks for whole projects whose items follow, and for the site where all do', () => {
  const some = { issueTypes: ['10000'], followers: ['EXP', 'PLAT'] };
  expect(fieldsJql({ everywhere: true }, some, [])).toBe(
    '(issuetype in ("10000") OR project in ("EXP", "PLAT")) ORDER BY key ASC',
  );
  const all = { issueTypes: [], followers: 'everywhere' } as const;
  expect(fieldsJql({ everywhere: true }, all, WRITTEN)).toBe('project is not EMPTY ORDER BY key ASC');
  expect(fieldsJql({ projectKey: 'EXP' }, all, [])).toBe('project = "EXP" ORDER BY key ASC');
});

it('asks nothing where there can be nothing', () => {
  expect(fieldsJql({ everywhere: true }, { issueTypes: [], followers: 'none' }, [])).toBeNull();
  expect(fieldsJql({ parents: [] }, scope, [])).toBeNull();
});
