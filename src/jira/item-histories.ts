import { route } from '@forge/api';
import type { ItemHistories, ItemToday } from '../app/ports-history';
import type { OwnerSource } from '../domain/policy/policy';
import { toBlockingLinks } from './blockers';
import { changelogs } from './changelogs';
import { askJira, isHidden } from './client';
import { itemsMovedJql } from './jql';
import { fieldIdOf } from './owner-field';
import { array, record, string } from './read';
import { toStatus, toWorkItem } from './work-item';

/** Jira gives and takes at most this many issues at once when fields are asked for. */
const PAGE = 100;

const FIELDS = ['summary', 'issuetype', 'status', 'project', 'created', 'issuelinks'];

function toItemToday(issue: unknown, source: OwnerSource): ItemToday | null {
  const item = toWorkItem(issue, source);
  if (!item) return null;
  const fields = record(record(issue)['fields']);
  const created = Date.parse(string(fields['created']));
  return {
    issueId: item.issueId,
    issueKey: item.issueKey,
    projectKey: item.projectKey,
    issueType: item.issueType,
    summary: item.summary,
    createdAt: new Date(Number.isNaN(created) ? 0 : created).toISOString(),
    statusId: item.status.id,
    ownerField: item.ownerField,
    blockerKeys: toBlockingLinks(fields['issuelinks']).map(({ issueKey }) => issueKey),
    people: item.people,
  };
}

const toItemsToday = (issues: unknown, source: OwnerSource): readonly ItemToday[] =>
  array(issues)
    .map((issue) => toItemToday(issue, source))
    .filter((item) => item !== null);

async function itemsBatch(keys: readonly string[]): Promise<readonly ItemToday[]> {
  const answer = await askJira('user', route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    body: { issueIdsOrKeys: keys, fields: ['summary', 'issuetype', 'status', 'project', 'created'] },
  });
  // Refused as a whole is the same as hidden one by one.
  return isHidden(answer) ? [] : toItemsToday(record(answer)['issues'], { kind: 'charter' });
}

export const itemHistories: ItemHistories = {
  ...changelogs,

  async itemsMoved(projectKey, { issueTypes, to }, { ownerSource, pageToken }) {
    const ownerField = fieldIdOf(ownerSource);
    const answer = await askJira('user', route`/rest/api/3/search/jql`, {
      method: 'POST',
      body: {
        jql: itemsMovedJql(projectKey, issueTypes, to),
        maxResults: PAGE,
        fields: ownerField === null ? FIELDS : [...FIELDS, ownerField],
        ...(pageToken !== undefined && { nextPageToken: pageToken }),
      },
    });
    if (isHidden(answer)) return null;
    const body = record(answer);
    const nextPageToken = string(body['nextPageToken']);
    return {
      items: toItemsToday(body['issues'], ownerSource),
      ...(nextPageToken !== '' && { nextPageToken }),
    };
  },

  async countItemsMoved(projectKey, { issueTypes, to }) {
    const answer = await askJira('user', route`/rest/api/3/search/approximate-count`, {
      method: 'POST',
      body: { jql: itemsMovedJql(projectKey, issueTypes, to) },
    });
    const count = record(answer)['count'];
    return typeof count === 'number' ? count : 0;
  },

  async itemsToday(issueKeys) {
    const batches: string[][] = [];
    for (let i = 0; i < issueKeys.length; i += PAGE) batches.push(issueKeys.slice(i, i + PAGE));
    const items = (await Promise.all(batches.map(itemsBatch))).flat();
    return new Map(items.map((item) => [item.issueKey, item]));
  },

  async statusCategories() {
    const answer = await askJira('user', route`/rest/api/3/status`);
    return new Map(array(answer).map((status) => [toStatus(status).id, toStatus(status).category]));
  },
};
