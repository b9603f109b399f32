import type { Bench, Figure } from './harness';
import { median } from './harness';
import { act, costsOf, epicWith, openDemo } from './site';

const AGREEMENTS = 60;
const ENTRIES = 500;
const LOOKS = 9;

const reason =
  'The hardware we counted on comes later than its supplier had told us in the first meeting of the quarter.';

/** A promised day, one of a long row, so that every new one differs from the last. */
const day = (n: number): string =>
  `2027-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 27)).padStart(2, '0')}`;

/** What a long life weighs, and what it costs to look at it. */
export const bench: Bench = {
  title: `A charter of ${AGREEMENTS} agreements and ${ENTRIES} entries of history`,
  async run() {
    const sandbox = await openDemo();
    try {
      const key = await epicWith(sandbox, AGREEMENTS);
      // Two for the owner, two per agreement; the rest are days moved, one side asking and the other agreeing.
      const moves = (ENTRIES - 2 - 2 * AGREEMENTS) / 2;
      for (let n = 0; n < moves; n += 1) {
        const agreementId = `A${1 + (n % AGREEMENTS)}`;
        await act(sandbox, 'u-platform', key, 'agreement/renegotiate', {
          agreementId,
          committedBy: day(n),
          reason,
        });
        await act(sandbox, 'u-coo', key, 'agreement/answer-renegotiation', { agreementId, accept: true });
      }
      await sandbox.drain();
      const bytes = (entity: string): number[] =>
        [...sandbox.kvs.table({ kind: 'entity', name: entity }).entries()].map(({ value }) =>
          Buffer.byteLength(JSON.stringify(value), 'utf8'),
        );
      const looks = await costsOf(sandbox, 'resolver', async () => {
        for (let n = 0; n < LOOKS; n += 1) await act(sandbox, 'u-viewer', key, 'charter/get');
      });
      const figures: Figure[] = [
        { what: 'record', value: Math.max(...bytes('charter')) / 1000, unit: 'KB', ceiling: 200 },
        {
          what: 'largest chunk of its ledger',
          value: Math.max(...bytes('ledger')) / 1000,
          unit: 'KB',
          ceiling: 150,
        },
        { what: 'chunks', value: bytes('ledger').length, unit: '' },
        { what: 'charter/get: invocations', value: looks.length / LOOKS, unit: '', ceiling: 1 },
        { what: 'charter/get: calls', value: looks[0]?.calls.length ?? NaN, unit: '', ceiling: 4 },
        { what: 'charter/get: waves', value: looks[0]?.waves.length ?? NaN, unit: '', ceiling: 2 },
        { what: 'charter/get: own time', value: median(looks.map(({ ownMs }) => ownMs)), unit: 'ms' },
      ];
      return figures;
    } finally {
      sandbox.close();
    }
  },
};
