import { useEffect, type ReactNode } from 'react';
import { routeOf, type Route } from '../../routes';
import { Board } from '../pages/Board';
import { Dashboard } from '../pages/Dashboard';
import { Directory } from '../pages/Directory';
import { Home } from '../pages/Home';
import { Inbox } from '../pages/Inbox';
import { IssuePage } from '../pages/IssuePage';
import { ModulePage } from '../pages/ModulePage';
import { MissingIssue, MissingPage, MissingProject } from '../pages/Missing';
import { Workflow } from '../pages/Workflow';
import { Flags } from './Flags';
import { createClient } from './http';
import { visibleProjects } from './jira';
import { showKept } from './live';
import { ProjectNav } from './ProjectNav';
import { readState, type SandboxState, type User } from './sandbox';
import { chosenUser } from './session';
import type { Project } from './shapes';
import { TopBar } from './TopBar';
import { Failure, Skeleton } from './ui';
import { useLoad } from './use-load';
import { WorldProvider, type World } from './world';

const currentUser = ({ users }: SandboxState): User | undefined =>
  users.find(({ accountId }) => accountId === chosenUser()) ??
  users.find(({ active, accountType }) => active && accountType === 'atlassian');

const loadWorld = async (): Promise<World> => {
  const state = await readState();
  const me = currentUser(state);
  if (me === undefined)
    throw new Error('There is nobody to act as in an empty world. Choose another: POST /sandbox/reset.');
  const client = createClient(me.accountId);
  return { client, me, state, route: routeOf(location.pathname), projects: await visibleProjects(client) };
};

const projectKeyOf = (route: Route): string | undefined => {
  if (route.page === 'issue') return route.issueKey.replace(/-\d+$/, '');
  return 'projectKey' in route ? route.projectKey : undefined;
};

const page = (route: Route, project: Project | undefined): ReactNode => {
  switch (route.page) {
    case 'home':
      return <Home />;
    case 'inbox':
      return <Inbox />;
    case 'module':
      return <ModulePage type={route.type} moduleKey={route.moduleKey} rest={route.rest} />;
    case 'dashboard':
      return <Dashboard dashboardId={route.dashboardId} />;
    case 'people':
      return <Directory />;
    case 'missing':
      return <MissingPage />;
    case 'issue':
      return project ? <IssuePage issueKey={route.issueKey} project={project} /> : <MissingIssue />;
    default:
  }
  if (project === undefined) return <MissingProject />;
  switch (route.page) {
    case 'board':
      return <Board project={project} />;
    case 'workflow':
      return <Workflow project={project} />;
    case 'project-module':
      return <ModulePage type={route.type} moduleKey={route.moduleKey} project={project} />;
  }
};

const Page = ({ world }: { world: World }) => {
  const key = projectKeyOf(world.route);
  const project = world.projects.find((candidate) => candidate.key === key);
  useEffect(showKept, []);
  return (
    <WorldProvider world={world}>
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <TopBar />
      <div className={project ? 'layout layout-project' : 'layout'}>
        {project && <ProjectNav project={project} />}
        <main id="main" tabIndex={-1} aria-label="Jira page">
          {page(world.route, project)}
        </main>
      </div>
      <Flags />
    </WorldProvider>
  );
};

/** The whole page: loads who and where, then shows it. */
export const App = () => {
  const [loaded, reload] = useLoad('world', loadWorld);
  if (loaded.state === 'ready') return <Page world={loaded.value} />;
  return (
    <main className="layout page">
      <h1 className="visually-hidden">Jira stand-in</h1>
      {loaded.state === 'loading' ? (
        <Skeleton label="Loading the page" lines={4} />
      ) : (
        <Failure what="The stand-in did not answer" error={loaded.error} retry={reload} />
      )}
    </main>
  );
};
