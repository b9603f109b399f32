import { route } from '@forge/api';
import type { ItemHistories, ItemToday } from '../../app/report/ports';
import type { Reading, Viewer } from '../../app/subject/ports';
import { approximateCount } from './approximate-count';
import { toBlockingLinks } from './blockers';
import { changelogs } from './changelogs';
import { askForAll, askJira, isHidden } from './client';
import { itemsMovedJql } from './jql';
import { fieldIdOf } from './owner-field';
import { array, record, string } from '../read';
import { toStatus, toWorkItem } from './work-item';

/** Jira gives and takes at most this many issues at once when fields are asked for. */
const PAGE = 100;

const FIELDS = ['summary', 'issuetype', 'status', 'project', 'created', 'issuelinks'];

function toItemToday(issue: unknown, reading: Reading): ItemToday | null {
  const item = toWorkItem(issue, reading);
  if (!item) return null;
  const fields = record(record(issue)['fields']);
  const created = Date.parse(string(fields['created']));
  return {
    issueId: item.issueId,
    issueKey: item.issueKey,
    projectKey: item.projectKey,
    projectId: item.projectId,
    issueType: item.issueType,
    type: item.type,
    summary: item.summary,
    createdAt: new Date(Number.isNaN(created) ? 0 : created).toISOString(),
    statusId: item.status.id,
    ownerField: item.ownerField,
    blockerKeys: toBlockingLinks(fields['issuelinks'], reading).map(({ issueKey }) => issueKey),
    people: item.people,
  };
}

const toItemsToday = (issues: unknown, reading: Reading): readonly ItemToday[] =>
  array(issues)
    .map((issue) => toItemToday(issue, reading))
    .filter((item) => item !== null);

async function itemsBatch(keys: readonly string[], viewer: Viewer): Promise<readonly ItemToday[]> {
  // One that is hidden is left out of an answer; a refusal of them all is no answer, and would loosen every figure.
  const answer = await askForAll(viewer, route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    body: { issueIdsOrKeys: keys, fields: ['summary', 'issuetype', 'status', 'project', 'created'] },
  });
  return toItemsToday(record(answer)['issues'], { ownerSource: { kind: 'charter' }, waitsFor: [] });
}

export const itemHistories: ItemHistories = {
  ...changelogs,

  async itemsMoved(projectKey, { issueTypes, to }, { reading, pageToken }) {
    const ownerField = fieldIdOf(reading.ownerSource);
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
      items: toItemsToday(body['issues'], reading),
      ...(nextPageToken !== '' && { nextPageToken }),
    };
  },

  countItemsMoved: (projectKey, { issueTypes, to }) =>
    approximateCount(itemsMovedJql(projectKey, issueTypes, to)),

  async itemsToday(issueKeys, viewer = 'user') {
    const batches: string[][] = [];
    for (let i = 0; i < issueKeys.length; i += PAGE) batches.push(issueKeys.slice(i, i + PAGE));
    const items = (await Promise.all(batches.map((batch) => itemsBatch(batch, viewer)))).flat();
    return new Map(items.map((item) => [item.issueKey, item]));
  },

  async statusCategories(viewer = 'user') {
    const answer = await askForAll(viewer, route`/rest/api/3/status`);
    return new Map(array(answer).map((status) => [toStatus(status).id, toStatus(status).category]));
  },
};
