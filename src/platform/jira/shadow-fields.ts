import { route } from '@forge/api';
import type { JiraFields, Shadow } from '../../app/fields/ports';
import { answered } from './answered';
import { askOrRefusal } from './client';

const shadowValue: Readonly<Record<string, (shadow: Shadow) => unknown>> = {
  'holdfast-dri': ({ dri }) => (dri === null ? null : { accountId: dri }),
  'holdfast-waiting-for': ({ waitingFor }) =>
    waitingFor.length === 0 ? null : waitingFor.map((accountId) => ({ accountId })),
  'holdfast-promised-by': ({ promisedBy }) =>
    promisedBy.length === 0 ? null : promisedBy.map((accountId) => ({ accountId })),
  'holdfast-gate': ({ gate }) => gate,
};

/** Each field by its module's key; what the app has no field for is left out. */
export const writeShadow: JiraFields['writeShadow'] = async (item, shadow) => {
  const updates = Object.entries(item.shadowFields).flatMap(([moduleKey, customField]) => {
    const value = shadowValue[moduleKey];
    return value ? [{ customField, issueIds: [Number(item.issueId)], value: value(shadow) }] : [];
  });
  if (updates.length === 0) return;
  answered(
    await askOrRefusal('app', route`/rest/api/3/app/field/value`, { method: 'POST', body: { updates } }),
    'shadow fields',
  );
};
