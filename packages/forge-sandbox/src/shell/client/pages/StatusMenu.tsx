import { useState } from 'react';
import { HttpError } from '../app/http';
import { ChevronDown } from '../app/icons';
import { doTransition, getTransitions } from '../app/jira';
import { announce } from '../app/live';
import type { Issue, Transition } from '../app/shapes';
import { Popover } from '../app/Popover';
import { StatusLozenge, statusKind } from '../app/ui';
import { useLoad } from '../app/use-load';
import { useWorld } from '../app/world';
import { RefusalDialog } from './RefusalDialog';

interface Refused {
  readonly to: string;
  readonly messages: readonly string[];
}

/** The status of a work item and the transitions that lead on from it. */
export const StatusMenu = ({ issue, onMoved }: { issue: Issue; onMoved: () => Promise<void> }) => {
  const { client } = useWorld();
  const { status } = issue.fields;
  const [transitions] = useLoad(`${issue.key} ${status.id}`, () => getTransitions(client, issue.key));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();

  const move = async (transition: Transition) => {
    setBusy(true);
    try {
      await doTransition(client, issue.key, transition.id);
      await onMoved();
      announce(`${issue.key} moved to ${transition.to.name}.`);
    } catch (error) {
      const messages =
        error instanceof HttpError && error.messages.length > 0 ? error.messages : [String(error)];
      setRefused({ to: transition.to.name, messages });
      announce(`${issue.key} was not moved.`);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Popover
        title="Change status"
        name={`Status: ${status.name}. Change status`}
        className={`button status-button status-${statusKind(status)}`}
        label={
          <>
            {busy ? 'Moving…' : status.name} <ChevronDown />
          </>
        }
      >
        {(close) =>
          transitions.state !== 'ready' || transitions.value.length === 0 ? (
            <p className="popover-note">
              {transitions.state === 'loading'
                ? 'Loading transitions…'
                : 'You can’t move this work item from here.'}
            </p>
          ) : (
            <ul className="menu">
              {transitions.value.map((transition) => (
                <li key={transition.id}>
                  <button
                    type="button"
                    className="menu-item"
                    disabled={busy}
                    onClick={() => {
                      close();
                      void move(transition);
                    }}
                  >
                    <span className="menu-text">{transition.name}</span>
                    <span aria-hidden="true">→</span>
                    <StatusLozenge status={transition.to} />
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Popover>
      {refused && (
        <RefusalDialog
          issueKey={issue.key}
          to={refused.to}
          messages={refused.messages}
          onClose={() => setRefused(undefined)}
        />
      )}
    </>
  );
};
