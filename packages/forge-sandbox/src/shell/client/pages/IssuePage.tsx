import { Adf } from '../app/Adf';
import { HttpError } from '../app/http';
import { TypeIcon } from '../app/icons';
import { getFields, getIssue } from '../app/jira';
import type { Project } from '../app/shapes';
import { useTitle } from '../app/title';
import { Failure, Skeleton } from '../app/ui';
import { useLoad } from '../app/use-load';
import { useWorld } from '../app/world';
import { Comments } from './Comments';
import { Details } from './Details';
import { IssueContexts } from './IssueContexts';
import { IssueMenu } from './IssueMenu';
import { Links } from './Links';
import { MissingIssue } from './Missing';
import { Panels } from './Panels';
import { StatusMenu } from './StatusMenu';

/** One work item: what it is, where it stands, the app's panels and what was said. */
export const IssuePage = ({ issueKey, project }: { issueKey: string; project: Project }) => {
  const { client } = useWorld();
  const [loaded, reload] = useLoad(issueKey, async () => {
    const [issue, fields] = await Promise.all([getIssue(client, issueKey), getFields(client)]);
    return { issue, fields };
  });
  useTitle(loaded.state === 'ready' ? `[${issueKey}] ${loaded.value.issue.fields.summary}` : issueKey);

  if (loaded.state === 'loading')
    return (
      <div className="page">
        <Skeleton label="Loading the work item" lines={6} />
      </div>
    );
  if (loaded.state === 'failed') {
    if (loaded.error instanceof HttpError && loaded.error.status === 404) return <MissingIssue />;
    return (
      <div className="page">
        <Failure what={`${issueKey} could not be read`} error={loaded.error} retry={reload} />
      </div>
    );
  }
  const { issue, fields } = loaded.value;
  if (issue.key !== issueKey) {
    // It was moved to another project since; the old key goes on leading here.
    window.location.replace(`/browse/${issue.key}`);
    return null;
  }
  const { summary, issuetype, parent, description, issuelinks } = issue.fields;
  return (
    <div className="page page-issue">
      <div className="issue-head">
        <ol className="breadcrumbs" aria-label="Where this work item belongs">
          <li>
            <a href={`/projects/${project.key}/board`}>{project.name}</a>
          </li>
          {parent && (
            <li>
              <a href={`/browse/${parent.key}`}>{parent.key}</a>
            </li>
          )}
          <li>
            <TypeIcon name={issuetype.name} /> {issue.key}
          </li>
        </ol>
        <h1>{summary}</h1>
        <div className="button-row">
          <StatusMenu issue={issue} onMoved={reload} />
          <IssueMenu issue={issue} project={project} />
        </div>
      </div>
      <div className="issue-main">
        {description !== null && description !== undefined && (
          <section aria-labelledby="description-title">
            <h2 id="description-title">Description</h2>
            <Adf value={description} />
          </section>
        )}
        <Links links={issuelinks ?? []} />
        <Panels issue={issue} project={project} refresh={reload} />
        <Comments issue={issue} reload={reload} />
      </div>
      <div className="issue-side">
        <Details issue={issue} fields={fields} reload={reload} />
        <IssueContexts issue={issue} project={project} />
      </div>
    </div>
  );
};
