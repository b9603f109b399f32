import { adfOf, adfText, readAdf } from '../../src/jira/adf';

test('a document of paragraphs passes Atlassian’s schema and gives its words back', () => {
  const document = adfOf('One owner\nOne date');
  expect(readAdf(document)).toEqual(document);
  expect(adfText(document)).toBe('One owner One date');
});

test.each([['plain text'], [null], [{ type: 'doc', version: 1, content: [{ type: 'zap' }] }], [[]]])(
  '%j is no document',
  (value) => {
    expect(readAdf(value)).toBeUndefined();
  },
);
