import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from '../../../packages/forge-sandbox/src/forge/expression/evaluate';
import { parseExpression } from '../../../packages/forge-sandbox/src/forge/expression/parse';
import { parse } from 'yaml';
import { z } from 'zod';
import { changedFields } from '../../../src/entry/field-events';
import { followUpsOf } from '../../../src/entry/issue-changed';
import { moveOf } from '../../../src/entry/moved-issue';

const filter = z.looseObject({
  expression: z.string().optional(),
  onError: z.string().optional(),
  appIsLicensed: z.boolean().optional(),
});
const manifest = z
  .object({
    modules: z.looseObject({
      trigger: z.array(
        z.looseObject({ key: z.string(), events: z.array(z.string()), filter: filter.optional() }),
      ),
      scheduledTrigger: z.array(z.looseObject({ key: z.string(), filter: z.undefined().optional() })),
      'jira:workflowValidator': z.tuple([
        z.looseObject({ configurationDescription: z.object({ expression: z.string() }) }),
      ]),
    }),
  })
  .parse(parse(readFileSync(join(__dirname, '../../../manifest.yml'), 'utf8'))).modules;

const updates = manifest.trigger.filter(({ events }) => events.includes('avi:jira:updated:issue'));

/** Fields as Jira writes them into changelogs, those of people's own invention among them. */
const FIELDS: readonly { readonly field: string; readonly fieldtype: string; readonly fieldId?: string }[] = [
  ...['status', 'assignee', 'issuetype', 'project', 'summary', 'description', 'labels', 'priority'].map(
    (field) => ({ field, fieldtype: 'jira', fieldId: field }),
  ),
  ...['Key', 'IssueParentAssociation', 'Parent', 'Link', 'Attachment', 'timespent'].map((field) => ({
    field,
    fieldtype: 'jira',
  })),
  ...['Epic Link', 'Owner', 'Rank', 'Sprint'].map((field, index) => ({
    field,
    fieldtype: 'custom',
    fieldId: `customfield_1002${index}`,
  })),
];

const statuses = [
  { id: '1', statusCategory: { key: 'new' } },
  { id: '9', statusCategory: { key: 'done' } },
];
const updateOf = (item: object) => ({
  eventType: 'avi:jira:updated:issue',
  issue: {
    id: '10001',
    key: 'EXP-1',
    fields: { assignee: { accountId: 'u-ops' }, status: statuses[1], project: { key: 'EXP' } },
  },
  changelog: { items: [{ from: '1', to: '9', fromString: 'EXP-9', ...item }] },
  associatedStatuses: statuses,
});

const passes = (event: object): unknown =>
  evaluate(parseExpression(updates[0]?.filter?.expression ?? ''), { event });

it.each(FIELDS)('an update that the app acts on passes the filter of its trigger: $field', (item) => {
  const event = updateOf(item);
  const acts =
    followUpsOf(event).length > 0 ||
    moveOf(event).length > 0 ||
    [...changedFields(event)].some((field) => !['Rank', 'Sprint'].includes(item.field) && field !== '');
  expect(passes(event)).toBe(acts);
});

it('an update of another shape than Jira documents is received and logged, not lost', () => {
  expect(updates).toHaveLength(1);
  expect(updates[0]?.filter?.onError).toBe('RECEIVE_AND_LOG');
  expect(() => passes({ issue: {} })).toThrow();
});

it('nothing that keeps data right, or reports it to Atlassian, waits for a licence', () => {
  for (const { filter: given } of manifest.trigger) expect(given?.appIsLicensed).toBeUndefined();
  expect(manifest.scheduledTrigger.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['weekly-review', 'personal-data']),
  );
});

it.each([
  [{ checkpoint: 'start', mode: 'enforce' }, 'Asked when work starts; refuses what is unmet.'],
  [
    { checkpoint: 'finish', mode: 'coach' },
    'Asked when work is finished; warns, or refuses where the project enforces.',
  ],
  [{ checkpoint: 'finish' }, 'Asked when work is finished; as firmly as the project decides.'],
  [{}, 'Names neither start nor finish: open it and save it; as firmly as the project decides.'],
])('a rule’s card says what it asks and how firmly: %j', (config, text) => {
  const { expression } = manifest['jira:workflowValidator'][0].configurationDescription;
  expect(evaluate(parseExpression(expression), { config })).toBe(text);
});
