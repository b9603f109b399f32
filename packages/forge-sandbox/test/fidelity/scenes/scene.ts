import type { World } from '../../jira/helpers';

/**
 * Makes a call as an account or as `app`, and compares its answer with Atlassian's description. `template` names the
 * operation, `url` is what is called. Returns the body as it went over the wire.
 */
export type Check = (
  as: string,
  method: string,
  template: string,
  url: string,
  body?: unknown,
  expected?: number,
) => Promise<unknown>;

/** By the test's title. */
export type Scenes = Readonly<
  Record<string, (needs: { readonly site: World; readonly check: Check }) => Promise<void>>
>;
