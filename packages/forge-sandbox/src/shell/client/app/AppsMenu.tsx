import { modulesIn, pagesIn } from './boot';
import { AppIcon, BoardIcon, ChevronDown, GearIcon } from './icons';
import { heldPermissions } from './jira';
import { Popover } from './Popover';
import { Skeleton } from './ui';
import { useLoad } from './use-load';
import { useWorld } from './world';

/** `alone`: nothing else stands in the menu. */
const SettingsLinks = ({ alone }: { alone: boolean }) => {
  const { client, me } = useWorld();
  const [held] = useLoad(me.accountId, () => heldPermissions(client, ['ADMINISTER']));
  if (held.state === 'loading') return <Skeleton label="Loading the apps" lines={1} />;
  if (held.state !== 'ready' || !held.value.has('ADMINISTER'))
    return alone ? <p className="popover-note">There is nothing here for you.</p> : null;
  return (
    <>
      <p className="popover-title">Jira settings</p>
      <ul className="menu">
        {pagesIn('jira-settings').map(({ key, title, href }) => (
          <li key={key}>
            <a className="menu-item" href={href}>
              <GearIcon /> <span className="menu-text">{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The app's own pages beside projects: for everybody, and below for Jira's administrators. */
export const AppsMenu = () => {
  const pages = pagesIn('apps');
  const settings = pagesIn('jira-settings');
  const gadgets = modulesIn('dashboard');
  if (pages.length + settings.length + gadgets.length === 0) return null;
  return (
    <Popover
      title="Apps"
      className="button button-subtle"
      label={
        <>
          Apps <ChevronDown />
        </>
      }
    >
      {() => (
        <>
          {pages.length > 0 && (
            <ul className="menu">
              {pages.map(({ key, title, href }) => (
                <li key={key}>
                  <a
                    className="menu-item"
                    href={href}
                    aria-current={location.pathname.startsWith(href) ? 'page' : undefined}
                  >
                    <AppIcon /> <span className="menu-text">{title}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
          {gadgets.length > 0 && (
            <ul className="menu">
              <li>
                <a className="menu-item" href="/dashboards/10000">
                  <BoardIcon /> <span className="menu-text">Dashboard</span>
                </a>
              </li>
            </ul>
          )}
          {settings.length > 0 && <SettingsLinks alone={pages.length + gadgets.length === 0} />}
        </>
      )}
    </Popover>
  );
};
