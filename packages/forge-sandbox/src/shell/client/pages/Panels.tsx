import { useMemo } from 'react';
import { extensionOf } from '../../../modules';
import { modulesIn } from '../app/boot';
import { AppIcon } from '../app/icons';
import type { Issue, Project } from '../app/shapes';
import type { ShellModule } from '../../../modules/shown';
import { ForgeFrame } from '../host/ForgeFrame';

export const shownOn = (issue: Issue) => (module: ShellModule) =>
  module.issueTypes === undefined || module.issueTypes.includes(issue.fields.issuetype.name);

/** What a module on an item is told about where it stands. */
export const issueExtension = (type: string, { id, key, fields }: Issue, project: Project) =>
  extensionOf(type, {
    issue: { id, key, type: fields.issuetype.name, typeId: fields.issuetype.id },
    project: { id: project.id, key: project.key, type: project.projectTypeKey ?? 'software' },
    location: window.location.href,
  });

const Panel = ({
  module,
  issue,
  project,
  refresh,
}: {
  module: ShellModule;
  issue: Issue;
  project: Project;
  refresh: () => Promise<void>;
}) => {
  const { key } = issue;
  const extension = useMemo(() => issueExtension(module.type, issue, project), [module, issue, project]);
  const commands = useMemo(() => {
    const reload = () => void refresh();
    return { refresh: reload, refreshIssueView: reload };
  }, [refresh]);
  return (
    <div className="panel">
      <h2>
        <AppIcon /> {module.title}
      </h2>
      <ForgeFrame
        module={module}
        extension={extension}
        title={`${module.title} for ${key}`}
        commands={commands}
      />
    </div>
  );
};

/** The app's panels on an item, as if an administrator had chosen to show them on all items. */
export const Panels = (props: { issue: Issue; project: Project; refresh: () => Promise<void> }) => (
  <>
    {modulesIn('issue')
      .filter(shownOn(props.issue))
      .map((module) => (
        <Panel key={module.key} module={module} {...props} />
      ))}
  </>
);
