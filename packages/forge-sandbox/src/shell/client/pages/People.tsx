import { useState } from 'react';
import { peopleIn } from '../app/fields';
import { editIssue } from '../app/jira';
import { announce, notifyFailure } from '../app/live';
import type { Field, Issue } from '../app/shapes';
import { Dialog } from '../app/Dialog';
import { Avatar, Button, Failure } from '../app/ui';
import { useNameOf, useWorld } from '../app/world';

const NOBODY = '';

/** Saves one field as the current person; the promise is of the error when Jira refuses. */
const useSave = (issue: Issue, name: string, reload: () => Promise<void>) => {
  const { client } = useWorld();
  const [busy, setBusy] = useState(false);
  const save = async (fields: Record<string, unknown>): Promise<Error | undefined> => {
    setBusy(true);
    try {
      await editIssue(client, issue.key, fields);
      await reload();
      announce(`${name} saved.`);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
};

/** Chooses the assignee; takes effect at once. */
export const AssigneeField = ({ issue, reload }: { issue: Issue; reload: () => Promise<void> }) => {
  const { state } = useWorld();
  const { busy, save } = useSave(issue, 'Assignee', reload);
  const current = issue.fields.assignee;
  const candidates = state.users.filter(({ active, accountType }) => active && accountType === 'atlassian');
  const listed = candidates.some(({ accountId }) => accountId === current?.accountId);
  return (
    <div className="person-select">
      {current && <Avatar name={current.displayName} />}
      <select
        aria-label="Assignee"
        value={current?.accountId ?? NOBODY}
        disabled={busy}
        onChange={(event) => {
          const accountId = event.target.value;
          void save({ assignee: accountId === NOBODY ? null : { accountId } }).then(
            (error) => error && notifyFailure('Assignee was not saved', error),
          );
        }}
      >
        <option value={NOBODY}>Unassigned</option>
        {current && !listed && <option value={current.accountId}>{current.displayName}</option>}
        {candidates.map(({ accountId, displayName }) => (
          <option key={accountId} value={accountId}>
            {displayName}
          </option>
        ))}
      </select>
    </div>
  );
};

export const PeopleList = ({ value }: { value: unknown }) => {
  const nameOf = useNameOf();
  const people = peopleIn(value);
  if (people.length === 0) return <span className="quiet">None</span>;
  return (
    <ul className="people">
      {people.map(({ accountId, displayName }) => (
        <li key={accountId}>
          <Avatar name={displayName ?? nameOf(accountId)} size={20} /> {displayName ?? nameOf(accountId)}
        </li>
      ))}
    </ul>
  );
};

const PeopleDialog = (props: {
  issue: Issue;
  field: Field;
  reload: () => Promise<void>;
  onClose: () => void;
}) => {
  const { issue, field } = props;
  const { state } = useWorld();
  const { busy, save } = useSave(issue, field.name, props.reload);
  const [chosen, setChosen] = useState(
    () => new Set(peopleIn(issue.fields[field.id]).map(({ accountId }) => accountId)),
  );
  const [error, setError] = useState<Error>();
  const candidates = state.users.filter(
    ({ accountId, active, accountType }) => chosen.has(accountId) || (active && accountType === 'atlassian'),
  );
  const toggle = (accountId: string) => {
    const next = new Set(chosen);
    if (!next.delete(accountId)) next.add(accountId);
    setChosen(next);
  };
  const submit = async () => {
    const value = chosen.size === 0 ? null : [...chosen].map((accountId) => ({ accountId }));
    const refused = await save({ [field.id]: value });
    if (refused === undefined) props.onClose();
    else setError(refused);
  };
  return (
    <Dialog
      title={`${field.name} of ${issue.key}`}
      onClose={props.onClose}
      footer={
        <>
          <Button look="subtle" onClick={props.onClose}>
            Cancel
          </Button>
          <Button look="primary" disabled={busy} onClick={() => void submit()}>
            Save
          </Button>
        </>
      }
    >
      {error && <Failure what={`${field.name} was not saved`} error={error} />}
      <fieldset className="choices">
        <legend className="visually-hidden">{field.name}</legend>
        {candidates.map(({ accountId, displayName }) => (
          <label key={accountId} className="choice">
            <input type="checkbox" checked={chosen.has(accountId)} onChange={() => toggle(accountId)} />
            <Avatar name={displayName} size={20} /> {displayName}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
};

/** A field that names several people, with a way to change them. */
export const PeopleField = ({
  issue,
  field,
  reload,
}: {
  issue: Issue;
  field: Field;
  reload: () => Promise<void>;
}) => {
  const [editing, setEditing] = useState(false);
  return (
    <div className="people-field">
      <PeopleList value={issue.fields[field.id]} />
      <Button
        look="subtle"
        className="button-compact"
        aria-label={`Edit ${field.name}`}
        onClick={() => setEditing(true)}
      >
        Edit
      </Button>
      {editing && (
        <PeopleDialog issue={issue} field={field} reload={reload} onClose={() => setEditing(false)} />
      )}
    </div>
  );
};
