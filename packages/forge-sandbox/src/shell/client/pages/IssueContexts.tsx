import { useEffect, useId, useMemo, useState } from 'react';
import { modulesIn } from '../app/boot';
import { AppIcon } from '../app/icons';
import { readLozenge } from '../app/sandbox';
import type { Issue, Project } from '../app/shapes';
import { Lozenge } from '../app/ui';
import { useWorld } from '../app/world';
import type { ShellModule } from '../../../modules/shown';
import { ForgeFrame } from '../host/ForgeFrame';
import { issueExtension, shownOn } from './Panels';

const Context = ({ module, issue, project }: { module: ShellModule; issue: Issue; project: Project }) => {
  const { client } = useWorld();
  const id = useId();
  const [open, setOpen] = useState(false);
  const extension = useMemo(() => issueExtension(module.type, issue, project), [module, issue, project]);
  const [lozenge, setLozenge] = useState<Awaited<ReturnType<typeof readLozenge>>>();
  // Asked anew whenever the item was read anew: whatever changed on it may have moved its lozenge.
  useEffect(() => {
    let current = true;
    const show = (read: typeof lozenge) => {
      if (current) setLozenge(read);
    };
    if (!open) void readLozenge(client, module.key, extension).then(show, () => show(undefined));
    return () => {
      current = false;
    };
  }, [client, module.key, extension, open]);
  return (
    <section className="issue-context">
      <h2>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <AppIcon /> <span className="issue-context-label">{module.label ?? module.title}</span>
          {lozenge && <Lozenge kind={lozenge.type}>{lozenge.label}</Lozenge>}
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {open && (
          <>
            <h3>{module.title}</h3>
            <ForgeFrame module={module} extension={extension} title={`${module.title} for ${issue.key}`} />
          </>
        )}
      </div>
    </section>
  );
};

/** The app's contexts beside an item: closed, with the lozenge that the app gives them. */
export const IssueContexts = ({ issue, project }: { issue: Issue; project: Project }) => (
  <>
    {modulesIn('issue-details')
      .filter(shownOn(issue))
      .map((module) => (
        <Context key={module.key} module={module} issue={issue} project={project} />
      ))}
  </>
);
