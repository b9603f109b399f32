import type { SearchFieldsPorts } from './search-fields';

/**
 * The same Jira, and what was asked of it so far in Jira's points: one a request, one more an item or type, two a person.
 */
export function counting(jira: SearchFieldsPorts['jira']): {
  readonly jira: SearchFieldsPorts['jira'];
  readonly spent: () => number;
} {
  let points = 0;
  const spending = async <T>(answer: Promise<T>, cost: (answer: T) => number): Promise<T> => {
    const got = await answer;
    points += 1 + cost(got);
    return got;
  };
  return {
    spent: () => points,
    jira: {
      issueTypes: (viewer) => spending(jira.issueTypes(viewer), ({ length }) => length),
      searchFields: (...asked) => spending(jira.searchFields(...asked), ({ items }) => items.length),
      itemsWithFields: (ids) => spending(jira.itemsWithFields(ids), ({ length }) => length),
      workItems: (...asked) => spending(jira.workItems(...asked), ({ size }) => size),
      people: (...asked) => spending(jira.people(...asked), ({ length }) => 2 * length),
      writeFields: (changes) => spending(jira.writeFields(changes), () => 0),
    },
  };
}
