import { useState, type ReactNode } from 'react';
import { CheckIcon } from '../app/icons';
import type { Status } from '../app/shapes';

/** `open`: a dragged card may be dropped here; `shut`: no transition leads here; `idle`: nothing is dragged. */
export type Drop = 'idle' | 'open' | 'shut' | 'home';

/** The cards of one status; takes dragged cards. */
export const Column = (props: {
  status: Status;
  count: number;
  drop: Drop;
  onDrop: () => void;
  children: ReactNode;
}) => {
  const [over, setOver] = useState(0);
  const { status, drop } = props;
  const id = `column-${status.id}`;
  return (
    <section
      className={`column column-${drop}${over > 0 && drop === 'open' ? ' column-over' : ''}`}
      aria-labelledby={id}
      data-status={status.name}
      onDragEnter={() => setOver((depth) => depth + 1)}
      onDragLeave={() => setOver((depth) => Math.max(0, depth - 1))}
      onDragOver={(event) => {
        if (drop === 'shut') return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(0);
        props.onDrop();
      }}
    >
      <h2 id={id} className="column-title">
        {status.name}
        <span className="column-count">
          {props.count}
          <span className="visually-hidden"> work items</span>
        </span>
        {status.statusCategory.key === 'done' && (
          <span className="column-done">
            <CheckIcon />
          </span>
        )}
      </h2>
      {props.children}
    </section>
  );
};
