import { JastBuilder } from '@atlaskit/jql-ast';
import fc from 'fast-check';
import { conditionOf, openItemsAmongJql, openItemsJql, quote } from '../../../../src/platform/jira/jql';

/** Every text an operand of the query holds, as Atlassian's own parser reads it; fails on any that it cannot. */
function parsed(jql: string): { readonly clauses: number; readonly texts: readonly string[] } {
  const { query, errors } = new JastBuilder().build(jql);
  expect(errors).toEqual([]);
  const texts: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { operandType, value, clauses, clause, operand, values } = node as Record<string, unknown>;
    if (operandType === 'value') texts.push(String(value));
    for (const one of [clauses, values].flat()) walk(one);
    walk(clause);
    walk(operand);
  };
  walk(query?.where);
  const where: unknown = query?.where;
  const top = where as { readonly clauses?: readonly unknown[] };
  return { clauses: top.clauses?.length ?? 1, texts };
}

it('asks for the open items of a project, in an order that pages can rely on', () => {
  expect(openItemsJql('EXP', {})).toBe('project = "EXP" AND statusCategory != Done ORDER BY key ASC');
});

it('narrows to types and to words at their beginning', () => {
  expect(openItemsJql('EXP', { issueTypes: ['Epic', 'Big "one"'], text: ' region ' })).toBe(
    'project = "EXP" AND statusCategory != Done AND issuetype in ("Epic", "Big \\"one\\"") AND summary ~ "region*" ORDER BY key ASC',
  );
});

it('looks an issue key up as one', () => {
  expect(openItemsJql('EXP', { text: 'exp-12' })).toContain('AND key = "EXP-12"');
  expect(openItemsJql('EXP', { text: 'exp-12b' })).not.toContain('key =');
});

it.each(['', '   ', '***', '"', '\\', '?!'])('looks for nothing in %j', (text) => {
  expect(openItemsJql('EXP', { text })).toBe(openItemsJql('EXP', {}));
});

it.each([
  'x" OR project = "SECRET',
  'x\\" OR project = SECRET OR summary ~ \\"y',
  '\\',
  'a\\\\"b',
  "x' OR 1=1 --",
  'x*" ORDER BY created DESC',
  'line\nbreak" OR project = SECRET',
])('keeps %j inside its quotes', (attempt) => {
  const jql = openItemsJql('EXP', { text: attempt, issueTypes: [attempt] });
  const { clauses, texts } = parsed(jql);
  expect(clauses).toBeLessThanOrEqual(4);
  expect(texts.filter((text) => text === 'SECRET')).toEqual([]);
  expect(texts).toContain(attempt.replace('\n', ' '));
  expect(jql.endsWith(' ORDER BY key ASC')).toBe(true);
});

it('quotes any text so that the parser reads it back, without a line break in the query', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom('"', '\\', '\n', '\r'),
          fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        ),
        minLength: 1,
      }),
      (text) => {
        const literal = quote(text);
        expect(literal).not.toMatch(/[\r\n]/);
        expect(parsed(`summary ~ ${literal}`).texts).toEqual([text.replace(/[\r\n]+/g, ' ')]);
      },
    ),
    { numRuns: 1_000 },
  );
});

it('has no more clauses than it was asked for, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (text, type) => {
        const { clauses, texts } = parsed(openItemsJql('EXP', { text, issueTypes: [type] }));
        expect(clauses).toBeLessThanOrEqual(4);
        expect(texts.slice(0, 1)).toEqual(['EXP']);
      },
    ),
    { numRuns: 1_000 },
  );
});

describe('a reader’s own JQL as a part of another', () => {
  test.each([
    ['labels = big', 'labels = big'],
    [' labels = big ORDER  BY rank DESC', 'labels = big'],
    ['order by created', ''],
    ['summary ~ "order by" order by key', 'summary ~ "order by"'],
    ["summary ~ 'we \\' order by' AND a = 1", "summary ~ 'we \\' order by' AND a = 1"],
    ['reorderBy = 1', 'reorderBy = 1'],
  ])('%s is the condition %s', (jql, condition) => {
    expect(conditionOf(jql)).toBe(condition);
  });

  test('stands in brackets beside what the portfolio asks for', () => {
    expect(
      openItemsAmongJql({
        projectKeys: ['EXP', 'PLAT'],
        issueTypes: ['10000'],
        jql: 'a = 1 OR b = 2 ORDER BY c',
      }),
    ).toBe(
      'project in ("EXP", "PLAT") AND statusCategory != Done AND issuetype in ("10000") AND (a = 1 OR b = 2) ORDER BY key ASC',
    );
  });
});
