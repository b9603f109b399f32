import { useEffect, useState } from 'react';
import DownIcon from '@atlaskit/icon/core/chevron-down';
import { creatableProjects, creatableTypes, type Named } from '../jira/create-issue';
import { Field } from '../ui/fields';
import { useText } from '../ui/text';
import '../ui/choice.css';

type Listed = readonly Named[] | 'asked' | 'unavailable';

/** Where a new work item is created, and of which type: what Jira lets the reader choose from. */
export function NewIssueFields({
  projectId,
  typeId,
  onProject,
  onType,
  errorOf,
}: {
  projectId: string;
  typeId: string;
  onProject: (id: string) => void;
  onType: (id: string) => void;
  errorOf: (name: string) => string | undefined;
}) {
  const t = useText();
  const projects = useList('every', creatableProjects);
  const types = useList(projectId, creatableTypes);
  // The first type is the everyday one; it is offered, not asked for.
  const first = typeof types === 'string' ? undefined : types[0]?.id;
  const known = typeof types !== 'string' && types.some(({ id }) => id === typeId);
  useEffect(() => {
    if (first !== undefined && !known) onType(first);
  }, [first, known, onType]);
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
