import { isLapsed } from '../../ui/licence';
import { useEffect, useState } from 'react';
import { requestJira } from '@forge/bridge';
import { mayAdminister, projectTypes, type OfferedType } from '../../policy/model/jira-shapes';

async function read(path: string): Promise<unknown> {
  const response = await requestJira(path, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}

export interface Project {
  /** Undefined while they are on their way, null where Jira does not tell them. */
  readonly types: readonly OfferedType[] | null | undefined;
  readonly mayChange: boolean;
}

/** The project's work item types, and whether the reader may change its policy, as Jira tells them. */
export function useProject(projectKey: string): Project {
  const [types, setTypes] = useState<Project['types']>();
  const [mayChange, setMayChange] = useState(false);
  useEffect(() => {
    let left = false;
    const key = encodeURIComponent(projectKey);
    // Without an answer the types under policy are offered, and the policy page says who may change it.
    void read(`/rest/api/3/project/${key}`)
      .then(projectTypes)
      .catch(() => null)
      .then((told) => left || setTypes(told));
    void read(`/rest/api/3/mypermissions?projectKey=${key}&permissions=ADMINISTER_PROJECTS`)
      .then((answer) => left || setMayChange(mayAdminister(answer) && !isLapsed()))
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [projectKey]);
  return { types, mayChange };
}
