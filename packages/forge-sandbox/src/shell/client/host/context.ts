import type { Extension, ShellModule } from '../../../modules/shown';

/** Facts of the page that every context carries. */
export interface Surroundings {
  readonly accountId: string;
  readonly timezone: string;
  readonly locale: string;
  readonly siteUrl: string;
  readonly cloudId: string;
  readonly environmentId: string;
  readonly environmentType: string;
  /** ARI of the site. */
  readonly installContext: string;
  /** Absent where Forge says nothing of a licence. */
  readonly license?: { readonly active: boolean } | undefined;
}

export type ColorMode = 'light' | 'dark';

/** The context of a module, as `view.getContext()` answers it and as the resolver receives it. */
export const forgeContext = (
  module: ShellModule,
  extension: Extension,
  around: Surroundings,
  colorMode: ColorMode,
): Record<string, unknown> => ({
  accountId: around.accountId,
  cloudId: around.cloudId,
  environmentId: around.environmentId,
  environmentType: around.environmentType,
  ...(around.license && { license: around.license }),
  localId: `${around.installContext}/${module.key}`,
  locale: around.locale,
  moduleKey: module.key,
  siteUrl: around.siteUrl,
  timezone: around.timezone,
  theme: {
    colorMode,
    dark: 'dark',
    light: 'light',
    motion: 'motion',
    shape: 'shape',
    spacing: 'spacing',
    typography: 'typography',
  },
  surfaceColor: null,
  extension,
});
