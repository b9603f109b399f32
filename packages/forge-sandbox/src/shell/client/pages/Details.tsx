import type { ReactNode } from 'react';
import { useDates } from '../app/dates';
import { isForgeField, isPeopleField } from '../app/fields';
import type { Field, Issue } from '../app/shapes';
import { useFieldWords } from './Card';
import { AssigneeField, PeopleField, PeopleList } from './People';

const Row = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div className="detail">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const holdsPeople = ({ schema }: Field) => schema?.type === 'user' || schema?.items === 'user';

/** Jira shows a custom field only on items whose screens have it; an answer without the field says it has not. */
const onIssue = (issue: Issue, field: Field) => field.id in issue.fields;

/** Who works on the item, what the app keeps on it, and when it changed. */
export const Details = ({
  issue,
  fields,
  reload,
}: {
  issue: Issue;
  fields: readonly Field[];
  reload: () => Promise<void>;
}) => {
  const dates = useDates();
  const words = useFieldWords();
  const { reporter, parent, created, updated } = issue.fields;
  const shown = fields.filter((field) => onIssue(issue, field));
  return (
    <section className="details" aria-labelledby="details-title">
      <h2 id="details-title">Details</h2>
      <dl>
        <Row name="Assignee">
          <AssigneeField issue={issue} reload={reload} />
        </Row>
        {shown.filter(isPeopleField).map((field) => (
          <Row key={field.id} name={field.name}>
            <PeopleField issue={issue} field={field} reload={reload} />
          </Row>
        ))}
        {shown.filter(isForgeField).map((field) => {
          const value = issue.fields[field.id];
          return (
            <Row key={field.id} name={field.name}>
              {holdsPeople(field) ? (
                <PeopleList value={value} />
              ) : (
                (words(field, value) ?? <span className="quiet">None</span>)
              )}
            </Row>
          );
        })}
        <Row name="Reporter">{reporter?.displayName ?? <span className="quiet">None</span>}</Row>
        {parent && (
          <Row name="Parent">
            <a href={`/browse/${parent.key}`}>{parent.key}</a> {parent.fields?.summary}
          </Row>
        )}
      </dl>
      <p className="quiet details-dates">
        {created && (
          <>
            Created {dates.ago(created)}
            <br />
          </>
        )}
        {updated && <>Updated {dates.ago(updated)}</>}
      </p>
    </section>
  );
};
