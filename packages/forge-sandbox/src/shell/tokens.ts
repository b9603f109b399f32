import dark from '@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-dark.js';
import light from '@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-light.js';
import motion from '@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-motion.js';
import shape from '@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-shape.js';
import spacing from '@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-spacing.js';
import typography from '@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-typography.js';

/** The value of `data-theme` under which every sheet below takes effect. */
export const THEME_ATTRIBUTE =
  'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography';

// Node hands a CommonJS module over whole, bundlers and jest hand over its default export.
const css = (sheet: ThemeSheet): string => (typeof sheet === 'string' ? sheet : sheet.default);

/** Atlassian's design tokens as one style sheet, for the shell and, when the app enables theming, for its frames. */
export const tokensCss = (): string => [light, dark, motion, shape, spacing, typography].map(css).join('\n');
