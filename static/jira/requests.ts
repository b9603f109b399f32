import { requestJira } from '@forge/bridge';

/** Jira said no, in its own words; empty where it said none. */
export class JiraRefused extends Error {
  override readonly name = 'JiraRefused';
  constructor(readonly words: readonly string[]) {
    super(words.join(' '));
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Jira's error body: sentences, and sentences by field. */
function wordsIn(body: unknown): readonly string[] {
  if (!isRecord(body)) return [];
  const sentences: readonly unknown[] = Array.isArray(body['errorMessages']) ? body['errorMessages'] : [];
  const byField: readonly unknown[] = isRecord(body['errors']) ? Object.values(body['errors']) : [];
  return [...sentences, ...byField].filter((one): one is string => typeof one === 'string' && one !== '');
}

/**
 * Asks Jira as the reader. An empty answer is null.
 * @throws JiraRefused when Jira says no; Error when nothing comes back.
 */
export async function askJira(path: string, body?: object): Promise<unknown> {
  const response = await requestJira(path, {
    method: body ? 'POST' : 'GET',
    headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new JiraRefused(wordsIn(answer));
  return answer;
}
