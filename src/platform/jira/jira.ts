import { mentionDocument } from './mention';
import { assumeTrustedRoute, route } from '@forge/api';
import type { Shadow } from '../../app/fields/ports';
import type { ListedIssueType } from '../../app/policy/ports';
import type { Jira } from '../../app/ports';
import type { RawWorkItem, Reading, Viewer } from '../../app/subject/ports';
import { Refused } from '../unavailable';
import type { WorkItem } from '../../domain/gate/item';
import type { LinkTypeFact } from '../../domain/policy/scope';
import { askForAll, askJira, askOrRefusal, isHidden } from './client';
import { gateReads } from './gate-reads';
import { glimpses } from './glimpses';
import { itemsEver } from './items-ever';
import { openItemsJql } from './jql';
import { fieldIdOf } from './owner-field';
import { INTERNAL } from './messages';
import { array, isRecord, record, string } from './read';
import { toIssueType, toWorkItem } from './work-item';

/** Jira gives at most this many issues a page when fields are asked for. */
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
const fieldsFor = ({ ownerSource }: Reading): readonly string[] => {
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

function toListedType(value: unknown): ListedIssueType {
  const projectId = string(record(record(record(value)['scope'])['project'])['id']);
  return { ...toIssueType(value), ...(projectId !== '' && { projectId }) };
}

function toLinkType(value: unknown): LinkTypeFact {
  const { id, name, inward, outward } = record(value);
  return { id: string(id), name: string(name), inward: string(inward), outward: string(outward) };
}

async function permissions(
  query: URLSearchParams,
  wanted: readonly string[],
): Promise<Readonly<Record<string, boolean>>> {
  query.set('permissions', wanted.join(','));
  const answer = await askJira('user', assumeTrustedRoute(`/rest/api/3/mypermissions?${query.toString()}`));
  const granted = isHidden(answer) ? {} : record(record(answer)['permissions']);
  return Object.fromEntries(
    wanted.map((permission) => [permission, record(granted[permission])['havePermission'] === true]),
  );
}

/** `created` is an ISO string in one Jira endpoint and milliseconds in another. */
const toTime = (value: unknown): number => (typeof value === 'number' ? value : Date.parse(string(value)));

/** An answer that is one; a refusal is no answer, and nothing was done. */
function answered(answer: unknown, what: string): unknown {
  if (isHidden(answer)) throw new Refused(`${what}: status ${answer.status}`);
  return answer;
}

const shadowValue: Readonly<Record<string, (shadow: Shadow) => unknown>> = {
  'holdfast-dri': ({ dri }) => (dri === null ? null : { accountId: dri }),
  'holdfast-waiting-for': ({ waitingFor }) =>
    waitingFor.length === 0 ? null : waitingFor.map((accountId) => ({ accountId })),
  'holdfast-promised-by': ({ promisedBy }) =>
    promisedBy.length === 0 ? null : promisedBy.map((accountId) => ({ accountId })),
  'holdfast-gate': ({ gate }) => gate,
};

export const jira: Jira = {
  ...gateReads,

  async itemRights(issueKey) {
    const rights = await permissions(new URLSearchParams({ issueKey }), [
      'EDIT_ISSUES',
      'ADMINISTER_PROJECTS',
    ]);
    return { edit: rights['EDIT_ISSUES'] === true, administer: rights['ADMINISTER_PROJECTS'] === true };
  },

  async administersSite() {
    const rights = await permissions(new URLSearchParams(), ['ADMINISTER']);
    return rights['ADMINISTER'] === true;
  },

  async projectRights(projectKey) {
    const rights = await permissions(new URLSearchParams({ projectKey }), [
      'BROWSE_PROJECTS',
      'ADMINISTER_PROJECTS',
    ]);
    return {
      browse: rights['BROWSE_PROJECTS'] === true,
      administer: rights['ADMINISTER_PROJECTS'] === true,
    };
  },

  async projectById(projectId) {
    const [answer, rights] = await Promise.all([
      askJira('user', route`/rest/api/3/project/${projectId}`),
      permissions(new URLSearchParams({ projectId }), ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS']),
    ]);
    const projectKey = string(record(answer)['key']);
    if (isHidden(answer) || projectKey === '' || rights['BROWSE_PROJECTS'] !== true) return null;
    return { projectKey, administer: rights['ADMINISTER_PROJECTS'] === true };
  },

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

  async workItems(viewer, issueIds, reading) {
    const batches: string[][] = [];
    for (let i = 0; i < issueIds.length; i += PAGE) batches.push(issueIds.slice(i, i + PAGE));
    const items = (await Promise.all(batches.map((batch) => itemsBatch(viewer, batch, reading)))).flat();
    return new Map(items.map((item) => [item.issueId, item]));
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

  async projectId(projectKey) {
    const answer = await askJira('user', route`/rest/api/3/project/${projectKey}`);
    const id = string(record(answer)['id']);
    return isHidden(answer) || id === '' ? null : id;
  },

  itemsEver,

  async countOpenItems(projectKey, filter) {
    const answer = await askJira('user', route`/rest/api/3/search/approximate-count`, {
      method: 'POST',
      body: { jql: openItemsJql(projectKey, filter) },
    });
    const count = record(answer)['count'];
    return typeof count === 'number' ? count : 0;
  },

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

  glimpses,

  async lastMove(issueKey, toStatusId) {
    const answer = await askJira('app', route`/rest/api/3/changelog/bulkfetch`, {
      method: 'POST',
      body: { issueIdsOrKeys: [issueKey], fieldIds: ['status'] },
    });
    const histories = array(record(answered(answer, 'changelog'))['issueChangeLogs']).flatMap((log) =>
      array(record(log)['changeHistories']),
    );
    const moves = histories.filter(isRecord).filter((history) =>
      array(history['items'])
        .map(record)
        .some((change) => change['fieldId'] === 'status' && string(change['to']) === toStatusId),
    );
    const last = moves.sort((a, b) => toTime(a['created']) - toTime(b['created'])).at(-1);
    const accountId = string(record(last?.['author'])['accountId']);
    return last && accountId !== ''
      ? { historyId: string(last['id']), accountId, at: new Date(toTime(last['created'])).toISOString() }
      : null;
  },

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

  async writeShadow(item: RawWorkItem, shadow: Shadow) {
    const updates = Object.entries(item.shadowFields).flatMap(([moduleKey, customField]) => {
      const value = shadowValue[moduleKey];
      return value ? [{ customField, issueIds: [Number(item.issueId)], value: value(shadow) }] : [];
    });
    if (updates.length === 0) return;
    answered(
      await askOrRefusal('app', route`/rest/api/3/app/field/value`, { method: 'POST', body: { updates } }),
      'shadow fields',
    );
  },
};
