import { useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { extensionOf } from '../../../modules';
import { Dialog } from '../app/Dialog';
import { announce } from '../app/live';
import type { Project } from '../app/shapes';
import { Button, Failure } from '../app/ui';
import { useWorld } from '../app/world';
import {
  addRule,
  configurationText,
  transitionContext,
  updateRule,
  type Workflow,
  type WorkflowRule,
  type WorkflowTransition,
} from '../app/workflow';
import type { Extension, ShellModule } from '../../../modules/shown';
import { ForgeFrame } from '../host/ForgeFrame';

/** What `workflowRules.onConfigure` sends. */
const registration = z.object({
  data: z.object({ onConfigure: z.custom<() => unknown>((value) => typeof value === 'function') }),
});

/** What the app's rule pages find in `context.extension`. */
export const ruleExtension = (
  entryPoint: 'create' | 'edit' | 'view',
  place: {
    module: ShellModule;
    project: Project;
    workflow: Workflow;
    transition: WorkflowTransition;
    rule?: WorkflowRule | undefined;
  },
): Extension =>
  extensionOf(place.module.type, {
    entryPoint,
    workflowId: place.workflow.id,
    workflowName: place.workflow.name,
    // Only team-managed workflows belong to one project.
    ...(place.project.style === 'next-gen' ? { scopedProjectId: place.project.id } : {}),
    transitionContext: transitionContext(place.transition),
    ...(place.rule === undefined ? {} : { validatorConfig: configurationText(place.rule.configuration) }),
  });

/** Adds a rule or edits one: the app's page above Jira's own buttons. */
export const RuleDialog = (props: {
  project: Project;
  workflow: Workflow;
  transition: WorkflowTransition;
  module: ShellModule;
  /** Absent when the rule is being added. */
  rule?: WorkflowRule | undefined;
  onClose: () => void;
  onSaved: () => Promise<void>;
}) => {
  const { project, transition, module, rule } = props;
  const { client } = useWorld();
  const onConfigure = useRef<() => unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const place = rule === undefined ? 'create' : 'edit';
  const extension = ruleExtension(place, props);
  const commands = useMemo(
    () => ({
      setWorkflowRuleConfigurationCallback: (data: unknown) => {
        onConfigure.current = registration.parse(data).data.onConfigure;
        return true;
      },
    }),
    [],
  );

  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      if (onConfigure.current === undefined)
        throw new Error('The app’s page has not said how to read its settings yet.');
      const configuration = await onConfigure.current();
      // The app returns nothing while its form has something to put right.
      if (configuration === undefined) return;
      if (typeof configuration !== 'string')
        throw new Error('The app’s page must return its settings as a string.');
      if (rule === undefined) await addRule(client, project.key, transition.id, module.key, configuration);
      else await updateRule(client, project.key, transition.id, rule.id, configuration);
      await props.onSaved();
      announce('Rule saved.');
      props.onClose();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      title={rule === undefined ? `Add a rule to ${transition.name}` : `Edit the rule on ${transition.name}`}
      width="large"
      closeOnOverlayClick={false}
      onClose={props.onClose}
      footer={
        <>
          <Button look="subtle" onClick={props.onClose}>
            Cancel
          </Button>
          <Button look="primary" disabled={busy} onClick={() => void save()}>
            {rule === undefined ? 'Add' : 'Update'}
          </Button>
        </>
      }
    >
      <p className="rule-name">{module.title}</p>
      {module.description && <p className="quiet">{module.description}</p>}
      {error && <Failure what="The rule was not saved" error={error} />}
      <ForgeFrame
        module={module}
        src={module.pages[place]}
        extension={extension}
        title={`Settings of ${module.title}`}
        commands={commands}
      />
    </Dialog>
  );
};
