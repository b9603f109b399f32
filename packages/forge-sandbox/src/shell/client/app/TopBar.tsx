import { AppsMenu } from './AppsMenu';
import { ClockMenu } from './ClockMenu';
import { ChevronDown, InboxIcon } from './icons';
import { Popover } from './Popover';
import { PreferencesMenu } from './PreferencesMenu';
import { UserMenu } from './UserMenu';
import { useWorld } from './world';

const Projects = () => {
  const { projects, route } = useWorld();
  const current = 'projectKey' in route ? route.projectKey : undefined;
  return (
    <Popover
      title="Projects"
      label={
        <>
          Projects <ChevronDown />
        </>
      }
      className="button button-subtle"
    >
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

/** The bar above every page: where you are, who you are and what time it is. */
export const TopBar = () => (
  <header className="topbar">
    <a className="brand" href="/" aria-label="Jira stand-in, home">
      <img src="/sandbox/shell/icon.svg" alt="" width="24" height="24" />
      <span>Jira stand-in</span>
    </a>
    <nav className="topbar-nav" aria-label="Site">
      <Projects />
      <AppsMenu />
      <a className="button button-subtle" href="/inbox">
        <InboxIcon /> <span className="wide-only">Inbox</span>
        <span className="visually-hidden narrow-only">Inbox</span>
      </a>
    </nav>
    <div className="topbar-tools">
      <ClockMenu />
      <PreferencesMenu />
      <UserMenu />
    </div>
  </header>
);
