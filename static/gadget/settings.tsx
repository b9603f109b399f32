import Button from '@atlaskit/button/default/button';
import { Choice } from '../ui/choice';
import { Notice } from '../ui/notice';
import { SkeletonLines } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import { REFRESHES } from './configuration';
import { NONE, useProjects, useSettings, type Projects } from './use-settings';

/** What the gadget is to show, kept by Jira with the dashboard. */
export function Settings() {
  const t = useText();
  const { projects, retry } = useProjects();
  if (projects === null) return <SkeletonLines lines={4} />;
  if (projects !== 'failed') return <SettingsForm offered={projects} />;
  return (
    <Notice
      tone="warning"
      urgent
      actions={
        <Button spacing="compact" onClick={retry}>
          {t('ui.retry')}
        </Button>
      }
    >
      <Text id="gadget.projectsFailed" />
    </Notice>
  );
}

function SettingsForm({ offered }: { offered: Projects }) {
  const t = useText();
  const settings = useSettings();
  const { refresh, setRefresh, problem, saving } = settings;
  return (
    <form
      className="hf-form"
      onSubmit={(event) => {
        event.preventDefault();
        settings.save();
      }}
    >
      <ProjectField offered={offered} settings={settings} />
      <div className="hf-field">
        <Choice
          label={t('gadget.refresh')}
          value={refresh}
          options={REFRESHES.map((minutes) => ({
            value: String(minutes),
            label: minutes === 0 ? t('gadget.refreshNever') : t('gadget.refreshEvery', { minutes }),
          }))}
          onChange={setRefresh}
        />
      </div>
      <p className="hf-subtle">
        <Text id="gadget.readAs" />
      </p>
      {problem === 'refused' && (
        <Notice tone="error" urgent>
          <Text id="gadget.savedNot" />
        </Notice>
      )}
      <div className="hf-actions">
        <Button type="submit" appearance="primary" isDisabled={saving}>
          {t('gadget.save')}
        </Button>
      </div>
    </form>
  );
}

function ProjectField({
  offered: { projects, complete },
  settings: { before, chosen, choose, problem },
}: {
  offered: Projects;
  settings: ReturnType<typeof useSettings>;
}) {
  const t = useText();
  const lost = before !== null && !projects.some(({ key }) => key === before);
  const needed = problem === 'needed';
  return (
    <div className="hf-field">
      <Choice
        label={t('gadget.project')}
        value={chosen}
        isInvalid={needed}
        describedBy={needed ? 'hf-gadget-needed' : undefined}
        options={[
          ...(before === null ? [{ value: NONE, label: t('gadget.projectChoose') }] : []),
          ...(lost ? [{ value: before, label: t('gadget.projectLeft', { key: before }) }] : []),
          ...projects.map(({ key, name }) => ({ value: key, label: `${name} (${key})` })),
        ]}
        onChange={choose}
      />
      {needed && (
        <p className="hf-error" id="hf-gadget-needed" role="alert">
          <Text id="gadget.projectNeeded" />
        </p>
      )}
      {projects.length === 0 && (
        <p className="hf-subtle">
          <Text id="gadget.projectsNone" />
        </p>
      )}
      {!complete && (
        <p className="hf-subtle hf-small">
          <Text id="gadget.projectsMore" values={{ count: projects.length }} />
        </p>
      )}
    </div>
  );
}
