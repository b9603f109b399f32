import type { IssueKey } from '../../src/domain/values';
import type { IssueStatus } from '../jira/issues';
import { IssueLink } from '../ui/issue-link';
import { StateWord, type Tone } from '../ui/state-word';
import { useText } from '../ui/text';
import { useIssueSight } from './issue-statuses';

const tones: Readonly<Record<IssueStatus['category'], Tone>> = {
  new: 'quiet',
  indeterminate: 'waiting',
  done: 'good',
};

/** In place of a provider's own work item that the reader may not see: that there is one. */
export function HiddenIssue() {
  const t = useText();
  return <span className="hf-issue hf-subtle hf-small">{t('panel.blockerHidden')}</span>;
}

/** A provider's own work item: its key, and where it stands as far as the reader may see it. */
export function ProviderIssue({ issueKey, isLong = false }: { issueKey: IssueKey; isLong?: boolean }) {
  const t = useText();
  const sight = useIssueSight(issueKey);
  const issue = typeof sight === 'string' ? null : sight;
  return (
    <span className="hf-issue">
      <IssueLink issueKey={issueKey} />
      {isLong && issue && <span dir="auto">{issue.summary}</span>}
      {issue && <StateWord tone={tones[issue.category]}>{issue.status}</StateWord>}
      {sight === null && <span className="hf-subtle hf-small">{t('issue.hidden')}</span>}
      {isLong && sight === 'unknown' && <span className="hf-subtle hf-small">{t('issue.unknown')}</span>}
    </span>
  );
}
