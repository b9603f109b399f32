import { migratePolicies } from '../app/lifecycle/migrate';
import { followPersonalData } from '../app/privacy/personal-data';
import { followSearch, locateItem } from '../app/lifecycle/locate-item';
import type { CharterSearch } from '../app/charter/ports';
import type { FollowUp, FollowUps } from '../app/jobs/ports';
import { accountReports as accounts } from '../platform/jira/account-reports';
import { jira } from '../platform/jira/jira';
import { isRecord, record, string, type Unverified } from '../platform/jira/read';
import { charterStore as charters } from '../platform/storage/charters';
import { personalData } from '../platform/storage/personal-data';
import { policyRecords } from '../platform/storage/policy-records';
import { clock } from './runtime';

type LifeFollowUp = Extract<
  FollowUp,
  { kind: 'whereabouts' | 'search' | 'gather' | 'report' | 'erase' | 'policies' }
>;

function readSearch(where: unknown): CharterSearch | null {
  const { issueId, projectKey, everywhere } = record(where);
  if (everywhere === true) return { everywhere };
  if (string(projectKey) !== '') return { projectKey: string(projectKey) };
  return string(issueId) === '' ? null : { issueId: string(issueId) };
}

const texts = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** A queued body about the life of the data; null for another, or one this version does not know. */
export function readLifeFollowUp(raw: Unverified): LifeFollowUp | null {
  const { kind, issueId, issueKey } = raw;
  const gone = raw['gone'] === true;
  const cursor = raw['cursor'] === undefined ? undefined : string(raw['cursor']);
  switch (kind) {
    case 'whereabouts':
      return string(issueId) === '' || string(issueKey) === ''
        ? null
        : { kind, issueId: string(issueId), issueKey: string(issueKey), gone };
    case 'search': {
      const where = readSearch(raw['where']);
      return where && { kind, where, gone, cursor };
    }
    case 'policies':
      return { kind, ...(cursor !== undefined && { cursor }) };
    case 'gather':
      return { kind, accounts: texts(raw['accounts']), cursor };
    case 'report':
      return { kind, accounts: texts(raw['accounts']) };
    case 'erase':
      return isRecord(raw['names']) ? { kind, names: texts(raw['names']), cursor } : null;
    default:
      return null;
  }
}

export function runLifeFollowUp(job: LifeFollowUp, followUps: FollowUps): Promise<void> {
  switch (job.kind) {
    case 'whereabouts':
      return locateItem(job, { jira, charters, followUps, clock });
    case 'search':
      return followSearch(job, { charters, followUps });
    case 'policies':
      return migratePolicies(job.cursor, { records: policyRecords, jira, followUps });
    case 'gather':
    case 'report':
    case 'erase':
      return followPersonalData(job, { personalData, accounts, followUps });
  }
}
