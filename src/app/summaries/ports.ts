import type { KeptSummary } from '../../domain/report/accountability/kept';

/** A project's numbers, kept beside its charters. */
export interface SummaryStore {
  /** Null where none were ever kept. */
  read(projectKey: string): Promise<KeptSummary | null>;
  /** The same of several, by key; those of which none were kept are absent. As few reads as storage allows. */
  readMany(projectKeys: readonly string[]): Promise<ReadonlyMap<string, KeptSummary>>;
  /** The last to write wins: whoever reckons later knows more. */
  write(projectKey: string, kept: KeptSummary): Promise<void>;
}
