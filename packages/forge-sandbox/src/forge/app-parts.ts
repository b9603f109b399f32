import type { FunctionRunner } from './functions';
import type { Installation } from './installation';
import type { licenceOf } from './licence';
import type { AppManifest } from './manifest';

/** What it takes to run a function of one installation outside a person's request. */
export interface AppParts {
  readonly manifest: AppManifest;
  readonly installation: Installation;
  readonly runner: FunctionRunner;
  readonly licence: () => ReturnType<typeof licenceOf>;
}
