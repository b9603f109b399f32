import { modifiedFields, readChanges, type ChangesBody } from './changeset';
import { addComment } from './comments';
import { applyStatus, applyValues, record } from './edit';
import { JiraError, badFields, badRequest } from './errors';
import { emitUpdated } from './events';
import type { Issue, Transition } from './model/types';
import { availableTransitions } from './render/transitions';
import type { Site, Viewer } from './site';
import { objections } from './validators';

function chosen(site: Site, viewer: Viewer, issue: Issue, id: string | undefined): Transition {
  if (id === undefined) throw badRequest("Missing 'transition' identifier");
  const available = availableTransitions(site, viewer, issue);
  const transition = available.find((one) => one.id === id);
  if (transition) return transition;
  const known = site.store.workflowOf(issue).transitions.find((one) => one.id === id);
  if (!known || available.length === 0)
    throw badRequest(`Transition id '${id}' is not valid for this issue.`);
  throw badRequest(
    `It seems that you have tried to perform a workflow operation (${known.name}) that is not valid for the current state of this issue (${issue.key}). ` +
      'The likely cause is that somebody has changed the issue recently, please look at the issue history for details.',
  );
}

/**
 * Moves an issue by one of its transitions: every validator is asked before anything changes.
 *
 * @throws JiraError 400 for what permissions, workflow, screen or a validator refuse; 409 when it moved meanwhile
 */
export async function transitionIssue(
  site: Site,
  viewer: Viewer,
  issue: Issue,
  transitionId: string | undefined,
  body: ChangesBody,
): Promise<void> {
  const transition = chosen(site, viewer, issue, transitionId);
  const allowed = new Set(transition.screen);
  const changes = readChanges(site, viewer, site.store.projectOf(issue), body, { issue, allowed });
  if (Object.keys(changes.errors).length > 0) throw badFields(changes.errors);
  const from = issue.statusId;
  const refused = await objections(site, transition, {
    issue: { key: issue.key },
    from: { id: issue.statusId },
    modifiedFields: modifiedFields(site, viewer, issue, changes.values),
  });
  if (refused.length > 0) throw new JiraError(400, refused);
  // Validators take their time; somebody else may have moved or deleted the issue meanwhile.
  if (issue.statusId !== from || !site.store.issues.has(issue.id)) {
    throw new JiraError(409, ['The issue was changed while this transition was running. Try again.']);
  }
  const items = [...applyValues(site, issue, changes.values), ...applyStatus(site, issue, transition.to)];
  const change = record(site, viewer, issue, items);
  for (const document of changes.comments) addComment(site, viewer, issue, document);
  if (change) emitUpdated(site, viewer, issue, change);
}
