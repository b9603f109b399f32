import type { Field } from '../fields/field';
import type { Issue, JsonObject, Transition } from '../model/types';
import { can } from '../permissions';
import type { Site, Viewer } from '../site';
import { statusDetails } from './things';

export const leaves = (transition: Transition, statusId: string): boolean =>
  transition.from === 'any' || transition.from.includes(statusId);

/** What the viewer may do with the issue from where it stands; nothing without the permission. */
export function availableTransitions(site: Site, viewer: Viewer, issue: Issue): readonly Transition[] {
  if (!can(viewer, 'TRANSITION_ISSUES', site.store.projectOf(issue), issue)) return [];
  return site.store.workflowOf(issue).transitions.filter((transition) => leaves(transition, issue.statusId));
}

/** A field as screens describe it. */
export function fieldMeta(field: Field): JsonObject {
  return {
    required: field.id === 'summary',
    schema: { ...field.schema },
    name: field.name,
    key: field.id,
    operations: field.value?.list ? ['add', 'set', 'remove'] : ['set'],
  };
}

export function transitionBean(
  site: Site,
  viewer: Viewer,
  issue: Issue,
  transition: Transition,
  withFields: boolean,
): JsonObject {
  const to = site.store.statuses.get(transition.to);
  const fields = transition.screen.flatMap((id) => site.store.fields.get(id) ?? []);
  return {
    id: transition.id,
    name: transition.name,
    ...(to ? { to: statusDetails(site, viewer, to) } : {}),
    hasScreen: transition.screen.length > 0,
    isGlobal: transition.from === 'any',
    isInitial: false,
    isAvailable: availableTransitions(site, viewer, issue).includes(transition),
    isConditional: false,
    isLooped: transition.to === issue.statusId,
    ...(withFields
      ? { fields: Object.fromEntries(fields.map((field) => [field.id, fieldMeta(field)])) }
      : {}),
  };
}
