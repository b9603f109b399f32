import { Dialog } from '../app/Dialog';
import { WarningIcon } from '../app/icons';
import { Button } from '../app/ui';

/** Jira's dialog for a transition that a rule refused; the rule's text is shown as it was written. */
export const RefusalDialog = (props: {
  issueKey: string;
  to: string;
  messages: readonly string[];
  onClose: () => void;
  /** Offers a way to the work item, where its page is not already open. */
  link?: boolean;
}) => (
  <Dialog
    title={
      <span className="dialog-title">
        <span className="dialog-mark">
          <WarningIcon />
        </span>{' '}
        {props.issueKey} can’t be moved to {props.to}
      </span>
    }
    onClose={props.onClose}
    footer={
      <>
        <Button look={props.link ? 'subtle' : 'primary'} onClick={props.onClose}>
          Close
        </Button>
        {props.link && (
          <a className="button button-primary" href={`/browse/${props.issueKey}`}>
            Open {props.issueKey}
          </a>
        )}
      </>
    }
  >
    {props.messages.map((message) => (
      <p key={message} className="as-written" data-testid="refusal">
        {message}
      </p>
    ))}
  </Dialog>
);
