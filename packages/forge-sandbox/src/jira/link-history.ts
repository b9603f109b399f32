import { record } from './edit';
import { emitUpdated } from './events';
import type { Issue, LinkType } from './model/types';
import type { Site, Viewer } from './site';

/** Writes the link into an issue's history, in the words that issue reads. */
function recordLink(
  site: Site,
  viewer: Viewer,
  issue: Issue,
  words: string,
  other: Issue,
  added: boolean,
): void {
  const text = `This work item ${words} ${other.key}`;
  const base = { field: 'Link', fieldtype: 'jira' as const, fieldId: 'issuelinks' };
  const item = added
    ? { ...base, from: null, fromString: null, to: other.key, toString: text }
    : { ...base, from: other.key, fromString: text, to: null, toString: null };
  const change = record(site, viewer, issue, [item]);
  if (change) emitUpdated(site, viewer, issue, change);
}

/** A link that came or went, in the histories of both its ends. */
export function recordBoth(
  site: Site,
  viewer: Viewer,
  type: LinkType,
  [source, destination]: readonly [Issue, Issue],
  added: boolean,
): void {
  recordLink(site, viewer, source, type.outward, destination, added);
  recordLink(site, viewer, destination, type.inward, source, added);
}
