import type { KeptSummary } from '../../domain/report/accountability/kept';
import type { Home, ProjectPlace } from '../policy/ports';

/** A project's numbers, kept beside its charters. */
export interface SummaryStore {
  /** Null where none were ever kept. */
  read(project: ProjectPlace): Promise<KeptSummary | null>;
  /** The same of several, by key; those of which none were kept are absent. As few reads as storage allows. */
  readMany(projects: readonly ProjectPlace[]): Promise<ReadonlyMap<string, KeptSummary>>;
  /** Beside the project's policy, where a read found that. The last to write wins: whoever reckons later knows more. */
  write(home: Home, kept: KeptSummary): Promise<void>;
}
