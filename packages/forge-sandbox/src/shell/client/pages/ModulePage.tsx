import { useMemo, type ReactNode } from 'react';
import { extensionOf, pageOf } from '../../../modules';
import { addressOf, moduleIn } from '../app/boot';
import { heldPermissions } from '../app/jira';
import type { Project } from '../app/shapes';
import { useTitle } from '../app/title';
import { Failure, Skeleton } from '../app/ui';
import { useLoad } from '../app/use-load';
import { useWorld } from '../app/world';
import type { Extension, ShellModule } from '../../../modules/shown';
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

/** The module under the name of the page below it that is open. */
const titled = (module: ShellModule, rest: string): ShellModule => {
  const below = module.subpages?.find(({ route }) => rest === `/${route}`);
  return below ? { ...module, title: below.title } : module;
};

/** A page of the app, inside a project or beside all; Jira shows settings to those who administer them. */
export const ModulePage = ({
  type,
  moduleKey,
  project,
  rest = '',
}: {
  type: string;
  moduleKey: string;
  project?: Project;
  /** The app's own path inside the page. */
  rest?: string;
}) => {
  const module = moduleIn('page', moduleKey);
  const extension = useMemo(
    () =>
      extensionOf(type, {
        ...(project && {
          project: { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' },
        }),
        location: window.location.href,
      }),
    [type, project],
  );
  const address = pageOf(type);
  if (module?.type !== type || address === undefined) return <MissingPage />;
  const page = (
    <Page
      module={titled(module, rest)}
      extension={extension}
      base={addressOf(module, address, project?.key ?? '')}
    />
  );
  const { permission } = address;
  if (permission === undefined) return page;
  return (
    <Held
      permission={permission.name}
      {...(project && { projectKey: project.key })}
      what={module.title}
      who={permission.who}
    >
      {page}
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
