/** What Jira's REST API has below its version, by the first part of the path. */
const COLLECTIONS = new Set([
  'announcementBanner', 'app', 'application-properties', 'applicationrole', 'attachment', 'auditing', 'avatar', 'bulk',
  'changelog', 'classification-levels', 'comment', 'component', 'config', 'configuration', 'customFieldOption', 'dashboard',
  'data-policy', 'events', 'expression', 'field', 'fieldconfiguration', 'fieldconfigurationscheme', 'filter', 'group', 'groups',
  'groupuserpicker', 'instance', 'issue', 'issueLink', 'issueLinkType', 'issues', 'issuesecurityschemes', 'issuetype',
  'issuetypescheme', 'issuetypescreenscheme', 'jql', 'label', 'license', 'mypermissions', 'mypreferences', 'myself',
  'notificationscheme', 'permissions', 'permissionscheme', 'plans', 'priority', 'priorityscheme', 'project', 'project-template',
  'projectCategory', 'projects', 'projectvalidate', 'redact', 'resolution', 'role', 'screens', 'screenscheme', 'search',
  'securitylevel', 'settings', 'status', 'statuses', 'statuscategory', 'task', 'uiModifications', 'universal_avatar', 'user',
  'users', 'version', 'webhook', 'workflow', 'workflows', 'workflowscheme', 'worklog',
]); // prettier-ignore

/** Names that stand where otherwise a key or an id does. */
const BESIDE: Readonly<Record<string, ReadonlySet<string>>> = {
  issue: new Set([
    'archive', 'bulk', 'bulkfetch', 'createmeta', 'limit', 'picker', 'properties', 'unarchive', 'watching',
  ]),
  issuetype: new Set(['project']),
  project: new Set(['recent', 'search', 'type']),
}; // prettier-ignore

/** Verbs that Jira has beside those of the double, on the double's own paths. */
const MORE_VERBS: Readonly<Record<string, readonly string[]>> = {
  '/bulk/issues/transition': ['GET'],
  '/field': ['POST'],
  '/issue/{issueIdOrKey}/watchers': ['DELETE'],
  '/priority': ['POST'],
  '/user': ['DELETE', 'POST'],
};

/** Jira's other interfaces, by how their paths begin. */
const ELSEWHERE = /^\/rest\/(agile|servicedeskapi|webhooks|atlassian-connect|forge|dev-status|greenhopper)\//;

/**
 * Whether a request asks for something that Jira has and the double lacks, which is never the caller's mistake.
 *
 * @param segments the path below the version, decoded; undefined for a path outside of the API
 * @param template the path of the double's that would answer, if one would
 */
export function isLacking(
  method: string,
  path: string,
  segments: readonly string[] | undefined,
  template: string | undefined,
): boolean {
  if (segments === undefined) return ELSEWHERE.test(path);
  const [first = '', second = ''] = segments;
  if (template === undefined) return COLLECTIONS.has(first);
  if (BESIDE[first]?.has(second) === true && !template.startsWith(`/${first}/${second}`)) return true;
  return MORE_VERBS[template]?.includes(method) ?? false;
}
