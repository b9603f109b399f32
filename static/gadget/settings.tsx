import { useEffect, useState } from 'react';
import { view } from '@forge/bridge';
import Button from '@atlaskit/button/new';
import { Choice } from '../ui/choice';
import { Notice } from '../ui/notice';
import { SkeletonLines } from '../ui/skeleton';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { configuredProject, configuredRefresh, REFRESHES, type Configuration } from './configuration';
import { visibleProjects } from './projects';

type Projects = Awaited<ReturnType<typeof visibleProjects>>;

const NONE = '';

/** What the gadget is to show, kept by Jira with the dashboard. */
export function Settings() {
  const t = useText();
  const { extension } = useSurroundings();
  const before = configuredProject(extension);
  const [projects, setProjects] = useState<Projects | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState(before ?? NONE);
  const [refresh, setRefresh] = useState(String(configuredRefresh(extension)));
  const [problem, setProblem] = useState<'needed' | 'refused' | null>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    let left = false;
    visibleProjects().then(
      (found) => left || setProjects(found),
      () => left || setProjects('failed'),
    );
    return () => {
      left = true;
    };
  }, [attempt]);

  if (projects === null) return <SkeletonLines lines={4} />;
  if (projects === 'failed') {
    return (
      <Notice
        tone="warning"
        urgent
        actions={
          <Button
            spacing="compact"
            onClick={() => {
              setProjects(null);
              setAttempt(attempt + 1);
            }}
          >
            {t('ui.retry')}
          </Button>
        }
      >
        <Text id="gadget.projectsFailed" />
      </Notice>
    );
  }
  const save = async () => {
    if (chosen === NONE) return setProblem('needed');
    setSaving(true);
    setProblem(null);
    const minutes = Number(refresh);
    const configuration: Configuration = { projectKey: chosen, ...(minutes > 0 && { refresh: minutes }) };
    // Where it is taken, Jira shows the gadget in place of this page.
    await view.submit(configuration).catch(() => setProblem('refused'));
    setSaving(false);
  };
  const lost = before !== null && !projects.projects.some(({ key }) => key === before);
  return (
    <form
      className="hf-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) void save();
      }}
    >
      <div className="hf-field">
        <Choice
          label={t('gadget.project')}
          value={chosen}
          isInvalid={problem === 'needed'}
          describedBy={problem === 'needed' ? 'hf-gadget-needed' : undefined}
          options={[
            ...(before === null ? [{ value: NONE, label: t('gadget.projectChoose') }] : []),
            ...(lost ? [{ value: before, label: t('gadget.projectLeft', { key: before }) }] : []),
            ...projects.projects.map(({ key, name }) => ({ value: key, label: `${name} (${key})` })),
          ]}
          onChange={(key) => {
            setChosen(key);
            setProblem(null);
          }}
        />
        {problem === 'needed' && (
          <p className="hf-error" id="hf-gadget-needed" role="alert">
            <Text id="gadget.projectNeeded" />
          </p>
        )}
        {projects.projects.length === 0 && (
          <p className="hf-subtle">
            <Text id="gadget.projectsNone" />
          </p>
        )}
        {!projects.complete && (
          <p className="hf-subtle hf-small">
            <Text id="gadget.projectsMore" values={{ count: projects.projects.length }} />
          </p>
        )}
      </div>
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
