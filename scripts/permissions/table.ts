import { outcome, permissions, ROLES, type Role } from '../../src/contract/permissions';
import type { CallKey } from '../../src/contract/inputs';

export const PERMISSIONS_PAGE = 'docs/security.md';

const TITLES: Readonly<Record<Role, string>> = {
  dri: 'DRI',
  provider: 'Provider',
  'hidden-provider': 'Provider, item hidden',
  team: 'Team',
  sponsor: 'Sponsor',
  lead: 'Project lead',
  admin: 'Jira admin',
  viewer: 'Viewer',
  outsider: 'Outsider',
  anonymous: 'Anonymous',
  app: 'App',
};

const BEGIN = '<!-- permissions: written by npm run permissions -->';
const END = '<!-- /permissions -->';

/** The table in Markdown, its columns padded as the formatter pads them. */
function permissionTable(): string {
  const head = ['Call', ...ROLES.map((role) => TITLES[role])];
  const rows = (Object.keys(permissions) as CallKey[]).map((call) => [
    `\`${call}\``,
    ...ROLES.map((role) => (outcome(call, role) === 'ok' ? 'yes' : '–')),
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/**
 * The page with its table as the contract has it now.
 * @throws Error when the page has lost the marks between which the table stands.
 */
export function withPermissionTable(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${PERMISSIONS_PAGE} has no place for the permission table.`);
  return `${page.slice(0, from)}${BEGIN}\n\n${permissionTable()}\n\n${page.slice(to)}`;
}
