import { z } from 'zod';
import { changesBody, modifiedFields, readChanges } from '../changeset';
import { addComment } from '../comments';
import { objections } from '../validators';
import { applyStatus, applyValues, record } from '../edit';
import { JiraError, badFields, badRequest } from '../errors';
import { emitUpdated } from '../events';
import type { Issue, Transition } from '../model/types';
import { noContent, ok, parseBody, readExpand, visibleIssue, type Call, type Operation } from '../operation';
import { availableTransitions, transitionBean } from '../render/transitions';

const transitionBody = changesBody.extend({ transition: z.object({ id: z.coerce.string() }).optional() });

function chosen(call: Call, issue: Issue, id: string | undefined): Transition {
  if (id === undefined) throw badRequest("Missing 'transition' identifier");
  const available = availableTransitions(call.site, call.viewer, issue);
  const transition = available.find((one) => one.id === id);
  if (transition) return transition;
  const known = call.site.store.workflowOf(issue).transitions.find((one) => one.id === id);
  if (!known || available.length === 0)
    throw badRequest(`Transition id '${id}' is not valid for this issue.`);
  throw badRequest(
    `It seems that you have tried to perform a workflow operation (${known.name}) that is not valid for the current state of this issue (${issue.key}). ` +
      'The likely cause is that somebody has changed the issue recently, please look at the issue history for details.',
  );
}

export const transitionRoutes: readonly Operation[] = [
  {
    method: 'GET',
    path: '/issue/{issueIdOrKey}/transitions',
    scopes: ['read:jira-work'],
    query: ['expand', 'transitionId'],
    run(call) {
      const issue = visibleIssue(call);
      const expand = readExpand(call.query.getAll('expand'), ['transitions.fields']);
      const wanted = call.query.get('transitionId');
      const transitions = availableTransitions(call.site, call.viewer, issue).filter(
        (one) => wanted === null || one.id === wanted,
      );
      return ok({
        expand: 'transitions',
        transitions: transitions.map((one) =>
          transitionBean(call.site, call.viewer, issue, one, expand.has('transitions.fields')),
        ),
      });
    },
  },
  {
    method: 'POST',
    path: '/issue/{issueIdOrKey}/transitions',
    scopes: ['write:jira-work'],
    query: [],
    async run(call) {
      const { site, viewer } = call;
      const issue = visibleIssue(call);
      const body = parseBody(transitionBody, call.body);
      const transition = chosen(call, issue, body.transition?.id);
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
      return noContent();
    },
  },
];
