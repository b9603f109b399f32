import { countIn, countQuery } from '../../../../../static/policy/model/counts';

test('open items of some types, and of all', () => {
  expect(countQuery('EXP', ['Epic', 'A "big" one'])).toBe(
    'project = "EXP" AND statusCategory != Done AND issuetype in ("Epic", "A \\"big\\" one")',
  );
  expect(countQuery(null, null)).toBe('statusCategory != Done');
});

test('what is no count is none', () => {
  expect(countIn({ count: 7 })).toBe(7);
  expect(() => countIn({ total: 7 })).toThrow();
});
