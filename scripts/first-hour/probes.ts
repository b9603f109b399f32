import type { Asked } from '../export/export-project';

/** One question that only a real site answers: the call, and what each answer means. */
export interface Probe {
  readonly question: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** What follows, by the status that Jira answers. */
  readonly means: (status: number) => string;
}

const orElse =
  (known: Readonly<Record<number, string>>, otherwise: string) =>
  (status: number): string =>
    known[status] ?? otherwise;

/** What a login can ask; what only the app itself can stands in docs/first-hour.md. `issueKey`: an item to try it on. */
export const probesFor = ({
  issueKey,
  accountId,
}: {
  readonly issueKey: string;
  readonly accountId: string;
}): readonly Probe[] => [
  {
    question: 'Does Jira tell who else may see a work item?',
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    body: { accountId, projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: [] }] },
    means: orElse({ 200: 'Yes, to this login.', 403: 'Only to administrators.' }, 'Not as documented.'),
  },
  {
    question: 'Does a search for who sees an item find somebody beyond the first of the site?',
    method: 'GET',
    path: `/rest/api/3/user/viewissue/search?issueKey=${issueKey}&accountId=${accountId}&maxResults=1`,
    means: orElse({ 200: 'An empty list: the range is taken first.' }, 'Not as documented.'),
  },
  {
    question: 'On which transitions does the rule stand?',
    method: 'GET',
    path: '/rest/api/3/workflow/rule/config?types=validator&expand=transition',
    means: orElse({ 200: 'Rules of the asking app alone; a login sees none.' }, 'Not for this login.'),
  },
  {
    question: 'Does Jira take a mail that is narrowed by a permission, and by which key?',
    method: 'POST',
    path: `/rest/api/3/issue/${issueKey}/notify`,
    body: {
      subject: 'First hour',
      textBody: 'Sent by scripts/first-hour.',
      to: { users: [{ accountId }] },
      restrict: { permissions: [{ key: 'BROWSE' }] },
    },
    means: orElse({ 204: 'Taken; look whether it came.', 403: 'Mail is off.' }, 'The key is another.'),
  },
  {
    question: 'How are many items moved at once?',
    method: 'GET',
    path: `/rest/api/3/bulk/issues/transition?issueIdsOrKeys=${issueKey}`,
    means: orElse(
      { 200: 'Move three with the rule on, and look how a refusal shows.' },
      'Not for this login.',
    ),
  },
];

export interface Told {
  readonly question: string;
  readonly status: number;
  readonly answer: string;
  readonly means: string;
}

const MOST = 400;

/** Asks all of them, one after another; no answer is an error. */
export async function askAll(probes: readonly Probe[], ask: Asked): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const { question, method, path, body, means } of probes) {
    const response = await ask(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const answer = (await response.text()).slice(0, MOST);
    told.push({ question, status: response.status, answer, means: means(response.status) });
  }
  return told;
}
