import { MoreIcon } from '../app/icons';
import { Popover } from '../app/Popover';
import type { Transition } from '../app/shapes';
import { Failure, Skeleton, StatusLozenge } from '../app/ui';
import { useLoad } from '../app/use-load';

const Choices = (props: {
  issueKey: string;
  load: () => Promise<Transition[]>;
  onMove: (transition: Transition) => void;
}) => {
  const [found] = useLoad(props.issueKey, props.load);
  if (found.state === 'loading') return <Skeleton label="Loading transitions" lines={2} />;
  if (found.state === 'failed')
    return <Failure what="The transitions could not be read" error={found.error} />;
  if (found.value.length === 0)
    return <p className="popover-note">You can’t move this work item from here.</p>;
  return (
    <ul className="menu">
      {found.value.map((transition) => (
        <li key={transition.id}>
          <button type="button" className="menu-item" onClick={() => props.onMove(transition)}>
            <span className="menu-text">{transition.name}</span>
            <span aria-hidden="true">→</span>
            <StatusLozenge status={transition.to} />
          </button>
        </li>
      ))}
    </ul>
  );
};

/** The way to move a card without dragging it. */
export const MoveMenu = (props: {
  issueKey: string;
  load: () => Promise<Transition[]>;
  onMove: (transition: Transition) => void;
  disabled: boolean;
}) => (
  <Popover
    title={`Move ${props.issueKey}`}
    name={`Move ${props.issueKey}`}
    align="end"
    className="button button-icon"
    label={<MoreIcon />}
  >
    {(close) => (
      <>
        <p className="popover-title">Move {props.issueKey}</p>
        <Choices
          issueKey={props.issueKey}
          load={props.load}
          onMove={(transition) => {
            close();
            if (!props.disabled) props.onMove(transition);
          }}
        />
      </>
    )}
  </Popover>
);
