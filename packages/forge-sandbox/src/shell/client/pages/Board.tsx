import { useRef, useState } from 'react';
import { BOARD_LIMIT } from '../app/jira';
import { notify, notifyFailure } from '../app/live';
import type { Issue, Project, Status, Transition } from '../app/shapes';
import { useTitle } from '../app/title';
import { Failure, Skeleton } from '../app/ui';
import { Card } from './Card';
import { Column, type Drop } from './Column';
import { RefusalDialog } from './RefusalDialog';
import { useBoard } from './use-board';

interface Drag {
  readonly issue: Issue;
  /** Known a moment after the drag starts; until then every column looks open. */
  readonly transitions: readonly Transition[] | undefined;
}

const dropOf = (drag: Drag | undefined, status: Status): Drop => {
  if (drag === undefined) return 'idle';
  if (drag.issue.fields.status.id === status.id) return 'home';
  if (drag.transitions === undefined) return 'open';
  return drag.transitions.some(({ to }) => to.id === status.id) ? 'open' : 'shut';
};

/** A project's board: a column per status, cards that can be dragged or moved from a menu. */
export const Board = ({ project }: { project: Project }) => {
  useTitle(`${project.name} board`);
  const [onlyEpics, setOnlyEpics] = useState(false);
  const [drag, setDrag] = useState<Drag>();
  const asked = useRef<Promise<Transition[]>>(undefined);
  const { board, issues, reload, moving, move, transitionsOf, refusal, dismiss } = useBoard(
    project,
    onlyEpics,
  );

  const start = (issue: Issue) => {
    const answer = transitionsOf(issue);
    asked.current = answer;
    setDrag({ issue, transitions: undefined });
    answer.then(
      (transitions) => setDrag((now) => (now?.issue === issue ? { issue, transitions } : now)),
      () => undefined,
    );
  };
  const drop = async (status: Status) => {
    if (drag === undefined || drag.issue.fields.status.id === status.id) return;
    const { issue } = drag;
    setDrag(undefined);
    try {
      const transition = (await asked.current)?.find(({ to }) => to.id === status.id);
      if (transition) return await move(issue, transition);
      notify(
        'warning',
        `${issue.key} stays in ${issue.fields.status.name}`,
        `The workflow has no transition from there to ${status.name}, or you may not use it.`,
      );
    } catch (error) {
      notifyFailure(`${issue.key} was not moved`, error);
    }
  };

  return (
    <div className="page page-board">
      <div className="page-head">
        <h1>{project.name} board</h1>
        <label className="toggle">
          <input
            type="checkbox"
            checked={onlyEpics}
            onChange={(event) => setOnlyEpics(event.target.checked)}
          />
          Only epics
        </label>
      </div>
      {board.state === 'loading' && <Skeleton label="Loading the board" lines={6} />}
      {board.state === 'failed' && (
        <Failure what="The board could not be read" error={board.error} retry={reload} />
      )}
      {board.state === 'ready' && board.value.more && (
        <p className="quiet">
          Showing the first {BOARD_LIMIT} work items.{!onlyEpics && ' Choose “Only epics” to see fewer.'}
        </p>
      )}
      {board.state === 'ready' && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <div className="board" role="group" aria-label="Columns" tabIndex={0}>
          {board.value.statuses.map((status) => {
            const cards = issues.filter((issue) => issue.fields.status.id === status.id);
            return (
              <Column
                key={status.id}
                status={status}
                count={cards.length}
                drop={dropOf(drag, status)}
                onDrop={() => void drop(status)}
              >
                <ul className="cards">
                  {cards.map((issue) => (
                    <Card
                      key={issue.key}
                      issue={issue}
                      fields={board.value.forgeFields}
                      busy={moving === issue.key}
                      onDragStart={() => start(issue)}
                      onDragEnd={() => setDrag(undefined)}
                      transitions={() => transitionsOf(issue)}
                      onMove={(transition) => void move(issue, transition)}
                    />
                  ))}
                </ul>
              </Column>
            );
          })}
        </div>
      )}
      {refusal && (
        <RefusalDialog
          issueKey={refusal.issue.key}
          to={refusal.to.name}
          messages={refusal.messages}
          onClose={dismiss}
          link
        />
      )}
    </div>
  );
};
