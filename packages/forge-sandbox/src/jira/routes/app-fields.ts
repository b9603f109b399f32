import { z } from 'zod';
import { applyValues, record } from '../edit';
import { badFields, badRequest, forbidden, notFound } from '../errors';
import { emitUpdated } from '../events';
import type { Field } from '../fields/field';
import { readValue } from '../fields/read';
import type { Issue, Stored } from '../model/types';
import { noContent, parseBody, type Call, type Operation } from '../operation';
import { canSee } from '../permissions';

const updates = z.strictObject({
  updates: z.array(z.strictObject({ issueIds: z.array(z.number().int()).min(1), value: z.unknown() })).min(1),
});

const bulkUpdates = z.strictObject({
  updates: z
    .array(
      z.strictObject({
        customField: z.string(),
        issueIds: z.array(z.number().int()).min(1),
        value: z.unknown(),
      }),
    )
    .min(1),
});

interface Write {
  readonly issue: Issue;
  readonly field: Field;
  readonly value: Stored;
}

/** The app's own field, by `customfield_NNNNN`, by key, or by the module key that both end with. */
function ownField(call: Call, idOrKey: string): Field {
  if (!call.viewer.fromApp) throw forbidden('Only the app that owns the custom field can update its value.');
  const fields = [...call.site.store.fields.values()];
  const field = fields.find(
    (one) => one.id === idOrKey || (one.forge && (one.key === idOrKey || one.forge.key === idOrKey)),
  );
  if (!field) throw notFound(`The custom field was not found: ${idOrKey}`);
  if (!field.forge) throw forbidden('Only the app that owns the custom field can update its value.');
  return field;
}

/** Reads everything first: one bad value or unknown issue, and nothing is written. */
function plan(call: Call, field: Field, issueIds: readonly number[], input: unknown): Write[] {
  return issueIds.map((id) => {
    const issue = call.site.store.issues.get(String(id));
    if (!issue) throw notFound(`The issue was not found: ${id}`);
    const { archived } = call.site.store.projectOf(issue);
    if (archived === true || !canSee(call.site, call.viewer, issue))
      throw forbidden(`The app does not have permission to update the issue: ${id}`);
    const read = readValue(call.site, call.site.store.projectOf(issue), field, input ?? null);
    if ('problem' in read) throw badFields({ [field.id]: read.problem });
    return { issue, field, value: read.value };
  });
}

function write(call: Call, writes: readonly Write[]): void {
  const silent = call.query.get('generateChangelog') === 'false';
  for (const { issue, field, value } of writes) {
    const items = applyValues(call.site, issue, new Map([[field.id, value]]));
    const change = silent ? undefined : record(call.site, call.viewer, issue, items);
    if (change) emitUpdated(call.site, call.viewer, issue, change);
  }
}

export const appFieldRoutes: readonly Operation[] = [
  {
    method: 'PUT',
    path: '/app/field/{fieldIdOrKey}/value',
    scopes: [],
    query: ['generateChangelog'],
    run(call) {
      const field = ownField(call, call.params['fieldIdOrKey'] ?? '');
      const body = parseBody(updates, call.body);
      write(
        call,
        body.updates.flatMap((update) => plan(call, field, update.issueIds, update.value)),
      );
      return noContent();
    },
  },
  {
    method: 'POST',
    path: '/app/field/value',
    scopes: [],
    query: ['generateChangelog'],
    run(call) {
      const body = parseBody(bulkUpdates, call.body);
      const count = body.updates.reduce((sum, update) => sum + update.issueIds.length, 0);
      if (count > 1000) throw badRequest('A maximum of 1000 issue values can be updated at once.');
      write(
        call,
        body.updates.flatMap((update) =>
          plan(call, ownField(call, update.customField), update.issueIds, update.value),
        ),
      );
      return noContent();
    },
  },
];
