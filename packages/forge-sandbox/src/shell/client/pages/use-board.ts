import { useState } from 'react';
import { isForgeField } from '../app/fields';
import { HttpError } from '../app/http';
import { boardIssues, doTransition, getFields, getIssue, getTransitions, projectStatuses } from '../app/jira';
import { announce } from '../app/live';
import type { Issue, Project, Status, Transition } from '../app/shapes';
import { useLoad } from '../app/use-load';
import { useWorld } from '../app/world';

/** A move that Jira refused, in its own words. */
export interface Refusal {
  readonly issue: Issue;
  readonly to: Status;
  readonly messages: readonly string[];
}

const SYSTEM_FIELDS = ['summary', 'status', 'issuetype', 'assignee', 'parent'];

/** A project's cards and columns, and moving cards between them. */
export const useBoard = (project: Project, onlyEpics: boolean) => {
  const { client } = useWorld();
  const [moved, setMoved] = useState<ReadonlyMap<string, Issue>>(new Map());
  const [moving, setMoving] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();

  const [board, reload] = useLoad(`${project.key} ${onlyEpics}`, async () => {
    const forgeFields = (await getFields(client)).filter(isForgeField);
    const names = [...SYSTEM_FIELDS, ...forgeFields.map(({ id }) => id)];
    const [statuses, found] = await Promise.all([
      projectStatuses(client, project.key),
      boardIssues(client, project.key, names, onlyEpics),
    ]);
    return { statuses, forgeFields, names, ...found };
  });

  const transitionsOf = (issue: Issue): Promise<Transition[]> => getTransitions(client, issue.key);

  /** Asks Jira to move a card; until it answers the card shows as being on its way, and it stays where it was if refused. */
  const move = async (issue: Issue, transition: Transition): Promise<void> => {
    setMoving(issue.key);
    try {
      await doTransition(client, issue.key, transition.id);
      // Search may lag behind a write, so the card is read by its key.
      const names = board.state === 'ready' ? board.value.names : SYSTEM_FIELDS;
      const fresh = await getIssue(client, issue.key, names.join(','));
      setMoved((before) => new Map(before).set(issue.key, fresh));
      announce(`${issue.key} moved to ${fresh.fields.status.name}.`);
    } catch (error) {
      const messages =
        error instanceof HttpError && error.messages.length > 0 ? error.messages : [String(error)];
      setRefusal({ issue, to: transition.to, messages });
      announce(`${issue.key} was not moved.`);
    } finally {
      setMoving(undefined);
    }
  };

  const issues =
    board.state === 'ready' ? board.value.issues.map((issue) => moved.get(issue.key) ?? issue) : [];
  return {
    board,
    issues,
    reload,
    moving,
    move,
    transitionsOf,
    refusal,
    dismiss: () => setRefusal(undefined),
  };
};
