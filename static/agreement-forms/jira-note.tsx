import { Suspense, type ComponentType } from 'react';
import { jiraDifferences } from '../../src/domain/charter/agreement/jira-differences';
import { PartBoundary } from '../ui/part-boundary';
import type { JiraLinesProps, JiraSaid } from './jira-lines';
import { useIssueStatus } from './issue-statuses';

/**
 * Where Jira tells something else than the agreement, and what the reader can do about it with one click. The page
 * fetches the lines with what else it fetches late: few agreements differ, and what Jira says comes after the first paint.
 */
export function JiraNote({
  Lines,
  ...props
}: JiraLinesProps & { Lines: ComponentType<JiraLinesProps & JiraSaid> }) {
  const issue = useIssueStatus(props.agreement.providerIssueKey);
  const due = useIssueStatus(props.issueKey)?.due;
  const facts = issue && { category: issue.category, assignee: issue.assignee?.accountId };
  if (jiraDifferences(props.agreement, facts, due).length === 0) return null;
  return (
    <PartBoundary>
      <Suspense fallback={null}>
        <Lines {...props} issue={issue} due={due} />
      </Suspense>
    </PartBoundary>
  );
}
