import type { AccountId } from '../../domain/values';
import type { RawWorkItem } from '../subject/ports';

export interface Shadow {
  readonly dri: AccountId | null;
  readonly waitingFor: readonly AccountId[];
  /** Whoever promised something that is still to come: a gate that reads the item then knows them too. */
  readonly promisedBy: readonly AccountId[];
  readonly gate: string;
}

/** The fields of ours on a work item. */
export interface JiraFields {
  /**
   * Writes the read-only fields that boards, filters and exports see.
   *
   * @throws Refused when Jira does not take them.
   */
  writeShadow(item: RawWorkItem, shadow: Shadow): Promise<void>;
}
