import { getAppContext, route } from '@forge/api';
import { Refused, Unavailable } from '../unavailable';
import type { MessageItem, Messages } from '../../app/notices/ports';
import { askJira, askOrRefusal, isHidden } from './client';
import { mentionDocument, mentions } from './mention';
import { array, record, string } from '../read';
import { sights } from './sights';

/** Most issues `bulkfetch` takes at once. */
const ITEMS = 100;

/** Under this a comment of ours keeps what it tells. */
const TOLD = 'holdfast.told';

/** In a service project a comment reaches customers unless it says that it is meant for the team. */
export const INTERNAL = { key: 'sd.public.comment', value: { internal: true } };

/** Comments looked through for what was told before: the newest. */
const LOOKED_AT = 100;

/** What `notify` answers where outgoing mail is switched off, or no server is set up. */
const MAIL_IS_OFF = 403;

const categories: Readonly<Record<string, MessageItem['category']>> = { new: 'new', done: 'done' };

function toItem(issue: unknown): MessageItem {
  const { id, key, fields } = record(issue);
  const { summary, status } = record(fields);
  return {
    issueId: string(id),
    issueKey: string(key),
    summary: string(summary),
    category: categories[string(record(record(status)['statusCategory'])['key'])] ?? 'indeterminate',
  };
}

async function fetchItems(idsOrKeys: readonly string[]): Promise<readonly MessageItem[]> {
  const answer = await askJira('app', route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    body: { issueIdsOrKeys: idsOrKeys, fields: ['summary', 'status'] },
  });
  if (isHidden(answer)) throw new Refused(`work items: status ${answer.status}`);
  return array(record(answer)['issues']).map(toItem);
}

/** Mails, comments and what must be known before, all in the app's name: a person may not be at work. */
export const messages: Messages = {
  async items(idsOrKeys) {
    const batches: string[][] = [];
    for (let i = 0; i < idsOrKeys.length; i += ITEMS) batches.push(idsOrKeys.slice(i, i + ITEMS));
    return (await Promise.all(batches.map(fetchItems))).flat();
  },

  sights,

  async projectLead(projectKey) {
    const answer = await askJira('app', route`/rest/api/3/project/${projectKey}`);
    if (isHidden(answer)) return undefined;
    const accountId = string(record(record(answer)['lead'])['accountId']);
    return accountId === '' ? null : accountId;
  },

  async siteUrl() {
    const url = string(record(await askJira('app', route`/rest/api/3/serverInfo`))['baseUrl']);
    if (url === '') throw new Unavailable('jira', 'the site did not say its address');
    return url.replace(/\/+$/, '');
  },

  commitmentsUrl(site) {
    const { appAri, environmentAri } = getAppContext();
    return `${site}/jira/apps/${appAri.appId}/${environmentAri.environmentId}`;
  },

  async toldOn(issueKey, accountId) {
    const answer = await askJira(
      'app',
      route`/rest/api/3/issue/${issueKey}/comment?orderBy=${'-created'}&maxResults=${LOOKED_AT}`,
    );
    if (isHidden(answer)) return null;
    const ids = array(record(answer)['comments'])
      .map(record)
      .filter(({ body }) => mentions(body, accountId))
      .map(({ id }) => Number(string(id)));
    if (ids.length === 0) return new Set();
    const listed = await askJira('app', route`/rest/api/3/comment/list?expand=${'properties'}`, {
      method: 'POST',
      body: { ids },
    });
    if (isHidden(listed)) return null;
    return new Set(
      array(record(listed)['values'])
        .flatMap((comment) => array(record(comment)['properties']).map(record))
        .filter(({ key }) => key === TOLD)
        .flatMap(({ value }) => array(record(value)['steps']).map(string)),
    );
  },

  async mention(issueKey, person, paragraphs, steps) {
    const answer = await askOrRefusal('app', route`/rest/api/3/issue/${issueKey}/comment`, {
      method: 'POST',
      body: {
        body: mentionDocument(person, paragraphs),
        properties: [INTERNAL, { key: TOLD, value: { steps } }],
      },
    });
    return !isHidden(answer);
  },

  async mail(issueKey, to, subject, textBody) {
    const answer = await askOrRefusal('app', route`/rest/api/3/issue/${issueKey}/notify`, {
      method: 'POST',
      body: {
        subject,
        textBody,
        to: { users: [{ accountId: to }] },
        // Jira itself looks whether the person may see the item, which nobody may have proven before. The key is the
        // one of Atlassian's example; the permission is called BROWSE_PROJECTS everywhere else.
        restrict: { permissions: [{ key: 'BROWSE' }] },
      },
    });
    if (!isHidden(answer)) return 'sent';
    return answer.status === MAIL_IS_OFF ? 'off' : 'refused';
  },
};
