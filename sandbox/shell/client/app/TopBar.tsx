import { useState } from 'react';
import { longDate, shortDate } from './dates';
import { Dialog } from './Dialog';
import { CheckIcon, ChevronDown, ClockIcon, InboxIcon, MoonIcon, SunIcon } from './icons';
import { notify, reloadWith } from './live';
import { Popover } from './Popover';
import { advanceClock, resetSandbox, type User } from './sandbox';
import { chooseTheme, chooseUser, useColorMode, useTheme, type Theme } from './session';
import { Avatar, Button, Lozenge } from './ui';
import { useNow } from './use-now';
import { useWorld } from './world';

const failed = (what: string) => (error: unknown) =>
  notify('error', what, error instanceof Error ? error.message : String(error));

const Projects = () => {
  const { projects, route } = useWorld();
  const current = 'projectKey' in route ? route.projectKey : undefined;
  return (
    <Popover title="Projects" label={<>Projects <ChevronDown /></>} className="button button-subtle">
      {() =>
        projects.length === 0 ? (
          <p className="popover-note">There is no project you may browse.</p>
        ) : (
          <ul className="menu">
            {projects.map((project) => (
              <li key={project.key}>
                <a
                  className="menu-item"
                  href={`/projects/${project.key}/board`}
                  aria-current={project.key === current ? 'page' : undefined}
                >
                  <span className="menu-text">{project.name}</span>
                  <span className="menu-hint">{project.key}</span>
                </a>
              </li>
            ))}
          </ul>
        )
      }
    </Popover>
  );
};

const STEPS = [
  ['PT1H', '1 hour'],
  ['P1D', '1 day'],
  ['P7D', '1 week'],
] as const;

const Clock = () => {
  const { client, state } = useWorld();
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const advance = async (duration: string, words: string) => {
    setBusy(true);
    try {
      await advanceClock(client, duration);
      reloadWith(`Time moved by ${words}`, 'Schedules that fell due have run.');
    } catch (error) {
      failed('Time did not move')(error);
      setBusy(false);
    }
  };
  return (
    <Popover
      title="Simulated time"
      align="end"
      className="button button-subtle clock"
      name={`Simulated time: ${longDate(now)}`}
      label={<><ClockIcon /> <span className="wide-only">{shortDate(now)}</span></>}
    >
      {() => (
        <div className="clock-panel">
          <p className="popover-title">Simulated time</p>
          <p className="clock-now">{longDate(now)}</p>
          <p className="popover-note">
            Jira and the app share this clock. {state.clock.ticking ? 'It runs on by itself and never back.' : 'It stands still until you move it.'}
          </p>
          <div className="button-row">
            {STEPS.map(([duration, words]) => (
              <Button key={duration} disabled={busy} onClick={() => void advance(duration, words)}>
                +{words}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Popover>
  );
};

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

const Users = () => {
  const { me, state } = useWorld();
  const people = state.users.filter(({ accountType }) => accountType !== 'app');
  return (
    <Popover
      title="Act as"
      align="end"
      className="button button-subtle user-button"
      name={`You are ${me.displayName}. Switch user`}
      label={<><Avatar name={me.displayName} size={24} /> <span className="wide-only">{me.displayName}</span><ChevronDown /></>}
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

const THEMES: readonly (readonly [Theme, string])[] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['system', 'Match the system'],
];

const ThemeAndReset = () => {
  const theme = useTheme();
  const dark = useColorMode() === 'dark';
  const { client } = useWorld();
  const [asking, setAsking] = useState(false);
  const reset = () =>
    resetSandbox(client)
      .then(() => reloadWith('The demo is as it was at the start', undefined, '/'))
      .catch(failed('The demo was not reset'));
  return (
    <>
      <Popover
        title="Appearance and demo data"
        align="end"
        className="button button-subtle button-square"
        name="Appearance and demo data"
        label={dark ? <MoonIcon /> : <SunIcon />}
      >
        {(close) => (
          <>
            <p className="popover-title">Theme</p>
            <ul className="menu">
              {THEMES.map(([value, words]) => (
                <li key={value}>
                  <button type="button" className="menu-item" aria-pressed={theme === value} onClick={() => chooseTheme(value)}>
                    <span className="menu-text">{words}</span>
                    {theme === value && <CheckIcon />}
                  </button>
                </li>
              ))}
            </ul>
            <p className="popover-title">Demo data</p>
            <ul className="menu">
              <li>
                <button
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    close();
                    setAsking(true);
                  }}
                >
                  <span className="menu-text">Reset the demo…</span>
                </button>
              </li>
            </ul>
          </>
        )}
      </Popover>
      {asking && (
        <Dialog
          title="Reset the demo?"
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button look="subtle" onClick={() => setAsking(false)}>Cancel</Button>
              <Button look="danger" onClick={() => void reset()}>Reset</Button>
            </>
          }
        >
          <p>Projects, work items, what the app stored and the clock go back to where the demo starts. Nothing is kept.</p>
        </Dialog>
      )}
    </>
  );
};

/** The bar above every page: where you are, who you are and what time it is. */
export const TopBar = () => (
  <header className="topbar">
    <a className="brand" href="/" aria-label="Jira stand-in, home">
      <img src="/sandbox/shell/icon.svg" alt="" width="24" height="24" />
      <span>Jira stand-in</span>
    </a>
    <nav className="topbar-nav" aria-label="Site">
      <Projects />
      <a className="button button-subtle" href="/inbox">
        <InboxIcon /> <span className="wide-only">Inbox</span><span className="visually-hidden narrow-only">Inbox</span>
      </a>
    </nav>
    <div className="topbar-tools">
      <Clock />
      <ThemeAndReset />
      <Users />
    </div>
  </header>
);
