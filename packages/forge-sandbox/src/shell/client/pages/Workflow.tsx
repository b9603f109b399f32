import { useMemo, useState } from 'react';
import { moduleIn, modulesIn } from '../app/boot';
import { FlowIcon } from '../app/icons';
import { announce, notifyFailure } from '../app/live';
import type { Project } from '../app/shapes';
import { useTitle } from '../app/title';
import { Button, Failure, Lozenge, Skeleton } from '../app/ui';
import { useLoad } from '../app/use-load';
import { useWorld } from '../app/world';
import {
  readWorkflow,
  removeRule,
  type Workflow as WorkflowData,
  type WorkflowRule,
  type WorkflowTransition,
} from '../app/workflow';
import type { ShellModule } from '../../../modules/shown';
import { ForgeFrame } from '../host/ForgeFrame';
import { RuleDialog, ruleExtension } from './RuleDialog';

const KINDS: Readonly<Record<string, 'inprogress' | 'success'>> = {
  indeterminate: 'inprogress',
  done: 'success',
};

interface Place {
  readonly project: Project;
  readonly workflow: WorkflowData;
  readonly transition: WorkflowTransition;
  readonly reload: () => Promise<void>;
}

/** Rules exist in both kinds of project only when the manifest says so. */
const offeredIn = (project: Project) => (module: ShellModule) =>
  (module.projectTypes ?? ['company-managed']).includes(
    project.style === 'next-gen' ? 'team-managed' : 'company-managed',
  );

const Rule = ({ rule, ...place }: Place & { rule: WorkflowRule }) => {
  const { client } = useWorld();
  const [editing, setEditing] = useState(false);
  const { project, workflow, transition, reload } = place;
  const module = moduleIn('workflow', rule.moduleKey);
  const extension = useMemo(
    () => module && ruleExtension('view', { module, project, workflow, transition, rule }),
    [module, project, workflow, transition, rule],
  );
  if (module === undefined || extension === undefined)
    return <li className="rule">A rule of an app that is not installed ({rule.moduleKey})</li>;
  const remove = async () => {
    try {
      await removeRule(client, project.key, transition.id, rule.id);
      await reload();
      announce('Rule removed.');
    } catch (error) {
      notifyFailure('The rule was not removed', error);
    }
  };
  return (
    <li className="rule">
      <div className="rule-head">
        <h3>{module.title}</h3>
        {workflow.canEdit && (
          <div className="button-row">
            <Button aria-label={`Edit the rule on ${transition.name}`} onClick={() => setEditing(true)}>
              Edit
            </Button>
            <Button
              look="subtle"
              aria-label={`Remove the rule from ${transition.name}`}
              onClick={() => void remove()}
            >
              Remove
            </Button>
          </div>
        )}
      </div>
      {/* A frame asks for its context once, so another configuration needs another frame. */}
      <ForgeFrame
        key={JSON.stringify(rule.configuration)}
        module={module}
        src={module.pages['view']}
        extension={extension}
        title={`${module.title} on ${transition.name}`}
      />
      {editing && (
        <RuleDialog
          {...place}
          module={module}
          rule={rule}
          onClose={() => setEditing(false)}
          onSaved={reload}
        />
      )}
    </li>
  );
};

const TransitionRow = (place: Place) => {
  const { transition, workflow, project, reload } = place;
  const [adding, setAdding] = useState<ShellModule>();
  return (
    <li className="transition">
      <div className="transition-head">
        <h2>{transition.name}</h2>
        <p className="transition-path">
          {transition.from === null ? (
            <Lozenge>Any status</Lozenge>
          ) : transition.from.length === 0 ? (
            <Lozenge>New work item</Lozenge>
          ) : (
            transition.from.map((status) => (
              <Lozenge key={status.id} kind={KINDS[status.category] ?? 'default'}>
                {status.name}
              </Lozenge>
            ))
          )}
          <span aria-hidden="true">→</span>
          <span className="visually-hidden">to</span>
          <Lozenge kind={KINDS[transition.to.category] ?? 'default'}>{transition.to.name}</Lozenge>
        </p>
      </div>
      {transition.rules.length === 0 ? (
        <p className="quiet">No rule: everyone who may move work items may use this transition.</p>
      ) : (
        <ul className="rules">
          {transition.rules.map((rule) => (
            <Rule key={rule.id} {...place} rule={rule} />
          ))}
        </ul>
      )}
      {workflow.canEdit &&
        modulesIn('workflow')
          .filter(offeredIn(project))
          .map((module) => (
            <Button key={module.key} look="subtle" onClick={() => setAdding(module)}>
              + Add rule
              <span className="visually-hidden">
                {' '}
                {module.title} to {transition.name}
              </span>
            </Button>
          ))}
      {adding && (
        <RuleDialog {...place} module={adding} onClose={() => setAdding(undefined)} onSaved={reload} />
      )}
    </li>
  );
};

/** A project's workflow: its transitions and the rules that hold them. */
export const Workflow = ({ project }: { project: Project }) => {
  useTitle(`${project.name} workflow`);
  const { client } = useWorld();
  const [loaded, reload] = useLoad(project.key, () => readWorkflow(client, project.key));
  return (
    <div className="page">
      <h1>{project.name} workflow</h1>
      {loaded.state === 'loading' && <Skeleton label="Loading the workflow" lines={5} />}
      {loaded.state === 'failed' && (
        <Failure what="The workflow could not be read" error={loaded.error} retry={reload} />
      )}
      {loaded.state === 'ready' && (
        <>
          <p className="quiet workflow-note">
            <FlowIcon />{' '}
            {loaded.value.canEdit
              ? 'Changes take effect with the next move.'
              : `Only ${project.style === 'next-gen' ? 'the project’s' : 'Jira'} administrators can change the rules. Switch user at the top right to try.`}
          </p>
          <ul className="transitions">
            {loaded.value.transitions.map((transition) => (
              <TransitionRow
                key={transition.id}
                project={project}
                workflow={loaded.value}
                transition={transition}
                reload={reload}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
