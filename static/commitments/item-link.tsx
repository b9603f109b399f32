import type { CommitmentEntry } from '../../src/contract/answers';
import type { DutyKind } from '../../src/domain/commitments/duties';
import { IssueLink } from '../ui/issue-link';
import { useText } from '../ui/text';

/** What is about the whole work item is named after it already. */
const NAMED_AFTER_ITEM: readonly DutyKind[] = [
  'accept-nomination',
  'write-brief',
  'check-in',
  'keep-or-change',
];

/** The work item a line belongs to, as far as Jira shows it to the reader. */
export function ItemLink({ entry: { duty, item, itemDeletedAt } }: { entry: CommitmentEntry }) {
  const t = useText();
  if (itemDeletedAt !== undefined) {
    return <p className="hf-subtle hf-small">{t('commitments.deletedItem')}</p>;
  }
  if (!item) return <p className="hf-subtle hf-small">{t('commitments.hiddenItem')}</p>;
  return (
    <p className="hf-commitment-where">
      <IssueLink issueKey={item.issueKey} /> {!NAMED_AFTER_ITEM.includes(duty) && <span>{item.summary}</span>}{' '}
      <span className="hf-subtle">({item.status.name})</span>
    </p>
  );
}
