import { useState } from 'react';
import { Dialog } from '../app/Dialog';
import { notifyFailure, reloadWith } from '../app/live';
import { changeUser, type User } from '../app/sandbox';
import { useTitle } from '../app/title';
import { Avatar, Button, Lozenge } from '../app/ui';
import { useWorld } from '../app/world';

const Row = ({ user, onClose }: { user: User; onClose: () => void }) => {
  const { client, me } = useWorld();
  const change = (active: boolean) =>
    changeUser(client, user.accountId, { active })
      .then(() => reloadWith(`${user.displayName} was ${active ? 'activated' : 'deactivated'}`))
      .catch((error: unknown) => notifyFailure('The account was not changed', error));
  return (
    <li className="directory-row">
      <Avatar name={user.displayName} size={32} />
      <span className="menu-text">
        {user.displayName}
        <span className="menu-hint">{user.accountId}</span>
      </span>
      {!user.active && <Lozenge kind="removed">Deactivated</Lozenge>}
      {user.accountId !== me.accountId && (
        <span className="button-row">
          <Button look="subtle" onClick={() => void change(!user.active)}>
            {user.active ? 'Deactivate' : 'Activate'}
            <span className="visually-hidden"> {user.displayName}</span>
          </Button>
          <Button look="subtle" onClick={onClose}>
            Close account
            <span className="visually-hidden"> of {user.displayName}</span>
          </Button>
        </span>
      )}
    </li>
  );
};

/** The people of the site: who leaves, and who comes back. Atlassian keeps this apart from Jira; here anyone may. */
export const Directory = () => {
  useTitle('People');
  const { client, state } = useWorld();
  const [closing, setClosing] = useState<User>();
  const people = state.users.filter(({ accountType }) => accountType === 'atlassian');
  const close = (user: User) =>
    changeUser(client, user.accountId, { closed: true })
      .then(() => reloadWith(`The account of ${user.displayName} was closed`))
      .catch((error: unknown) => notifyFailure('The account was not closed', error));
  return (
    <div className="page">
      <h1>People</h1>
      <p className="quiet">
        A deactivated person can do nothing and be asked for nothing until activated again.
      </p>
      <ul className="directory">
        {people.map((user) => (
          <Row key={user.accountId} user={user} onClose={() => setClosing(user)} />
        ))}
      </ul>
      {closing && (
        <Dialog
          title={`Close the account of ${closing.displayName}?`}
          onClose={() => setClosing(undefined)}
          footer={
            <>
              <Button look="subtle" onClick={() => setClosing(undefined)}>
                Cancel
              </Button>
              <Button look="danger" onClick={() => void close(closing)}>
                Close account
              </Button>
            </>
          }
        >
          <p>
            Name and address are erased everywhere, for good. What was done stays, as done by a former user.
          </p>
        </Dialog>
      )}
    </div>
  );
};
