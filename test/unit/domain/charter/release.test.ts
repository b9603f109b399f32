import type { Charter } from '../../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { AUTHOR_BYTES, bytesOf, CLOSED_BYTES, CLOSED_KEPT } from '../../../../src/domain/charter/release';
import { as, given, NOW } from '../../../support/charter-spec';
import { asked, owner } from '../../../support/events';
import { COO, OPS, PLATFORM } from '../../../support/people';

const LONG = '字'.repeat(990);

const raised = (n: number, what = 'A gap', by = OPS): CharterEvent => ({
  type: 'gap-raised',
  at: NOW,
  by,
  gapId: `G${n}`,
  what,
});
const answered = (n: number): CharterEvent => ({
  type: 'gap-answered',
  at: NOW,
  by: COO,
  gapId: `G${n}`,
  answer: 'Seen to',
});
const settled = (count: number, what?: string): readonly CharterEvent[] =>
  Array.from({ length: count }, (_, n) => [raised(n + 1, what), answered(n + 1)]).flat();

const closedIn = ({ gaps }: Charter): number => gaps.filter(({ answer }) => answer).length;

describe('what is closed', () => {
  it('makes room, the oldest first, by number and by size', () => {
    expect(closedIn(replay(settled(200)))).toBeLessThanOrEqual(CLOSED_KEPT + 1);
    const big = replay(settled(60, LONG));
    expect(bytesOf(big.gaps)).toBeLessThan(CLOSED_BYTES + 4 * LONG.length);
    expect(big.gaps.at(-1)?.id).toBe('G60');
  });

  it('never takes what is open with it', () => {
    const open = raised(1000, 'Still open');
    const charter = replay([raised(1, 'The first'), ...settled(150).slice(2), open]);
    expect(charter.gaps.filter(({ answer }) => !answer).map(({ what }) => what)).toEqual([
      'The first',
      'Still open',
    ]);
  });

  it('frees no number', () => {
    given(...owner(COO), ...settled(120))
      .when({ type: 'raise-gap', what: 'One more' }, as(OPS))
      .then([expect.objectContaining({ gapId: 'G121' })]);
  });
});

describe('limits', () => {
  it('count what is open: answered gaps stand in nobody’s way', () => {
    given(...owner(COO), ...settled(50))
      .when({ type: 'raise-gap', what: 'One more' }, as(OPS))
      .then([expect.objectContaining({ type: 'gap-raised' })]);
  });

  it('hold one author to a quarter of a record, and nobody else', () => {
    const most = Math.floor(AUTHOR_BYTES / bytesOf({ what: LONG }));
    const flood = Array.from({ length: most }, (_, n) => raised(n + 1, LONG));
    const one = { type: 'raise-gap', what: LONG } as const;
    given(...owner(COO), ...flood)
      .when(one, as(OPS, { canEdit: false }))
      .then({ code: 'too-much-open' });
    given(...owner(COO), ...flood)
      .when(one, as(PLATFORM, { canEdit: false }))
      .then([expect.objectContaining({ type: 'gap-raised' })]);
  });

  it('hold requests to the same, and let them go once they are withdrawn', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      asked(`A${n + 1}`, { by: COO, deliverable: `${n} ${LONG}`, acceptance: LONG }),
    );
    const next = {
      type: 'request-agreement',
      providerAccountId: PLATFORM,
      deliverable: 'One more',
      acceptance: 'It works',
      neededBy: '2026-12-04',
    } as const;
    given(...owner(COO), ...many)
      .when(next, as(COO))
      .then({ code: 'too-much-open' });
    const gone = many.map((_, n): CharterEvent => ({
      type: 'agreement-withdrawn',
      at: NOW,
      by: COO,
      agreementId: `A${n + 1}`,
      reason: 'Not needed',
    }));
    given(...owner(COO), ...many, ...gone)
      .when(next, as(COO))
      .then([expect.objectContaining({ agreementId: 'A31' })]);
  });
});

it('the size of a value is what storage takes for it', () => {
  for (const text of ['a', 'ß', '字', '👍🏽', '"\\\n', '\ud800']) {
    expect(bytesOf(text)).toBe(Buffer.byteLength(JSON.stringify(text)));
  }
});
