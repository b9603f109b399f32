/** A theme of the design tokens: its text, or the CommonJS module around it. */
type ThemeSheet = string | { readonly default: string };

declare module '@atlaskit/tokens/dist/cjs/artifacts/themes/*' {
  const sheet: ThemeSheet;
  export default sheet;
}
