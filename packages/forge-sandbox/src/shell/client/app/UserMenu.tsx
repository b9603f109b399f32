import { useState } from 'react';
import { CheckIcon, ChevronDown } from './icons';
import { reloadWith } from './live';
import { Popover } from './Popover';
import type { User } from './sandbox';
import { chooseUser } from './session';
import { Avatar, Lozenge } from './ui';
import { useWorld } from './world';

const UserRow = ({ user, chosen }: { user: User; chosen: boolean }) => (
  <li>
    <button
      type="button"
      className="menu-item"
      disabled={!user.active}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => {
        chooseUser(user.accountId);
        reloadWith(`You are ${user.displayName} now`);
      }}
    >
      <Avatar name={user.displayName} size={24} />
      <span className="menu-text">
        {user.displayName}
        <span className="menu-hint">{user.accountId}</span>
      </span>
      {!user.active && <Lozenge kind="removed">Deactivated</Lozenge>}
      {chosen && <CheckIcon />}
    </button>
  </li>
);

const MANY = 20;

const People = () => {
  const { me, state } = useWorld();
  const [query, setQuery] = useState('');
  const people = state.users.filter(({ accountType }) => accountType !== 'app');
  const words = query.trim().toLowerCase();
  const found = people.filter(({ displayName, accountId }) =>
    `${displayName} ${accountId}`.toLowerCase().includes(words),
  );
  return (
    <>
      <p className="popover-title">Act as</p>
      {people.length > MANY && (
        <div className="menu-search">
          <input
            type="search"
            aria-label="Find a person"
            placeholder="Find a person"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      )}
      <ul className="menu">
        {found.map((user) => (
          <UserRow key={user.accountId} user={user} chosen={user.accountId === me.accountId} />
        ))}
      </ul>
      <p className="popover-note">
        <a href="/settings/people">Deactivate somebody</a>
      </p>
      {found.length === 0 && <p className="popover-note">Nobody has a name like that.</p>}
    </>
  );
};

/** Who the browser acts as, and everyone else it could act as. */
export const UserMenu = () => {
  const { me } = useWorld();
  return (
    <Popover
      title="Act as"
      align="end"
      className="button button-subtle user-button"
      name={`You are ${me.displayName}. Switch user`}
      label={
        <>
          <Avatar name={me.displayName} size={24} /> <span className="wide-only">{me.displayName}</span>
          <ChevronDown />
        </>
      }
    >
      {() => <People />}
    </Popover>
  );
};
