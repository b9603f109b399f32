const TOKENS = '/sandbox/shell/tokens.css';
/** The attribute by which Atlaskit's token sheets choose themes. */
const THEMES = 'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography';

const surfaceOf = (theme: unknown): string =>
  typeof theme === 'object' && theme !== null && 'surface' in theme && theme.surface === 'overlay'
    ? 'var(--ds-surface-overlay)'
    : 'var(--ds-surface)';

const colorModeOf = (theme: unknown): 'light' | 'dark' =>
  typeof theme === 'object' && theme !== null && 'colorMode' in theme && theme.colorMode === 'dark'
    ? 'dark'
    : 'light';

/** Sets the theme attributes that Forge's host sets on the frame's root element. */
export const applyTheme = (theme: unknown): void => {
  const root = document.documentElement;
  root.dataset['theme'] = THEMES;
  root.dataset['colorMode'] = colorModeOf(theme);
  // The surface the frame lies on; apps paint their background with it.
  root.style.setProperty('--ds-elevation-surface-current', surfaceOf(theme));
};

/** Answers `view.theme.enable()`: loads the token sheet once, then applies the shell's theme. */
export const enableTheming = (theme: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    applyTheme(theme);
    if (document.querySelector(`link[href="${TOKENS}"]`) !== null) return resolve();
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = TOKENS;
    sheet.onload = () => resolve();
    sheet.onerror = () => reject(new Error('The design tokens could not be loaded.'));
    document.head.prepend(sheet);
  });
