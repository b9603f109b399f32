import type { Run, Runs } from '../../../../src/app/report/ports';
import { pageOfRun, placeOf } from '../../../../src/app/report/runs';
import { withHome } from '../../../../src/app/subject/policy-for';
import type { ProjectPolicy } from '../../../../src/app/subject/project-items';
import { siteDefault } from '../../../../src/domain/policy/policy';

const NOW = '2026-12-01T09:00:00Z';

function memory(): Runs & { readonly writes: string[] } {
  const kept = new Map<string, Run>();
  const writes: string[] = [];
  return {
    writes,
    nameOf: (words) => Promise.resolve(words.join('/')),
    current: (name) => Promise.resolve(kept.get(name)),
    start(name, run) {
      kept.set(name, run);
      writes.push('start');
      return Promise.resolve();
    },
    end(name) {
      kept.delete(name);
      writes.push('end');
      return Promise.resolve();
    },
  };
}

/** A report of this many pages, whose cursors are numbers. */
const reader =
  (runs: Runs, pages: number) =>
  async (cursor?: string, now = NOW): Promise<{ readonly page: number; readonly nextCursor?: string }> => {
    const place = placeOf(cursor);
    return pageOfRun(
      { name: 'report', place, now },
      () => {
        const page = Number(place.cursor ?? '1');
        return Promise.resolve({ page, ...(page < pages && { nextCursor: String(page + 1) }) });
      },
      runs,
    );
  };

describe('a report that a person reads page by page', () => {
  test('costs nothing beside it where it has one page', async () => {
    const runs = memory();
    await expect(reader(runs, 1)()).resolves.toEqual({ page: 1 });
    expect(runs.writes).toEqual([]);
  });

  test('is read to its end by one run, with one write at its start and one at its end', async () => {
    const runs = memory();
    const read = reader(runs, 3);
    const first = await read();
    const second = await read(first.nextCursor);
    await expect(read(second.nextCursor)).resolves.toEqual({ page: 3 });
    expect(runs.writes).toEqual(['start', 'end']);
  });

  test('pauses for a later run of the same, and goes on from where it was once that is through', async () => {
    const runs = memory();
    const read = reader(runs, 2);
    const earlier = await read();
    const later = await read();
    await expect(read(earlier.nextCursor)).rejects.toMatchObject({
      refusal: { code: 'unavailable', again: { why: 'read-elsewhere' } },
    });
    await expect(read(later.nextCursor)).resolves.toEqual({ page: 2 });
    await expect(read(earlier.nextCursor)).resolves.toEqual({ page: 2 });
  });

  test('does not wait longer than ten minutes for a run that somebody left', async () => {
    const runs = memory();
    const read = reader(runs, 2);
    const earlier = await read();
    await read();
    await expect(read(earlier.nextCursor, '2026-12-01T09:10:01Z')).resolves.toEqual({ page: 2 });
  });

  test('takes cursors from before runs were told apart', async () => {
    const runs = memory();
    await expect(reader(runs, 3)('2')).resolves.toEqual({ page: 2, nextCursor: '3' });
  });

  describe('with what its first page read', () => {
    const project: ProjectPolicy = {
      policy: siteDefault,
      home: { liesUnder: 'EXP' },
      issueTypes: ['10000'],
      unknownTypes: [],
    };
    const pageAt = async (runs: Runs, cursor: string | undefined, now = NOW, read = project) => {
      const known: unknown[] = [];
      const writes: string[][] = [];
      const page = await pageOfRun(
        { name: 'report', place: placeOf(cursor), now },
        (run) => {
          known.push(run.known);
          run.found(run.known ?? read, true);
          writes.push([...(runs as ReturnType<typeof memory>).writes]);
          return Promise.resolve({ nextCursor: '2' });
        },
        runs,
      );
      return { next: page.nextCursor, known, writes };
    };

    test('tells it the pages that follow, and writes it beside what the first one has still to read', async () => {
      const runs = memory();
      const first = await pageAt(runs, undefined);
      expect(first).toMatchObject({ known: [undefined], writes: [['start']] });
      expect(await pageAt(runs, first.next)).toMatchObject({ known: [project] });
      expect(runs.writes).toEqual(['start']);
    });

    test('has each page read it while charters follow the project to its new key', async () => {
      const runs = memory();
      const homes = { of: { '10000': 'NEW' }, following: { '10000': 'OLD' } };
      const moving = { ...project, policy: withHome(siteDefault, { homes }, 'NEW', '10000') };
      const first = await pageAt(runs, undefined, NOW, moving);
      expect(await pageAt(runs, first.next)).toMatchObject({ known: [undefined] });
    });

    test('has it read again after ten minutes', async () => {
      const runs = memory();
      const first = await pageAt(runs, undefined);
      expect(await pageAt(runs, first.next, '2026-12-01T09:10:01Z')).toMatchObject({ known: [undefined] });
    });
  });
});
