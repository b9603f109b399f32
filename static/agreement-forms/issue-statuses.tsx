import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { IssueKey } from '../../src/domain/values';
import type { IssueStatus } from '../jira/issues';

type Known = Readonly<Record<IssueKey, IssueStatus>> | 'asked' | 'unknown';

const Statuses = createContext<Known>('asked');

/**
 * Asks Jira, once the page stands, how the work items with these keys fare, the providers' own and the one they are
 * promised to: one question for all of them, as the reader, and again with every new answer of the backend (`asOf`).
 */
export function IssueStatuses({
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

/** What Jira said of a work item; undefined while it was not asked, and where it does not show it to the reader. */
export function useIssueStatus(issueKey: IssueKey | undefined): IssueStatus | undefined {
  const known = useContext(Statuses);
  return typeof known === 'string' || issueKey === undefined ? undefined : known[issueKey];
}

/** The same, and null where Jira does not show it to the reader, or `unknown` where it did not answer. */
export function useIssueSight(issueKey: IssueKey): IssueStatus | null | 'asked' | 'unknown' {
  const known = useContext(Statuses);
  return typeof known === 'string' ? known : (known[issueKey] ?? null);
}
