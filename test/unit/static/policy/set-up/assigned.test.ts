import { assignedTo, unowned } from '../../../../../static/policy/set-up/assigned';
import { item } from '../../report/rows/rows';

const issue = (key: string, accountId: string | null) => ({
  key,
  fields: { assignee: accountId === null ? null : { accountId, displayName: accountId } },
});

test('whom Jira assigns is told person by person, those with most items first', () => {
  const items = ['EXP-1', 'EXP-2', 'EXP-3', 'EXP-4'].map((key) => item({ key }));
  const answer = {
    issues: [issue('EXP-1', 'b'), issue('EXP-2', 'a'), issue('EXP-3', 'a'), issue('EXP-4', null)],
  };
  expect(assignedTo(answer, items).map(({ name, items: theirs }) => [name, theirs.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('an item that was not asked about is left aside, whatever Jira answers', () => {
  expect(assignedTo({ issues: [issue('EXP-9', 'a')] }, [item({ key: 'EXP-1' })])).toEqual([]);
});

test('an item with somebody nominated, and one that Holdfast may not see, are not filled in', () => {
  const nominated = item({ key: 'EXP-1', dri: { accountId: 'u-coo', status: 'nominated' } });
  expect(unowned([nominated, item({ key: 'EXP-2', hidden: true }), item({ key: 'EXP-3' })])).toMatchObject([
    { issueKey: 'EXP-3' },
  ]);
});
