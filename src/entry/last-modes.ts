import type { LastModes } from '../app/gate/evaluate-transition';
import type { Mode } from '../domain/policy/rules';

/** Projects remembered at once, of all sites that this instance serves. */
export const REMEMBERED = 500;

/** In the order in which they were last read. */
const modes = new Map<string, Mode>();

const nothing: LastModes = { of: () => undefined, remember: () => undefined };

/**
 * What this instance of the gate remembers of one site's projects. Forge may serve several sites from one instance:
 * nothing is remembered, or told, where the platform does not say which site it is.
 */
export function lastModesOf(site: string): LastModes {
  if (site === '') return nothing;
  const keyOf = (projectKey: string): string => `${site} ${projectKey}`;
  return {
    of: (projectKey) => modes.get(keyOf(projectKey)),
    remember(projectKey, mode) {
      modes.delete(keyOf(projectKey));
      modes.set(keyOf(projectKey), mode);
      const [oldest] = modes.keys();
      if (modes.size > REMEMBERED && oldest !== undefined) modes.delete(oldest);
    },
  };
}
