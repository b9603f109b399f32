import type { AuditPageAnswer } from '../../contract/answers';
import type { AuditKind } from '../../domain/audit/entry';
import { datePlus, type Instant, type IsoDate } from '../../domain/time/time';
import type { AccountId } from '../../domain/values';
import type { Clock, Jira } from '../ports';
import { readPeople } from '../subject/read-people';
import type { AuditLog } from './ports';

export interface AuditPorts {
  readonly audit: AuditLog;
  readonly jira: Pick<Jira, 'people'>;
  readonly clock: Clock;
}

export interface AuditQuestion {
  readonly kind?: AuditKind | undefined;
  readonly projectKey?: string | undefined;
  /** Days in UTC, both included. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly cursor?: string | undefined;
}

const startOf = (day: IsoDate): Instant => `${day}T00:00:00.000Z`;

/** A page of the audit log with the people it names. One read of storage, and one of Jira for people. */
export async function pageOfLog(
  { from, to, cursor, ...search }: AuditQuestion,
  { audit, jira, clock }: AuditPorts,
): Promise<AuditPageAnswer> {
  const { entries, next } = await audit.page(
    {
      ...search,
      ...(from !== undefined && { from: startOf(from) }),
      ...(to !== undefined && { to: startOf(datePlus(to, 1)) }),
    },
    cursor,
  );
  const named = entries.flatMap(({ by }) => (by === null ? [] : [by]));
  return {
    ok: true,
    entries,
    people: await readPeople(jira, 'user', named),
    ...(next !== undefined && { nextCursor: next }),
    now: clock.now(),
  };
}

/** The same, taken out of the site: that is told first, so that no page leaves untold. */
export async function exportLog(
  by: AccountId,
  question: AuditQuestion,
  ports: AuditPorts,
): Promise<AuditPageAnswer> {
  const { audit, clock } = ports;
  if (question.cursor === undefined) {
    const { projectKey } = question;
    await audit.write([
      {
        id: `export:${crypto.randomUUID()}`,
        act: 'log-exported',
        at: clock.now(),
        by,
        ...(projectKey !== undefined && { projectKey }),
      },
    ]);
  }
  return pageOfLog(question, ports);
}

/** Rows of a project's report were taken out of the site. */
export async function noteExport(
  { projectKey, by, rows }: { readonly projectKey: string; readonly by: AccountId; readonly rows: number },
  { audit, clock }: Pick<AuditPorts, 'audit' | 'clock'>,
): Promise<{ readonly ok: true }> {
  const id = `export:${crypto.randomUUID()}`;
  await audit.write([{ id, act: 'report-exported', at: clock.now(), by, projectKey, count: rows }]);
  return { ok: true };
}
