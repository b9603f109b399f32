/** The key of the project whose page this is, from what Jira tells the frame. */
export function projectKeyOf(extension: Readonly<Record<string, unknown>>): string {
  const project: unknown = extension['project'];
  return typeof project === 'object' && project !== null && 'key' in project ? String(project.key) : 'jira';
}
