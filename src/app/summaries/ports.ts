import type { KeptSummary } from '../../domain/report/accountability/kept';
import type { Home, ProjectPlace } from '../policy/ports';

/** A project's numbers, kept beside its charters. */
export interface SummaryStore {
  /** Null where none were ever kept. */
  read(project: ProjectPlace): Promise<KeptSummary | null>;
  /** Beside the project's policy, where a read found that. The last to write wins: whoever reckons later knows more. */
  write(home: Home, kept: KeptSummary): Promise<void>;
}
