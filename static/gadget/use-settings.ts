import { useEffect, useState } from 'react';
import { view } from '@forge/bridge';
import { useSurroundings } from '../ui/surroundings';
import { configuredProject, configuredRefresh, type Configuration } from './configuration';
import { visibleProjects } from './projects';

export type Projects = Awaited<ReturnType<typeof visibleProjects>>;

/** No project chosen. */
export const NONE = '';

/** The projects the reader may choose from; null on their way. */
export function useProjects(): {
  readonly projects: Projects | 'failed' | null;
  readonly retry: () => void;
} {
  const [projects, setProjects] = useState<Projects | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);
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
  return {
    projects,
    retry: () => {
      setProjects(null);
      setAttempt(attempt + 1);
    },
  };
}

/** What the gadget is to show, while it is chosen, and the way to hand it to Jira. */
export function useSettings() {
  const { extension } = useSurroundings();
  const before = configuredProject(extension);
  const [chosen, setChosen] = useState(before ?? NONE);
  const [refresh, setRefresh] = useState(String(configuredRefresh(extension)));
  const [problem, setProblem] = useState<'needed' | 'refused' | null>(null);
  const [saving, setSaving] = useState(false);
  const send = async () => {
    setSaving(true);
    setProblem(null);
    const minutes = Number(refresh);
    const configuration: Configuration = { projectKey: chosen, ...(minutes > 0 && { refresh: minutes }) };
    // Where it is taken, Jira shows the gadget in place of this page.
    await view.submit(configuration).catch(() => setProblem('refused'));
    setSaving(false);
  };
  return {
    before,
    chosen,
    choose: (key: string) => {
      setChosen(key);
      setProblem(null);
    },
    refresh,
    setRefresh,
    problem,
    saving,
    save: () => {
      if (saving) return;
      if (chosen === NONE) setProblem('needed');
      else void send();
    },
  };
}
