/** The route of the portfolio below the page of one's commitments. */
export const PORTFOLIO_PATH = '/portfolio';

/** Whether Jira opened the page at the portfolio. */
export function isPortfolio(extension: Readonly<Record<string, unknown>>): boolean {
  const { location } = extension;
  return typeof location === 'string' && new RegExp(`${PORTFOLIO_PATH}/?([?#].*)?$`).test(location);
}
