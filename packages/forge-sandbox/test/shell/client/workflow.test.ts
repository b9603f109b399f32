import { configurationText, transitionContext } from '../../../src/shell/client/app/workflow';

const status = (id: string, category: string) => ({ id, name: `Status ${id}`, category });

test('the app learns the transition as Jira’s workflow editor tells it', () => {
  const transition = {
    id: '11',
    name: 'Start',
    from: [status('1', 'new')],
    to: status('2', 'indeterminate'),
    rules: [],
  };
  expect(transitionContext(transition)).toEqual({
    id: '11',
    from: { id: '1', name: 'Status 1', statusCategory: 'TODO', description: '' },
    to: { id: '2', name: 'Status 2', statusCategory: 'IN_PROGRESS', description: '' },
  });
  expect(transitionContext({ ...transition, from: null }).from).toBeNull();
});

test('a configuration reaches the app as the string it once returned', () => {
  expect(configurationText('{"a":1}')).toBe('{"a":1}');
  expect(configurationText({ a: 1 })).toBe('{"a":1}');
  expect(configurationText(undefined)).toBeUndefined();
});
