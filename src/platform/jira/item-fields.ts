import { route } from '@forge/api';
import type { FieldChange, ItemWithFields, JiraFields } from '../../app/fields/ports';
import { projectOf } from '../../domain/values';
import { array, record, string } from '../read';
import { answered } from './answered';
import { askForAll, askJira, askOrRefusal, isHidden } from './client';
import { fieldsJql } from './fields-jql';
import { ownFieldOf, currentFieldsIn, written, type FieldIds } from './own-fields';
import { toIssueType } from './work-item';

let known: FieldIds | undefined;

/** Jira's ids of our fields: the same as long as the app is installed, so one instance asks once. */
async function fieldIds(): Promise<FieldIds> {
  if (known) return known;
  const fields = array(await askForAll('app', route`/rest/api/3/field`)).map(record);
  const found = Object.fromEntries(
    fields.flatMap(({ id, schema }): [string, string][] => {
      const name = ownFieldOf(schema);
      return name === undefined ? [] : [[name, string(id)]];
    }),
  );
  // A site that just installed the app may not list them yet.
  if (Object.keys(found).length > 0) known = found;
  return found;
}

const READ = ['project', 'issuetype'];

function toItem(ids: FieldIds, value: unknown): readonly ItemWithFields[] {
  const issue = record(value);
  const [issueId, issueKey] = [string(issue['id']), string(issue['key'])];
  const fields = record(issue['fields']);
  if (issueId === '' || issueKey === '') return [];
  const project = record(fields['project']);
  return [
    {
      issueId,
      issueKey,
      projectId: string(project['id']),
      projectKey: string(project['key']) || projectOf(issueKey),
      type: toIssueType(fields['issuetype']),
      currentFields: currentFieldsIn(ids, fields),
    },
  ];
}

const itemsIn = (ids: FieldIds, answer: unknown): readonly ItemWithFields[] =>
  array(record(answer)['issues']).flatMap((issue) => toItem(ids, issue));

/** Values that several items share go as one update. */
function updatesOf(changes: readonly FieldChange[]): readonly unknown[] {
  const updates = new Map<string, { customField: string; issueIds: number[]; value: unknown }>();
  for (const change of changes) {
    const value = written(change);
    const key = JSON.stringify([change.fieldId, value]);
    const same = updates.get(key) ?? { customField: change.fieldId, issueIds: [], value };
    same.issueIds.push(Number(change.issueId));
    updates.set(key, same);
  }
  return [...updates.values()];
}

export const itemFields: JiraFields = {
  async itemsWithFields(idsOrKeys) {
    const ids = await fieldIds();
    const answer = await askJira('app', route`/rest/api/3/issue/bulkfetch`, {
      method: 'POST',
      body: { issueIdsOrKeys: idsOrKeys, fields: [...READ, ...Object.values(ids)] },
    });
    return isHidden(answer) ? [] : itemsIn(ids, answer);
  },

  async searchFields(where, scope, { most, pageToken }) {
    const ids = await fieldIds();
    const jql = fieldsJql(where, scope, [ids.gate, ids.openPromises]);
    if (jql === null) return { items: [] };
    const answer = await askJira('app', route`/rest/api/3/search/jql`, {
      method: 'POST',
      body: {
        jql,
        maxResults: most,
        fields: [...READ, ...Object.values(ids)],
        ...(pageToken !== undefined && { nextPageToken: pageToken }),
      },
    });
    if (isHidden(answer)) return { items: [] };
    const nextPageToken = string(record(answer)['nextPageToken']);
    return { items: itemsIn(ids, answer), ...(nextPageToken !== '' && { nextPageToken }) };
  },

  async writeFields(changes) {
    if (changes.length === 0) return;
    answered(
      await askOrRefusal('app', route`/rest/api/3/app/field/value?generateChangelog=false`, {
        method: 'POST',
        body: { updates: updatesOf(changes) },
      }),
      'the fields of our own',
    );
  },
};
