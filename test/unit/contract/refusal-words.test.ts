import { refusalText, wordUnavailable, wordUnknownName } from '../../../src/contract/wording/refusals';
import { Unavailable } from '../../../src/platform/unavailable';

const words = (
  dependency: 'jira' | 'storage' | 'queue',
  details: ConstructorParameters<typeof Unavailable>[2] = {},
) => wordUnavailable(new Unavailable(dependency, 'token=abc123', details));

describe('a dependency that gave nothing to go by', () => {
  it.each(['jira', 'storage', 'queue'] as const)(
    'and did not answer is worth another try: %s',
    (dependency) => {
      expect(words(dependency)).toBe(refusalText('unavailable'));
    },
  );

  it('and wants to be asked later says when, where Jira did', () => {
    expect(words('jira', { failure: 'too-many', until: '2026-11-23T12:34:56.000Z' })).toBe(
      `${refusalText('jira-too-many')} It may be asked again after 12:34 UTC.`,
    );
    expect(words('jira', { failure: 'too-many' })).toBe(refusalText('jira-too-many'));
  });

  it('because a right is missing says that waiting does not help', () => {
    expect(words('jira', { failure: 'refused' })).toMatch(/waiting does not help/);
  });

  it('because Jira does not understand a question says where it is found, and Jira’s words', () => {
    const messages = ['The value 10999 does not exist for the field issuetype.'];
    expect(words('jira', { failure: 'broken-question', messages })).toMatch(
      /in the app’s log\. Jira said: The value 10999 does not exist/,
    );
  });

  it('never tells what broke inside', () => {
    for (const failure of ['no-answer', 'too-many', 'refused', 'broken-question'] as const) {
      expect(words('jira', { failure })).not.toContain('abc123');
    }
  });
});

describe('a name that Jira does not know', () => {
  it('is told with what there is instead, a dozen at most, each once', () => {
    const many = Array.from({ length: 20 }, (_, n) => `Type ${n}`);
    const text = wordUnknownName('type', 'Epik', [...many, ...many]);
    expect(text).toMatch(/^“Epik” is no work item type that Jira knows\./);
    expect(text.match(/Type [0-9]+/g)).toHaveLength(12);
    expect(text).toMatch(/, …\.$/);
  });

  it('is told alone where there is nothing instead', () => {
    expect(wordUnknownName('field', 'customfield_1', [])).not.toContain('There is');
  });
});
