import type { MouseEvent } from 'react';
import { router } from '@forge/bridge';
import type { IssueKey } from '../../src/domain/values';
import { useSurroundings } from './surroundings';

/** A work item's key that opens it in Jira. A frame may not navigate by itself: Jira is asked to. */
export function IssueLink({ issueKey, children }: { issueKey: IssueKey; children?: string }) {
  const { siteUrl } = useSurroundings();
  const open = (event: MouseEvent) => {
    event.preventDefault();
    const path = `/browse/${issueKey}`;
    void (event.metaKey || event.ctrlKey ? router.open(path) : router.navigate(path));
  };
  return (
    <a className="hf-link" href={`${siteUrl}/browse/${issueKey}`} onClick={open}>
      {children ?? issueKey}
    </a>
  );
}
