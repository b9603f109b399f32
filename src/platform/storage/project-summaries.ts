import { kvs } from '@forge/kvs';
import type { SummaryStore } from '../../app/summaries/ports';
import type { KeptSummary } from '../../domain/report/accountability/kept';
import { storageCall } from './kvs-failure';
import { readAtHome } from './project-homes';

export const SUMMARY_ENTITY = 'project-summary';

/** Attributes are flat; what they hold is read back as it was written. */
interface SummaryRecord {
  readonly projectId: string;
  readonly at: string;
  readonly summary: KeptSummary;
}

/** The numbers of projects whose policy shares them, one record per project, keyed by project key. */
export const summaryStore: SummaryStore = {
  read: async (project) => (await readAtHome<SummaryRecord>(SUMMARY_ENTITY, project)).record?.summary ?? null,

  async write({ liesUnder }, summary) {
    const record: SummaryRecord = { projectId: summary.projectId, at: summary.at, summary };
    await storageCall(() => kvs.entity<SummaryRecord>(SUMMARY_ENTITY).set(liesUnder, record));
  },
};
