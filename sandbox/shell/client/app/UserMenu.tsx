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

/** Who the browser acts as, and everyone else it could act as. */
export const UserMenu = () => {
  const { me, state } = useWorld();
  const people = state.users.filter(({ accountType }) => accountType !== 'app');
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
      {() => (
        <>
          <p className="popover-title">Act as</p>
          <ul className="menu">
            {people.map((user) => (
              <UserRow key={user.accountId} user={user} chosen={user.accountId === me.accountId} />
            ))}
          </ul>
        </>
      )}
    </Popover>
  );
};
