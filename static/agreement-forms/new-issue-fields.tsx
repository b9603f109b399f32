import { useEffect, useState } from 'react';
import DownIcon from '@atlaskit/icon/core/chevron-down';
import { creatableProjects, creatableTypes, type Named } from '../jira/create-issue';
import { Field } from '../ui/fields';
import { useText } from '../ui/text';
import '../ui/choice.css';
import type { NewIssue } from './use-new-issue';

type Listed = readonly Named[] | 'asked' | 'unavailable';

/** What Jira lets the reader choose from, and the type that is chosen. */
export interface Creatable {
  readonly projects: Listed;
  readonly types: Listed;
  /** Empty while there is none. */
  readonly typeId: string;
}

/** @param isAsked whether anybody wants to choose */
export function useCreatable(
  isAsked: boolean,
  { projectId, typeId }: Pick<NewIssue, 'projectId' | 'typeId'>,
): Creatable {
  const projects = useList(isAsked ? 'every' : '', creatableProjects);
  const types = useList(isAsked ? projectId : '', creatableTypes);
  const offered = typeof types === 'string' ? [] : types;
  // The first type is the everyday one; it is offered, not asked for.
  const chosen = offered.find(({ id }) => id === typeId) ?? offered[0];
  return { projects, types, typeId: chosen?.id ?? '' };
}

/** Where a new work item is created, and of which type. */
export function NewIssueFields({
  creatable: { projects, types, typeId },
  projectId,
  onProject,
  onType,
  errorOf,
}: {
  creatable: Creatable;
  projectId: string;
  onProject: (id: string) => void;
  onType: (id: string) => void;
  errorOf: (name: string) => string | undefined;
}) {
  const t = useText();
  return (
    <div className="hf-form-pair">
      <Choose
        label={t('issue.project')}
        blank={t('issue.chooseProject')}
        listed={projects}
        value={projectId}
        onChange={onProject}
        error={errorOf('projectId')}
      />
      {projectId !== '' && (
        <Choose
          label={t('issue.type')}
          blank=""
          listed={types}
          value={typeId}
          onChange={onType}
          error={errorOf('typeId')}
        />
      )}
    </div>
  );
}

/** What Jira lists about something; `''` asks nothing yet. */
function useList(about: string, ask: (about: string) => Promise<readonly Named[]>): Listed {
  const [listed, setListed] = useState<Listed>('asked');
  useEffect(() => {
    let left = false;
    setListed('asked');
    if (about === '') return undefined;
    ask(about).then(
      (list) => !left && setListed(list),
      () => !left && setListed('unavailable'),
    );
    return () => {
      left = true;
    };
  }, [about, ask]);
  return listed;
}

function Choose({
  label,
  blank,
  listed,
  value,
  onChange,
  error,
}: {
  label: string;
  blank: string;
  listed: Listed;
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
}) {
  const t = useText();
  const options = typeof listed === 'string' ? [] : listed;
  const note =
    listed === 'unavailable'
      ? t('issue.listUnavailable')
      : listed !== 'asked' && options.length === 0
        ? t('issue.listEmpty')
        : undefined;
  return (
    <Field label={label} isRequired error={error} help={note}>
      {(wiring) => (
        <span className="hf-choice-box">
          <select
            {...wiring}
            aria-required
            disabled={options.length === 0}
            value={options.some(({ id }) => id === value) ? value : ''}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            <option value="">{listed === 'asked' ? t('ui.loading') : blank}</option>
            {options.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <DownIcon label="" size="small" color="currentColor" />
        </span>
      )}
    </Field>
  );
}
