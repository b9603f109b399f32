import { fieldText, isForgeField, peopleIn } from '../app/fields';
import { TypeIcon } from '../app/icons';
import type { Field, Issue, Transition } from '../app/shapes';
import { Avatar, Lozenge, NobodyAvatar } from '../app/ui';
import { useNameOf } from '../app/world';
import { MoveMenu } from './MoveMenu';

/** A field's value in words; people by their names. */
export const useFieldWords = () => {
  const nameOf = useNameOf();
  return (field: Field, value: unknown): string | undefined => {
    if (field.schema?.type !== 'user' && field.schema?.items !== 'user') return fieldText(value);
    const people = peopleIn(value).map(({ accountId, displayName }) => displayName ?? nameOf(accountId));
    return people.length === 0 ? undefined : people.join(', ');
  };
};

const EpicName = ({ issue }: { issue: Issue }) => {
  const { parent } = issue.fields;
  if (parent?.fields === undefined) return null;
  return (
    <p className="card-epic">
      <Lozenge kind="new">{parent.fields.summary || parent.key}</Lozenge>
    </p>
  );
};

/** One work item on the board: can be dragged, or moved from its menu. */
export const Card = (props: {
  issue: Issue;
  fields: readonly Field[];
  busy: boolean;
  onDragStart: () => void;
  onDragEnd: () => void;
  transitions: () => Promise<Transition[]>;
  onMove: (transition: Transition) => void;
}) => {
  const { issue, busy } = props;
  const words = useFieldWords();
  const { summary, issuetype, assignee } = issue.fields;
  const facts = props.fields.filter(isForgeField).flatMap((field) => {
    const text = words(field, issue.fields[field.id]);
    return text === undefined ? [] : [{ name: field.name, text }];
  });
  return (
    <li
      className={`card${busy ? ' card-busy' : ''}`}
      data-issue={issue.key}
      draggable={!busy}
      aria-busy={busy}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', issue.key);
        event.dataTransfer.effectAllowed = 'move';
        props.onDragStart();
      }}
      onDragEnd={props.onDragEnd}
    >
      <div className="card-top">
        <a className="card-summary" href={`/browse/${issue.key}`} draggable={false}>
          {summary}
        </a>
        <MoveMenu issueKey={issue.key} load={props.transitions} onMove={props.onMove} disabled={busy} />
      </div>
      <EpicName issue={issue} />
      {facts.length > 0 && (
        <dl className="card-facts">
          {facts.map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="card-foot">
        <TypeIcon name={issuetype.name} />
        <span className="card-key">{issue.key}</span>
        {busy && <span className="card-moving">Moving…</span>}
        {assignee ? <Avatar name={assignee.displayName} labelled /> : <NobodyAvatar />}
      </div>
    </li>
  );
};
