import { evaluate, ExpressionFailed } from '../../../src/forge/expression/evaluate';
import { ExpressionSyntax, parseExpression } from '../../../src/forge/expression/parse';

const run = (text: string, scope = {}): unknown => evaluate(parseExpression(text), scope);

const event = {
  issue: { key: 'APP-1', fields: { labels: ['a', 'b'] } },
  changelog: { items: [{ field: 'status' }, { field: 'Link' }] },
};

test.each([
  ["event.changelog.items.some(item => item.field == 'status')", true],
  ["event.changelog.items.every(item => item.field == 'status')", false],
  ["event.issue.fields.labels.includes('b') && !(event.issue.key != 'APP-1')", true],
  ['event.issue.fields.labels.length >= 2 || false', true],
  ["event.issue.fields['nothing'] == null ? 'none' : 'some'", 'none'],
  ["'says ' + event.issue.key.toLowerCase()", 'says app-1'],
  ['1 + 2 - 1 == 2 && 1 < 2', true],
  ['event.issue.fields.labels[1]', 'b'],
  ["event?.issue['key']?.length", 5],
  ["event.changelog.items.filter(i => i.field == 'Link').map(i => i.field)", ['Link']],
])('an expression is worked out as Jira does: %s', (text, value) => {
  expect(run(text, { event })).toEqual(value);
});

test('what is not there is an error, unless it is asked for as something that may be missing', () => {
  expect(() => run('event.changelog.items', { event: {} })).toThrow(ExpressionFailed);
  expect(() => run('event.nothing?.items', { event: {} })).toThrow('There is no nothing.');
  expect(run('event.nothing?.items', { event: { nothing: null } })).toBeNull();
  expect(() => run("'text' && true")).toThrow(ExpressionFailed);
  expect(() => run('nobody')).toThrow(ExpressionFailed);
});

test.each(['event.', 'a b', '(a', "'open", 'a ==', '@', '[1,', 'x => '])(
  'what is no expression is refused when it is read: %s',
  (text) => {
    expect(() => parseExpression(text)).toThrow(ExpressionSyntax);
  },
);
