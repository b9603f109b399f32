import type { Change, Issue, JsonObject } from '../model/types';
import type { Site, Viewer } from '../site';
import { jiraInstant } from '../time';
import { personOf } from './people';

export function changeBean(site: Site, viewer: Viewer, change: Change): JsonObject {
  const author = personOf(site, change.author);
  return {
    id: change.id,
    ...(author ? { author } : {}),
    created: jiraInstant(change.created, viewer.timeZone),
    items: change.items.map((item) => ({ ...item })),
  };
}

/** `expand=changelog`: the latest hundred entries, newest first, as Jira Cloud embeds them. */
export function embeddedChangelog(site: Site, viewer: Viewer, issue: Issue): JsonObject {
  const histories = issue.changelog
    .slice(-100)
    .reverse()
    .map((change) => changeBean(site, viewer, change));
  return { startAt: 0, maxResults: histories.length, total: issue.changelog.length, histories };
}
