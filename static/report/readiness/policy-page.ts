import { pathOfReinforcement } from '../../../src/contract/reinforcement-path';
import type { Reinforcement } from '../../../src/domain/report/drift/reinforcements';
import { openPolicy } from '../../ui/open-policy';

/** Opens the project's policy page, with a change proposed on it where one is given: nothing is saved by that. */
export const openPolicyPage = (projectKey: string, change?: Reinforcement): void =>
  openPolicy(projectKey, change && pathOfReinforcement(change));
