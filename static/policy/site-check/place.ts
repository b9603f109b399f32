/** The route of the site check below the page of the site's policy. */
export const SITE_CHECK_PATH = '/site-check';

/** Whether Jira opened the page at the site check. */
export function isSiteCheck(extension: Readonly<Record<string, unknown>>): boolean {
  const { location } = extension;
  return typeof location === 'string' && new RegExp(`${SITE_CHECK_PATH}/?([?#].*)?$`).test(location);
}
