import { z } from 'zod';
import { changesBody } from '../changeset';
import { noContent, ok, parseBody, readExpand, visibleIssue, type Operation } from '../operation';
import { availableTransitions, transitionBean } from '../render/transitions';
import { transitionIssue } from '../transition';

const transitionBody = changesBody.extend({ transition: z.object({ id: z.coerce.string() }).optional() });

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
      const body = parseBody(transitionBody, call.body);
      await transitionIssue(call.site, call.viewer, visibleIssue(call), body.transition?.id, body);
      return noContent();
    },
  },
];
