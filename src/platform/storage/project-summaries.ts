import { kvs } from '@forge/kvs';
import type { SummaryStore } from '../../app/summaries/ports';
import type { KeptSummary } from '../../domain/report/accountability/kept';
import { isRecord } from '../read';
import { storageCall } from './kvs-failure';
import { readAtHome, readManyAtHome } from './project-homes';

export const SUMMARY_ENTITY = 'project-summary';

/** Attributes are flat; what they hold is read back as it was written. */
interface SummaryRecord {
  readonly projectId: string;
  readonly at: string;
  readonly summary: KeptSummary;
}

/** Kept before a figure was counted, the figures are none. */
const kept = ({ summary }: SummaryRecord): KeptSummary => {
  const { figures } = summary;
  const isWhole = figures !== null && isRecord(figures) && 'overdue' in figures && 'decisionsDue' in figures;
  return isWhole ? summary : { ...summary, figures: null };
};

/** The numbers of projects whose policy shares them, one record per project, keyed by project key. */
export const summaryStore: SummaryStore = {
  async read(project) {
    const { record } = await readAtHome<SummaryRecord>(SUMMARY_ENTITY, project);
    return record ? kept(record) : null;
  },

  async readMany(projects) {
    const records = await readManyAtHome<SummaryRecord>(SUMMARY_ENTITY, projects);
    return new Map([...records].map(([key, record]) => [key, kept(record)]));
  },

  async write({ liesUnder }, summary) {
    const record: SummaryRecord = { projectId: summary.projectId, at: summary.at, summary };
    await storageCall(() => kvs.entity<SummaryRecord>(SUMMARY_ENTITY).set(liesUnder, record));
  },
};
