import fc from 'fast-check';
import type { StoredCharter } from '../../../../src/app/charter/ports';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { evolve } from '../../../../src/domain/charter/evolve';
import {
  bytesOf,
  decodeCharter,
  encodeCharter,
  neverWritten,
} from '../../../../src/platform/storage/charter-record';
import {
  CHUNK_BYTES_AT_MOST,
  ENTRIES_AT_MOST,
  ENTRIES_KEPT,
  entriesToMove,
  inChunks,
  RECORD_BYTES_AT_MOST,
  type ChunkRecord,
} from '../../../../src/platform/storage/ledger';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../support/events';
import { COO } from '../../../support/people';

const entry = (reason: string): CharterEvent => ({ type: 'dri-declined', at: NOW, by: COO, reason });
const entries = (count: number, reason = 'No time') =>
  Array.from({ length: count }, (_, n) => entry(`${n} ${reason}`));

describe('what moves to the ledger', () => {
  it('is nothing while the history is short', () => {
    expect(entriesToMove([], 0)).toBe(0);
    expect(entriesToMove(entries(ENTRIES_AT_MOST), 1000)).toBe(0);
  });

  it('is all but the newest, many at once', () => {
    expect(entriesToMove(entries(ENTRIES_AT_MOST + 1), 1000)).toBe(ENTRIES_AT_MOST + 1 - ENTRIES_KEPT);
  });

  it('is more where entries are large, and everything where the charter itself is', () => {
    const large = entries(100, 'x'.repeat(3000));
    const moving = entriesToMove(large, 10_000);
    expect(moving).toBeGreaterThan(40);
    expect(moving).toBeLessThan(100);
    expect(bytesOf(large.slice(moving)) + 10_000).toBeLessThan(RECORD_BYTES_AT_MOST);
    expect(entriesToMove(large, RECORD_BYTES_AT_MOST)).toBe(100);
  });

  it('fits chunks, in order', () => {
    const large = entries(150, 'x'.repeat(3000));
    const chunks = inChunks(large);
    expect(chunks.flat()).toEqual(large);
    expect(chunks.length).toBeGreaterThan(2);
    for (const chunk of chunks) expect(bytesOf(chunk)).toBeLessThanOrEqual(CHUNK_BYTES_AT_MOST + 2);
  });
});

/** Lives through events one write at a time, as the store does, and keeps every chunk that was written. */
async function lived(steps: readonly (readonly CharterEvent[])[]) {
  const ledger = new Map<string, ChunkRecord>();
  let stored: StoredCharter = { ...neverWritten, issueId: '10001' };
  let largest = 0;
  for (const [at, events] of steps.entries()) {
    const next = {
      ...stored,
      version: stored.version + 1,
      charter: events.reduce(evolve, stored.charter),
      history: [...stored.history, ...events],
    };
    const { record, chunks } = encodeCharter('EXP-1', next, NOW, `write-${at}-of-many`);
    for (const [key, chunk] of chunks) {
      expect(ledger.has(key)).toBe(false);
      ledger.set(key, chunk);
    }
    largest = Math.max(largest, bytesOf(record));
    stored = await decodeCharter(structuredClone(record));
  }
  return { stored, ledger: [...ledger.values()], largest };
}

describe('a long life', () => {
  it('keeps every entry, once and in order, whatever their sizes', async () => {
    const step = fc.array(
      fc.integer({ min: 1, max: 5000 }).map((size) => entry('r'.repeat(size))),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { stored, ledger } = await lived(steps);
        expect([...ledger.flatMap(({ events }) => events), ...stored.history]).toEqual(steps.flat());
        expect(stored.earlier).toBe(ledger.reduce((sum, { count }) => sum + count, 0));
        expect(stored.ledger?.firsts ?? []).toEqual(ledger.map(({ first }) => first));
      }),
      { numRuns: 50 },
    );
  });

  it('of sixty agreements and five hundred entries stays under 200 KB', async () => {
    const requests = Array.from({ length: 60 }, (_, n) => [
      asked(`A${n + 1}`, { deliverable: `Part ${n}`, acceptance: 'a'.repeat(400) }),
    ]);
    const answers = Array.from({ length: 60 }, (_, n) => [acknowledged(`A${n + 1}`)]);
    const rest = entries(380, 'r'.repeat(300)).map((one) => [one]);
    const { stored, largest, ledger } = await lived([owner(COO), ...requests, ...answers, ...rest]);
    expect(stored.charter.agreements).toHaveLength(60);
    expect(stored.earlier + stored.history.length).toBeGreaterThanOrEqual(500);
    expect(largest).toBeLessThan(200_000);
    expect(ledger.length).toBeLessThan(15);
  });

  it('names a ledger after the write that began it, so that no other charter can write into it', () => {
    const begun = (write: string) =>
      [
        ...encodeCharter('EXP-1', { ...neverWritten, issueId: '7', history: entries(130) }, NOW, write)
          .chunks,
      ][0];
    expect(begun('aaaaaaaa-1')?.[0]).toBe('7:aaaaaaaa:000001');
    expect(begun('bbbbbbbb-1')?.[0]).not.toBe(begun('aaaaaaaa-1')?.[0]);
  });
});
