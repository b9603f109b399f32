import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { IssueKey } from '../../src/domain/values';
import type { IssueStatus } from '../jira/issues';
import { IssueLink } from '../ui/issue-link';
import { StateWord, type Tone } from '../ui/state-word';
import { useText } from '../ui/text';

type Known = Readonly<Record<IssueKey, IssueStatus>> | 'asked' | 'unknown';

const Statuses = createContext<Known>('asked');

/**
 * Asks Jira, once the page stands, how the providers' own work items fare: one question for all of them, as the
 * reader, and again with every new answer of the backend (`asOf`).
 */
export function ProviderIssues({
  keys,
  asOf,
  children,
}: {
  keys: readonly (IssueKey | undefined)[];
  asOf: string;
  children: ReactNode;
}) {
  const [known, setKnown] = useState<Known>('asked');
  const wanted = [...new Set(keys.filter((key) => key !== undefined))].sort().join(' ');
  useEffect(() => {
    if (wanted === '') return undefined;
    let left = false;
    // Fetched after the first paint, code and all: nobody waits for it.
    const ask = async () => (await import('../jira/issues')).issueStatuses(wanted.split(' '));
    ask().then(
      (statuses) => !left && setKnown(statuses),
      // What was known before is better than nothing.
      () => !left && setKnown((before) => (before === 'asked' ? 'unknown' : before)),
    );
    return () => {
      left = true;
    };
  }, [wanted, asOf]);
  return <Statuses.Provider value={known}>{children}</Statuses.Provider>;
}

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
  const known = useContext(Statuses);
  const issue = typeof known === 'string' ? undefined : known[issueKey];
  const hidden = typeof known !== 'string' && !issue;
  return (
    <span className="hf-issue">
      <IssueLink issueKey={issueKey} />
      {isLong && issue && <span dir="auto">{issue.summary}</span>}
      {issue && <StateWord tone={tones[issue.category]}>{issue.status}</StateWord>}
      {hidden && <span className="hf-subtle hf-small">{t('issue.hidden')}</span>}
      {isLong && known === 'unknown' && <span className="hf-subtle hf-small">{t('issue.unknown')}</span>}
    </span>
  );
}
