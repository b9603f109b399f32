import type { z } from 'zod';
import type { ShownIn } from './shown';

/** How an entry of the manifest may name a function: itself, for its pages' calls, or for what of it changes. */
export type FunctionRole = 'function' | 'resolver' | 'dynamicProperties';

/** The pages an entry may have: the module's own, and those of a configuration. */
export type PageRole = 'main' | 'create' | 'edit' | 'view';

/**
 * Everything the stand-in has to know of one module type of manifest.yml. Runs in the server and in the browser, so
 * nothing here may need either.
 */
export interface ModuleType<Entry = unknown> {
  /** Its name in the manifest. */
  readonly type: string;
  /** What the stand-in reads of an entry; Atlassian's own validator checks the rest. */
  readonly schema: z.ZodType<Entry>;
  readonly functions: readonly FunctionRole[];
  readonly pages: readonly PageRole[];
  /** Nobody waits for its functions: they have their own time limit, unless another module uses them too. */
  readonly background?: true;
  /** Where Jira's pages show it; absent for modules without a page. */
  readonly shown?: ShownIn;
}

/** Declares a module type; the entry's type follows from the schema. */
export const moduleType = <Entry>(definition: ModuleType<Entry>): ModuleType<Entry> => definition;
