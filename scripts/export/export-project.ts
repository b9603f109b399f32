import { z } from 'zod';

/** Asks Jira's REST API with the login of whoever exports. */
export type Asked = (
  path: string,
  init?: { readonly method?: string; readonly body?: string },
) => Promise<Response>;

const history = z.looseObject({ id: z.string() });
const page = z.object({
  issues: z.array(
    z.looseObject({
      key: z.string(),
      changelog: z.looseObject({ total: z.number().optional(), histories: z.array(history) }).optional(),
    }),
  ),
  nextPageToken: z.string().optional(),
});
const changelogPage = z.object({
  values: z.array(history),
  total: z.number(),
  isLast: z.boolean().optional(),
});

const MOST_TRIES = 6;
const FIRST_WAIT_MS = 1_000;

/** Waits as long as Jira says, or longer each time, where it asks to wait or is out. */
async function answerOf(ask: Asked, path: string, init?: Parameters<Asked>[1]): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    const response = await ask(path, init);
    if (response.ok) return response.json();
    const isPassing = response.status === 429 || response.status >= 500;
    if (!isPassing || tries === MOST_TRIES)
      throw new Error(
        `Jira answered ${response.status} to ${path}: ${(await response.text()).slice(0, 300)}`,
      );
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    const wait = Number.isNaN(seconds) ? FIRST_WAIT_MS * 2 ** (tries - 1) : seconds * 1_000;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** The whole history of an issue, which Jira gives in pages. */
async function historiesOf(key: string, ask: Asked): Promise<readonly z.infer<typeof history>[]> {
  const histories: z.infer<typeof history>[] = [];
  for (;;) {
    const path = `/rest/api/3/issue/${encodeURIComponent(key)}/changelog?startAt=${histories.length}&maxResults=100`;
    const { values, total } = changelogPage.parse(await answerOf(ask, path));
    histories.push(...values);
    if (values.length === 0 || histories.length >= total) return histories;
  }
}

/**
 * Every issue of a project that whoever asks may see, as Jira's REST API tells it, each with its whole history.
 *
 * @throws Error with Jira's own words where it refuses
 */
export async function* exportProject(project: string, ask: Asked): AsyncGenerator {
  let nextPageToken: string | undefined;
  do {
    const body = JSON.stringify({
      jql: `project = "${project.replace(/["\\]/g, '')}" ORDER BY key ASC`,
      maxResults: 100,
      fields: ['*all'],
      expand: 'names',
      ...(nextPageToken !== undefined && { nextPageToken }),
    });
    const answer = page.parse(await answerOf(ask, '/rest/api/3/search/jql', { method: 'POST', body }));
    for (const issue of answer.issues) {
      const histories = await historiesOf(issue.key, ask);
      yield { ...issue, changelog: { total: histories.length, histories } };
    }
    ({ nextPageToken } = answer);
  } while (nextPageToken !== undefined);
}
