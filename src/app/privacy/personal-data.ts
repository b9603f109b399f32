import type { AuditEntry } from '../../domain/audit/entry';
import type { AuditLog } from '../audit/ports';
import type { Clock } from '../ports';
import { HOLDFAST_ACTOR } from '../../domain/ids';
import { isErased } from '../../domain/erased';
import type { AccountId } from '../../domain/values';
import { isBefore, type Instant } from '../../domain/time/time';
import type { AccountReports, PersonalData, StoredPiece } from './ports';
import type { FollowUp, FollowUps } from '../jobs/ports';
import type { GdprCollectJob } from '../jobs/gdpr/gdpr-collect';
import type { GdprEraseJob } from '../jobs/gdpr/gdpr-erase';
import type { GdprReportJob } from '../jobs/gdpr/gdpr-report';
import { peopleInHistory, peopleOf } from '../../domain/charter/people';

export interface PersonalDataPorts {
  readonly personalData: PersonalData;
  readonly accounts: AccountReports;
  readonly followUps: FollowUps;
}

interface ErasurePorts {
  readonly audit: Pick<AuditLog, 'write'>;
  readonly clock: Clock;
}

type Gathered = Readonly<Record<AccountId, Instant>>;

/** Accounts Atlassian takes in one report. */
const REPORT_SIZE = 90;
/** Pages that one run looks through: an invocation costs more than the page it looks at. */
const PAGES_AT_ONCE = 30;
/** Accounts carried from page to page: well below what one queue event holds. */
const CARRIED_AT_MOST = 10 * REPORT_SIZE;

/** Everyone a stored record speaks of by account id. */
export function accountsIn({ charter, events = [], people = [] }: StoredPiece): readonly AccountId[] {
  const ids = [...people, ...(charter ? peopleOf(charter) : []), ...peopleInHistory(events)];
  return ids.filter((accountId) => accountId !== HOLDFAST_ACTOR && !isErased(accountId));
}

/** Each account with the time of the oldest record that names it. */
function gather(gathered: Gathered, pieces: readonly StoredPiece[]): Gathered {
  const all: Record<AccountId, Instant> = { ...gathered };
  for (const piece of pieces) {
    for (const accountId of accountsIn(piece)) {
      const since = all[accountId];
      if (since === undefined || isBefore(piece.at, since)) all[accountId] = piece.at;
    }
  }
  return all;
}

const reportsOf = (gathered: Gathered): readonly FollowUp[] => {
  const all = Object.entries(gathered);
  const reports: FollowUp[] = [];
  for (let i = 0; i < all.length; i += REPORT_SIZE) {
    reports.push({ kind: 'gdpr-report', accounts: Object.fromEntries(all.slice(i, i + REPORT_SIZE)) });
  }
  return reports;
};

/**
 * Atlassian's cycle for personal data begins: the account ids that are stored, some pages at a time.
 *
 * @throws Unavailable when it should be tried again. Every step of the cycle may run twice.
 */
export async function collectAccounts(
  { accounts, cursor }: GdprCollectJob,
  { personalData, followUps }: PersonalDataPorts,
): Promise<void> {
  let gathered: Gathered = accounts;
  let next = cursor;
  for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
    const one = await personalData.page(next);
    gathered = gather(gathered, one.pieces);
    next = one.next;
    if (next === undefined || Object.keys(gathered).length >= CARRIED_AT_MOST) break;
  }
  const carries = next !== undefined && Object.keys(gathered).length < CARRIED_AT_MOST;
  const jobs = carries ? [] : [...reportsOf(gathered)];
  if (next !== undefined)
    jobs.push({ kind: 'gdpr-collect', accounts: carries ? gathered : {}, cursor: next });
  if (jobs.length > 0) await followUps.push(jobs);
}

/**
 * Reports account ids, and has a pseudonym put in the place of each whose account was closed.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function reportAccounts(
  { accounts }: GdprReportJob,
  { accounts: atlassian, personalData, followUps }: PersonalDataPorts,
): Promise<void> {
  const closed = await atlassian.closed(accounts);
  if (closed.length === 0) return;
  const names: Record<AccountId, AccountId> = {};
  for (const accountId of closed) names[accountId] = await personalData.pseudonym(accountId);
  await followUps.push([{ kind: 'gdpr-erase', names }]);
}

/**
 * Puts pseudonyms in the place of account ids, some pages at a time. Agreements and history stay.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function eraseAccounts(
  { names, cursor }: GdprEraseJob,
  { personalData, followUps, audit, clock }: PersonalDataPorts & ErasurePorts,
): Promise<void> {
  let next = cursor;
  for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
    ({ next } = await personalData.replace(names, next));
    if (next === undefined) break;
  }
  if (next !== undefined) {
    await followUps.push([{ kind: 'gdpr-erase', names, cursor: next }]);
    return;
  }
  const at = clock.now();
  // Under the name that stands for the account now: whose it was is forgotten next.
  const lines = Object.values(names).map((name): AuditEntry => ({
    id: `erasure:${name}`,
    act: 'account-erased',
    at,
    by: null,
  }));
  await audit.write(lines);
  await personalData.forget(Object.keys(names));
}
