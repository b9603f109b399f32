import { useState } from 'react';
import { Dialog } from '../app/Dialog';
import { cloneIssue, deleteIssue, heldPermissions, moveIssue } from '../app/jira';
import { MoreIcon } from '../app/icons';
import { notifyFailure, reloadWith } from '../app/live';
import { Popover } from '../app/Popover';
import type { Issue, Project } from '../app/shapes';
import { Button, Failure } from '../app/ui';
import { useLoad } from '../app/use-load';
import { useWorld } from '../app/world';

const NEEDED = ['CREATE_ISSUES', 'MOVE_ISSUES', 'DELETE_ISSUES'] as const;

/** Runs a change that ends on another page; keeps the dialog and says why when Jira refuses. */
const useChange = () => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const run = async (change: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await change();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
      setBusy(false);
    }
  };
  return { busy, error, run };
};

const MoveDialog = ({ issue, project, onClose }: { issue: Issue; project: Project; onClose: () => void }) => {
  const { client, projects } = useWorld();
  const others = projects.filter(({ key }) => key !== project.key);
  const [chosen, setChosen] = useState(others[0]?.key ?? '');
  const { busy, error, run } = useChange();
  const move = () =>
    run(async () => {
      const key = await moveIssue(client, issue, chosen);
      reloadWith(`${issue.key} is ${key} now`, undefined, `/browse/${key}`);
    });
  return (
    <Dialog
      title={`Move ${issue.key}`}
      onClose={onClose}
      footer={
        <>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button look="primary" disabled={busy || chosen === ''} onClick={() => void move()}>
            Move
          </Button>
        </>
      }
    >
      {error && <Failure what={`${issue.key} was not moved`} error={error} />}
      <p>Its key changes; the old one goes on leading to it. No workflow rule is asked.</p>
      <label className="move-target">
        Project
        <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {others.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </Dialog>
  );
};

const DeleteDialog = ({
  issue,
  project,
  onClose,
}: {
  issue: Issue;
  project: Project;
  onClose: () => void;
}) => {
  const { client } = useWorld();
  const { busy, error, run } = useChange();
  const remove = () =>
    run(async () => {
      await deleteIssue(client, issue.key);
      reloadWith(`${issue.key} was deleted`, undefined, `/projects/${project.key}/board`);
    });
  return (
    <Dialog
      title={`Delete ${issue.key}?`}
      onClose={onClose}
      footer={
        <>
          <Button look="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button look="danger" disabled={busy} onClick={() => void remove()}>
            Delete
          </Button>
        </>
      }
    >
      {error && <Failure what={`${issue.key} was not deleted`} error={error} />}
      <p>It is gone for good, with its comments and sub-tasks.</p>
    </Dialog>
  );
};

/** What can be done with a whole work item: clone, move to another project, delete. */
export const IssueMenu = ({ issue, project }: { issue: Issue; project: Project }) => {
  const { client } = useWorld();
  const [held] = useLoad(project.key, () => heldPermissions(client, NEEDED, project.key));
  const [asking, setAsking] = useState<'move' | 'delete'>();
  if (held.state !== 'ready' || held.value.size === 0) return null;
  const clone = () =>
    cloneIssue(client, issue.key)
      .then(({ key }) => reloadWith(`${key} is a clone of ${issue.key}`, undefined, `/browse/${key}`))
      .catch((error: unknown) => notifyFailure(`${issue.key} was not cloned`, error));
  const entries = [
    ['CREATE_ISSUES', 'Clone', () => void clone()],
    ['MOVE_ISSUES', 'Move…', () => setAsking('move')],
    ['DELETE_ISSUES', 'Delete…', () => setAsking('delete')],
  ] as const;
  return (
    <>
      <Popover
        title={`Actions on ${issue.key}`}
        name={`Actions on ${issue.key}`}
        className="button button-subtle button-square"
        label={<MoreIcon />}
      >
        {(close) => (
          <ul className="menu">
            {entries
              .filter(([permission]) => held.value.has(permission))
              .map(([permission, words, act]) => (
                <li key={permission}>
                  <button
                    type="button"
                    className="menu-item"
                    onClick={() => {
                      close();
                      act();
                    }}
                  >
                    <span className="menu-text">{words}</span>
                  </button>
                </li>
              ))}
          </ul>
        )}
      </Popover>
      {asking === 'move' && (
        <MoveDialog issue={issue} project={project} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'delete' && (
        <DeleteDialog issue={issue} project={project} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
};
