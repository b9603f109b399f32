/** The hues of people's and projects' pictures, by the names of Atlaskit's accents. */
export const AVATAR_COLOURS = ['teal', 'purple', 'orange', 'blue', 'magenta', 'green'] as const;
export type AvatarColour = (typeof AVATAR_COLOURS)[number];

/** The same name always gets the same hue, on the shell's pages and in the app's. */
export const avatarColour = (name: string): AvatarColour => {
  const hash = [...name].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7);
  return AVATAR_COLOURS[hash % AVATAR_COLOURS.length] ?? 'blue';
};

/** Up to two initials, of words that start with a letter. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => word[0]?.toUpperCase() ?? '')
    .slice(0, 2)
    .join('');
