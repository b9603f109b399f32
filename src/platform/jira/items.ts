import { route } from '@forge/api';
import type { Jira } from '../../app/ports';
import type { Reading, Viewer } from '../../app/subject/ports';
import type { WorkItem } from '../../domain/gate/item';
import { askJira, isHidden } from './client';
import { fieldIdOf } from './owner-field';
import { array, record } from '../read';
import { toWorkItem } from './work-item';

/** Jira gives at most this many issues at once. */
const PAGE = 100;

const REPORT_FIELDS = [
  'summary',
  'issuetype',
  'status',
  'project',
  'issuelinks',
  'assignee',
  'components',
  'fixVersions',
  'parent',
];

/** The fields a line of the report and its verdict need. */
export const fieldsFor = ({ ownerSource }: Reading): readonly string[] => {
  const ownerField = fieldIdOf(ownerSource);
  return ownerField === null ? REPORT_FIELDS : [...new Set([...REPORT_FIELDS, ownerField])];
};

async function itemsBatch(
  viewer: Viewer,
  issueIds: readonly string[],
  reading: Reading,
): Promise<readonly WorkItem[]> {
  const answer = await askJira(viewer, route`/rest/api/3/issue/bulkfetch`, {
    method: 'POST',
    body: { issueIdsOrKeys: issueIds, fields: fieldsFor(reading) },
  });
  // What the viewer may not see is left out of an answer; an answer that is none leaves out everything.
  return isHidden(answer)
    ? []
    : array(record(answer)['issues'])
        .map((issue) => toWorkItem(issue, reading))
        .filter((item) => item !== null);
}

/** Items by id, a hundred a call. */
export const workItems: Jira['workItems'] = async (viewer, issueIds, reading) => {
  const batches: string[][] = [];
  for (let i = 0; i < issueIds.length; i += PAGE) batches.push(issueIds.slice(i, i + PAGE));
  const items = (await Promise.all(batches.map((batch) => itemsBatch(viewer, batch, reading)))).flat();
  return new Map(items.map((item) => [item.issueId, item]));
};
