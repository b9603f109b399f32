import { router } from '@forge/bridge';
import { pathOfReinforcement } from '../../../src/contract/reinforcement-path';
import type { Reinforcement } from '../../../src/domain/drift/reinforcements';

/** Opens the project's policy page, with a change proposed on it where one is given: nothing is saved by that. */
export function openPolicyPage(projectKey: string, change?: Reinforcement): void {
  void router
    .navigate({
      target: 'module',
      moduleKey: 'project-policy',
      projectKey,
      ...(change && { path: pathOfReinforcement(change) }),
    })
    .catch(() => undefined);
}
