import { useMemo, type ReactNode } from 'react';
import { moduleNamed } from '../app/boot';
import { heldPermissions } from '../app/jira';
import type { Project } from '../app/shapes';
import { useTitle } from '../app/title';
import { Failure, Skeleton } from '../app/ui';
import { useLoad } from '../app/use-load';
import { useWorld } from '../app/world';
import type { Extension, ShellModule } from '../host/context';
import { ForgeFrame } from '../host/ForgeFrame';
import { createHistoryCommand } from '../host/history';
import { MissingPage, NoPermission } from './Missing';

const PAGE_MIN_HEIGHT = 480;

const Page = ({ module, extension, base }: { module: ShellModule; extension: Extension; base: string }) => {
  useTitle(module.title);
  const commands = useMemo(
    () => ({
      createHistory: createHistoryCommand(base),
      changeWindowTitle: (title: unknown) => {
        document.title = String(title);
      },
    }),
    [base],
  );
  return (
    <div className="page page-app">
      <h1>{module.title}</h1>
      <ForgeFrame
        module={module}
        extension={extension}
        title={module.title}
        commands={commands}
        minHeight={PAGE_MIN_HEIGHT}
      />
    </div>
  );
};

const projectExtension = (type: string, project: Project): Extension => ({
  type,
  project: { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' },
  location: window.location.href,
});

/** A `jira:projectPage` of the app. */
export const ProjectModulePage = ({ project, moduleKey }: { project: Project; moduleKey: string }) => {
  const module = moduleNamed('jira:projectPage', moduleKey);
  const extension = useMemo(() => projectExtension('jira:projectPage', project), [project]);
  if (module === undefined) return <MissingPage />;
  return <Page module={module} extension={extension} base={`/projects/${project.key}/page/${moduleKey}`} />;
};

/** A `jira:projectSettingsPage` of the app; Jira shows it to the project's administrators only. */
export const ProjectSettingsPage = ({ project, moduleKey }: { project: Project; moduleKey: string }) => {
  const module = moduleNamed('jira:projectSettingsPage', moduleKey);
  const extension = useMemo(() => projectExtension('jira:projectSettingsPage', project), [project]);
  if (module === undefined) return <MissingPage />;
  return (
    <Held permission="ADMINISTER_PROJECTS" projectKey={project.key} what={module.title} who="the project’s">
      <Page module={module} extension={extension} base={`/projects/${project.key}/settings/${moduleKey}`} />
    </Held>
  );
};

/** A `jira:adminPage` of the app, among Jira's settings. */
export const AdminPage = ({ moduleKey }: { moduleKey: string }) => {
  const module = moduleNamed('jira:adminPage', moduleKey);
  const extension = useMemo(() => ({ type: 'jira:adminPage', location: window.location.href }), []);
  if (module === undefined) return <MissingPage />;
  return (
    <Held permission="ADMINISTER" what={module.title} who="Jira’s">
      <Page module={module} extension={extension} base={`/settings/apps/${moduleKey}`} />
    </Held>
  );
};

/** Shows its page to those who hold a permission, as Jira does with settings. */
const Held = (props: {
  permission: string;
  projectKey?: string;
  what: string;
  who: string;
  children: ReactNode;
}) => {
  const { client } = useWorld();
  const { permission, projectKey } = props;
  const [held] = useLoad(`${permission} ${projectKey ?? ''}`, () =>
    heldPermissions(client, [permission], projectKey),
  );
  if (held.state === 'loading')
    return (
      <div className="page">
        <Skeleton label="Loading the settings" />
      </div>
    );
  if (held.state === 'failed') {
    return (
      <div className="page">
        <Failure what="Your permissions could not be read" error={held.error} />
      </div>
    );
  }
  if (!held.value.has(permission)) return <NoPermission what={props.what} who={props.who} />;
  return props.children;
};

/** A `jira:globalPage` of the app. */
export const GlobalPage = ({ moduleKey }: { moduleKey: string }) => {
  const module = moduleNamed('jira:globalPage', moduleKey);
  const extension = useMemo(() => ({ type: 'jira:globalPage', location: window.location.href }), []);
  if (module === undefined) return <MissingPage />;
  return <Page module={module} extension={extension} base={`/apps/${moduleKey}`} />;
};
