import { useCallback, useEffect, useState } from 'react';
import type { AuditPageAnswer } from '../../src/contract/answers';
import type { Input } from '../../src/contract/inputs';
import type { AuditEntry, AuditKind } from '../../src/domain/audit/entry';
import type { IsoDate } from '../../src/domain/time/time';
import { call, type Failure, type Problem } from '../ui/call';
import { toCsv } from '../ui/csv';
import { download } from '../ui/download';
import type { People } from '../ui/person';
import { readPages } from '../ui/read-pages';

/** What the reader asked for; an empty day or project is any. */
export interface AuditFilter {
  readonly kind: AuditKind | 'all';
  readonly projectKey: string;
  readonly from: IsoDate | '';
  readonly to: IsoDate | '';
}

interface Shown {
  readonly entries: readonly AuditEntry[];
  readonly people: People;
  readonly state: 'loading' | 'ready' | Problem;
  readonly cursor: string | null;
}

const nothing: Shown = { entries: [], people: {}, state: 'loading', cursor: null };
const PROJECT = /^[A-Z][A-Z0-9_]*$/;

const questionOf = ({ kind, projectKey, from, to }: AuditFilter): Omit<Input<'audit/page'>, 'cursor'> => ({
  ...(kind !== 'all' && { kind }),
  ...(PROJECT.test(projectKey) && { projectKey }),
  ...(from !== '' && { from }),
  ...(to !== '' && { to }),
});

const COLUMNS = ['when', 'who', 'account', 'what', 'project', 'item', 'until', 'rules', 'reason'] as const;

const cellsOf = (entry: AuditEntry, people: People): readonly string[] => [
  entry.at,
  entry.by === null ? '' : (people[entry.by]?.displayName ?? ''),
  entry.by ?? '',
  entry.act,
  entry.projectKey ?? '',
  entry.issueKey ?? '',
  entry.until ?? '',
  (entry.rules ?? []).join(' '),
  entry.reason ?? '',
];

/** The audit log for a filter, a page at a time, and all of it as a file. */
export function useAuditLog(filter: AuditFilter) {
  const [shown, setShown] = useState<Shown>(nothing);
  const [isExporting, setExporting] = useState(false);
  const question = JSON.stringify(questionOf(filter));

  const read = useCallback(
    async (before: Shown, signal?: AbortSignal) => {
      setShown({ ...before, state: 'loading' });
      const { cursor } = before;
      const asked = JSON.parse(question) as Input<'audit/page'>;
      const answer = await call('audit/page', { ...asked, ...(cursor !== null && { cursor }) });
      if (signal?.aborted) return;
      if (!answer.ok) return setShown({ ...before, state: answer.error });
      setShown({
        entries: [...before.entries, ...answer.entries],
        people: { ...before.people, ...answer.people },
        state: 'ready',
        cursor: answer.nextCursor ?? null,
      });
    },
    [question],
  );

  useEffect(() => {
    const leaving = new AbortController();
    void read(nothing, leaving.signal);
    return () => leaving.abort();
  }, [read]);

  const exportAll = async (): Promise<void> => {
    setExporting(true);
    const asked = JSON.parse(question) as Input<'audit/export'>;
    const lines: (readonly string[])[] = [];
    let failed: Problem | null = null;
    const tell = (answer: AuditPageAnswer | Failure): void => {
      if (answer.ok) lines.push(...answer.entries.map((entry) => cellsOf(entry, answer.people)));
      else failed = answer.error;
    };
    const ask = (cursor: string | null) =>
      call('audit/export', { ...asked, ...(cursor !== null && { cursor }) });
    await readPages<AuditPageAnswer>(ask, tell, new AbortController().signal);
    setExporting(false);
    // Half a log would be taken for the whole of it.
    if (failed) return setShown((now) => ({ ...now, state: failed ?? 'ready' }));
    download('holdfast-audit-log.csv', toCsv([COLUMNS, ...lines]), 'csv');
  };

  const { entries, people, state, cursor } = shown;
  return {
    entries,
    people,
    state,
    isExporting,
    exportAll,
    again: () => void read(nothing),
    ...(cursor !== null && { more: () => void read(shown) }),
  };
}
