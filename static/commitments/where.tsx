import type { CommitmentEntry } from '../../src/contract/answers';
import { IssueLink } from '../ui/issue-link';
import { useText } from '../ui/text';

/** The work item a line belongs to, as far as Jira shows it to the reader. */
export function Where({ entry: { duty, item, itemDeletedAt } }: { entry: CommitmentEntry }) {
  const t = useText();
  if (itemDeletedAt !== undefined) {
    return <p className="hf-subtle hf-small">{t('commitments.deletedItem')}</p>;
  }
  if (!item) return <p className="hf-subtle hf-small">{t('commitments.hiddenItem')}</p>;
  return (
    <p className="hf-commitment-where">
      <IssueLink issueKey={item.issueKey} /> {/* A nomination is named after its work item already. */}
      {duty !== 'accept-nomination' && duty !== 'write-brief' && <span>{item.summary}</span>}{' '}
      <span className="hf-subtle">({item.status.name})</span>
    </p>
  );
}
