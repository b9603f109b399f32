import { projectKeys } from './project-keys';
import { site } from './site';
import { mentionDocument } from './mention';
import { route } from '@forge/api';
import type { ListedIssueType } from '../../app/policy/ports';
import type { Jira } from '../../app/ports';
import type { LinkTypeFact } from '../../domain/policy/scope';
import { answered } from './answered';
import { approximateCount } from './approximate-count';
import { askForAll, askJira, askOrRefusal, isHidden } from './client';
import { gateReads } from './gate-reads';
import { issueSummaries } from './issue-summaries';
import { itemFields } from './item-fields';
import { itemsEver } from './items-ever';
import { openItemsJql } from './jql';
import { fieldsFor } from './items';
import { changedItems } from './changed-items';
import { lastMove } from './last-move';
import { INTERNAL } from './messages';
import { array, record, string } from '../read';
import { projects } from './projects';
import { rights } from './rights';
import { toIssueType, toWorkItem } from './work-item';

/** Jira gives at most this many issues a page when fields are asked for. */
const PAGE = 100;

function toListedType(value: unknown): ListedIssueType {
  const projectId = string(record(record(record(value)['scope'])['project'])['id']);
  return { ...toIssueType(value), ...(projectId !== '' && { projectId }) };
}

function toLinkType(value: unknown): LinkTypeFact {
  const { id, name, inward, outward } = record(value);
  return { id: string(id), name: string(name), inward: string(inward), outward: string(outward) };
}

export const jira: Jira = {
  ...gateReads,
  ...rights,

  ...projects,

  async openItems(projectKey, { reading, pageToken, ...filter }) {
    const answer = await askJira('user', route`/rest/api/3/search/jql`, {
      method: 'POST',
      body: {
        jql: openItemsJql(projectKey, filter),
        maxResults: PAGE,
        fields: fieldsFor(reading),
        ...(pageToken !== undefined && { nextPageToken: pageToken }),
      },
    });
    if (isHidden(answer)) return null;
    const body = record(answer);
    const nextPageToken = string(body['nextPageToken']);
    return {
      items: array(body['issues'])
        .map((issue) => toWorkItem(issue, reading))
        .filter((item) => item !== null),
      ...(nextPageToken !== '' && { nextPageToken }),
    };
  },

  async issueTypes(viewer) {
    return array(await askForAll(viewer, route`/rest/api/3/issuetype`)).map(toListedType);
  },

  async linkTypes(viewer) {
    const answer = await askForAll(viewer, route`/rest/api/3/issueLinkType`);
    return array(record(answer)['issueLinkTypes']).map(toLinkType);
  },

  async fieldIds(viewer) {
    return array(await askForAll(viewer, route`/rest/api/3/field`)).map((field) =>
      string(record(field)['id']),
    );
  },

  itemsEver,

  countOpenItems: (projectKey, filter) => approximateCount(openItemsJql(projectKey, filter)),

  async assignees(viewer, issueKeys) {
    const answer = await askJira(viewer, route`/rest/api/3/issue/bulkfetch`, {
      method: 'POST',
      body: { issueIdsOrKeys: issueKeys.slice(0, PAGE), fields: ['assignee'] },
    });
    if (isHidden(answer)) return null;
    return Object.fromEntries(
      array(record(answer)['issues']).flatMap((issue): [string, string][] => {
        const { key, fields } = record(issue);
        const accountId = string(record(record(fields)['assignee'])['accountId']);
        return accountId === '' ? [] : [[string(key), accountId]];
      }),
    );
  },

  issueSummaries,

  lastMove,

  changedItems,

  ...itemFields,

  ...site,

  ...projectKeys,

  async comment(issueKey, mention, paragraphs) {
    const body = mentionDocument(mention, paragraphs);
    answered(
      await askOrRefusal('app', route`/rest/api/3/issue/${issueKey}/comment`, {
        method: 'POST',
        body: { body, properties: [INTERNAL] },
      }),
      'comment',
    );
  },
};
