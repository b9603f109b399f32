import type { AppManifest, AppModule } from '../forge/manifest';
import { moduleTypeNamed } from '../modules';
import { shownSchema, type ShellModule } from '../modules/shown';

type Parts = Pick<AppManifest, 'modules' | 'resources'>;

/** `main` or `main/panel` → the address of the entry's page, as the resource server lays it out. */
const pageAddress = (manifest: Parts, moduleKey: string, resource: string): string | undefined => {
  const [key = '', entry] = resource.split('/');
  const declared = manifest.resources.get(key);
  if (declared === undefined) return undefined;
  const file = entry === undefined ? 'index.html' : declared.entry[entry];
  return file === undefined ? undefined : `/sandbox/app/${moduleKey}/${file}`;
};

const pagesOf = (manifest: Parts, module: AppModule): Record<string, string> =>
  Object.fromEntries(
    Object.entries(module.resources).flatMap(([place, resource]) => {
      const address = pageAddress(manifest, module.key, resource);
      return address === undefined ? [] : [[place, address]];
    }),
  );

/** The manifest's modules that the shell can show, in the manifest's order. */
export const shellModules = (manifest: Parts): ShellModule[] =>
  manifest.modules
    .filter(({ type }) => moduleTypeNamed(type)?.shown !== undefined)
    .map((module) => ({
      type: module.type,
      ...shownSchema.parse(module.raw),
      pages: pagesOf(manifest, module),
    }));

/** Every page the manifest's resources hold: `main/panel` → `panel.html`. */
export const resourcePages = ({ resources }: Parts): Record<string, string> =>
  Object.fromEntries(
    [...resources.values()].flatMap(({ key, entry }): [string, string][] => [
      [key, 'index.html'],
      ...Object.entries(entry).map(([name, file]): [string, string] => [`${key}/${name}`, file]),
    ]),
  );
