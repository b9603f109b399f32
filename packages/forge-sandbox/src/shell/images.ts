import { avatarColour, initials, type AvatarColour } from './avatar-colour';
import { escapeHtml } from './html';

/** Background and text of a picture; dark text on a pale ground reads on light and dark pages alike. */
const PAIRS: Readonly<Record<AvatarColour, readonly [string, string]>> = {
  teal: ['#C6EDFB', '#164555'],
  purple: ['#EED7FC', '#48245D'],
  orange: ['#FCE4A6', '#693200'],
  blue: ['#CFE1FD', '#123263'],
  magenta: ['#FDD0EC', '#50253F'],
  green: ['#BAF3DB', '#164B35'],
};

const svg = (size: number, inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${inner}</svg>`;

const monogram = (name: string, letters: string, radius: number): string => {
  const [ground, ink] = PAIRS[avatarColour(name)];
  const text = `<text x="24" y="31" text-anchor="middle" font-family="ui-sans-serif,system-ui,sans-serif" font-size="19" font-weight="600" fill="${ink}">${escapeHtml(letters)}</text>`;
  return svg(48, `<rect width="48" height="48" rx="${radius}" fill="${ground}"/>${text}`);
};

/** A person's picture: initials on a disc. */
export const avatarSvg = (name: string): string => monogram(name, initials(name), 24);

/** A project's picture: its first letter on a tile. */
export const projectSvg = (name: string): string => monogram(name, initials(name).slice(0, 1), 6);

const TYPE_GLYPHS: Readonly<Record<string, readonly [string, string]>> = {
  epic: ['#AF59E1', '<path fill="#fff" d="M9 2.5 4 9h3.2L7 13.5 12 7H8.8L9 2.5Z"/>'],
  story: ['#6A9A23', '<path fill="#fff" d="M4.5 3h7v10L8 10.25 4.5 13V3Z"/>'],
  bug: ['#C9372C', '<circle cx="8" cy="8" r="3.75" fill="#fff"/>'],
};
const TASK: readonly [string, string] = [
  '#1868DB',
  '<path d="m4 8.2 2.8 2.8L12 5.4" fill="none" stroke="#fff" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>',
];

const PRIORITY_GLYPHS: Readonly<Record<string, string>> = {
  highest: '<path d="m3 8 5-5 5 5M3 13l5-5 5 5" stroke="#C9372C"/>',
  high: '<path d="m3 10 5-5 5 5" stroke="#C9372C"/>',
  low: '<path d="m3 6 5 5 5-5" stroke="#1868DB"/>',
  lowest: '<path d="m3 3 5 5 5-5M3 8l5 5 5-5" stroke="#1868DB"/>',
};
const MEDIUM = '<path d="M3 6h10M3 10h10" stroke="#E06C00"/>';

/** The small pictures that Jira's REST API points to: `issuetype`, `priority` or `status`, by lower-case name. */
export const iconSvg = (kind: string, name: string): string => {
  if (kind === 'issuetype') {
    const [ground, glyph] = TYPE_GLYPHS[name] ?? TASK;
    return svg(16, `<rect width="16" height="16" rx="3" fill="${ground}"/>${glyph}`);
  }
  if (kind === 'priority') {
    const glyph = PRIORITY_GLYPHS[name] ?? MEDIUM;
    return svg(
      16,
      `<g fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${glyph}</g>`,
    );
  }
  return svg(16, '<circle cx="8" cy="8" r="5.5" fill="none" stroke="#8590A2" stroke-width="2"/>');
};
