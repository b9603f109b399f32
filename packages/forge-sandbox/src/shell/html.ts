import { THEME_ATTRIBUTE } from './tokens';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** JSON that can stand inside a script element. */
const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

// Runs before first paint, so that a page never flashes in the wrong theme.
const FOLLOW_SYSTEM =
  "if(matchMedia('(prefers-color-scheme: dark)').matches)document.documentElement.dataset.colorMode='dark'";

/** One page: the skeleton that the client script fills. `boot` is handed to the script as JSON. */
export const pageHtml = (page: {
  title: string;
  theme: 'light' | 'dark' | 'system';
  boot: unknown;
}): string => `<!doctype html>
<html lang="en" data-theme="${THEME_ATTRIBUTE}" data-color-mode="${page.theme === 'dark' ? 'dark' : 'light'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="/sandbox/shell/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/sandbox/shell/tokens.css">
<link rel="stylesheet" href="/sandbox/shell/shell.css">
${page.theme === 'system' ? `<script>${FOLLOW_SYSTEM}</script>\n` : ''}</head>
<body>
<div id="root"></div>
<noscript><p>The Jira stand-in needs JavaScript.</p></noscript>
<script type="application/json" id="boot">${scriptJson(page.boot)}</script>
<script type="module" src="/sandbox/shell/shell.js"></script>
</body>
</html>
`;

/** The stand-in's mark: a board of three columns. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1868DB"/><g fill="#fff"><rect x="7" y="8" width="4.5" height="16" rx="1.5"/><rect x="13.75" y="8" width="4.5" height="10" rx="1.5"/><rect x="20.5" y="8" width="4.5" height="13" rx="1.5"/></g></svg>`;
