import type { Jira } from '../jira';
import type { RawIssue } from './raw';

/**
 * Links the imported issues. Each link type keeps its words: whichever side an export writes a link on,
 * the issue that read "depends on" in it reads "depends on" here.
 * @returns warnings about links that lead out of the export
 */
export function addLinks(jira: Jira, issues: readonly RawIssue[]): string[] {
  const made = new Set<string>();
  let outside = 0;
  for (const issue of issues) {
    for (const link of issue.fields.issuelinks ?? []) {
      const outward = link.outwardIssue !== undefined;
      const other = (link.outwardIssue ?? link.inwardIssue)?.key ?? '';
      if (!jira.issue(other)) {
        outside += 1;
        continue;
      }
      const type = jira.addLinkType(link.type);
      const [source, destination] = outward ? [issue.key, other] : [other, issue.key];
      // Words that read the same from both ends make one link, whichever end comes first.
      const ends =
        link.type.inward === link.type.outward ? [source, destination].sort() : [source, destination];
      const identity = [type.id, ...ends].join(' ');
      if (made.has(identity)) continue;
      made.add(identity);
      jira.addLink(type.id, source, destination);
    }
  }
  return outside === 0 ? [] : [`${outside} links lead to issues outside the export and were left out.`];
}
