import { isLapsed } from '../../ui/licence';
import { useEffect, useState } from 'react';
import { askJira } from '../../jira/requests';
import { mayAdminister, projectTypes, type OfferedType } from '../../policy/model/jira-shapes';

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
    void askJira(`/rest/api/3/project/${key}`)
      .then(projectTypes)
      .catch(() => null)
      .then((told) => left || setTypes(told));
    void askJira(`/rest/api/3/mypermissions?projectKey=${key}&permissions=ADMINISTER_PROJECTS`)
      .then((answer) => left || setMayChange(mayAdminister(answer) && !isLapsed()))
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [projectKey]);
  return { types, mayChange };
}
