import type { BuildMessage } from '../../dev/build-message';
import { inRoot } from '../build/project';

/** Where `npm run dev` builds: apart from what is deployed, which goes through Forge's own bundler. */
export const output = inRoot('dist/dev');

/** What follows from a build: another server process, or something that the running one takes up. */
export type Rebuilt = { readonly restart: true } | (BuildMessage & { readonly restart: false });

/** One part of what a developer runs, built again whenever a file of it changes. */
export interface WatchedBuild {
  readonly name: string;
  /** Whether a file goes into it; paths here and below are relative to the checkout. */
  readonly concerns: (file: string) => boolean;
  /** Builds all of it. @throws Error with esbuild's messages */
  rebuild(changed: readonly string[]): Promise<Rebuilt>;
  dispose(): Promise<void>;
}
