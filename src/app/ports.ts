import type { Instant } from '../domain/values';
import type { JiraSummaries } from './commitments/ports';
import type { JiraFields } from './fields/ports';
import type { JiraMoves } from './gate/ports';
import type { JiraProjectKeys } from './lifecycle/ports';
import type { JiraProjects } from './portfolio/ports';
import type { JiraSettings } from './policy/ports';
import type { JiraSite } from './site-check/ports';
import type { JiraItems, JiraPeople, JiraRights } from './subject/ports';

/** All of Jira that the app asks for; a use case picks the few methods it needs. */
export interface Jira
  extends
    JiraItems,
    JiraPeople,
    JiraRights,
    JiraSettings,
    JiraSummaries,
    JiraMoves,
    JiraFields,
    JiraSite,
    JiraProjectKeys,
    JiraProjects {}

/** Lets one of many runs of the same work do what must happen once. */
export interface Claims {
  /**
   * True for exactly one asker per key, until it is released; claims end by themselves after some days. Whoever asks
   * again after an outage is the same asker by the same `mark`.
   */
  take(key: string, mark?: string): Promise<boolean>;
  release(key: string): Promise<void>;
  /** Whether anybody holds it. */
  isTaken(key: string): Promise<boolean>;
  /** The marks of those of many keys that somebody holds. */
  marksOf(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface Clock {
  now(): Instant;
}
