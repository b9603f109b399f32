import { emptyCharter, PASSAGES_KEPT } from '../../../../src/domain/charter/charter';
import { preview } from '../../../../src/domain/charter/decide';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { evolve, replay } from '../../../../src/domain/charter/evolve';
import { as, given, NOW } from '../../../support/charter-spec';
import { accepted, acknowledged, nominated, owner, passage, passed } from '../../../support/events';
import { COO, CTO } from '../../../support/people';

const record = (more: object = {}) => ({ type: 'record-passage' as const, passage: passage(more) });
const instant = (minute: number): string => new Date(Date.parse(NOW) + minute * 60_000).toISOString();

describe('recording a passage', () => {
  it('keeps which rules were unmet and who moved the item', () => {
    given()
      .when(record(), as('holdfast', { canEdit: false }))
      .then([passed()]);
  });

  it('knows the same move when it is reported twice', () => {
    given(passed())
      .when(record({ rules: [] }), as('holdfast'))
      .then({ code: 'already-recorded' });
  });

  it('tells moves apart by their moment and their checkpoint', () => {
    given(passed())
      .when(record({ at: instant(1) }), as('holdfast'))
      .then([passed({ at: instant(1) })]);
    given(passed())
      .when(record({ checkpoint: 'finish' }), as('holdfast'))
      .then([passed({ checkpoint: 'finish' })]);
  });

  it(`keeps the last ${PASSAGES_KEPT} in the charter`, () => {
    const all = Array.from({ length: PASSAGES_KEPT + 5 }, (_, i) => passed({ at: instant(i) }));
    const { passages } = replay(all);
    expect(passages).toHaveLength(PASSAGES_KEPT);
    expect(passages[0]?.at).toBe(instant(5));
    expect(passages.at(-1)?.at).toBe(instant(PASSAGES_KEPT + 4));
  });

  it('keeps what a move was warned of beside the waiver it rested on, each once', () => {
    const waived = passed({ reason: 'waived' });
    const warned = passed({ reason: 'warned', rules: ['brief.incomplete'] });
    given(waived)
      .when(record({ reason: 'warned', rules: ['brief.incomplete'] }), as('holdfast'))
      .then([warned]);
    given(warned)
      .when(record({ reason: 'waived' }), as('holdfast'))
      .then([waived]);
    given(waived, warned)
      .when(record({ reason: 'warned', rules: [] }), as('holdfast'))
      .then({ code: 'already-recorded' });
  });

  it('drops no move around the gate for moves that were only warned of', () => {
    const around = Array.from({ length: PASSAGES_KEPT }, (_, i) =>
      passed({ at: instant(i), reason: 'bypass' }),
    );
    const warned = Array.from({ length: 30 }, (_, i) => passed({ at: instant(100 + i), reason: 'warned' }));
    const { passages } = replay([...around, ...warned]);
    expect(passages.filter(({ reason }) => reason === 'bypass')).toHaveLength(PASSAGES_KEPT);
    expect(passages.filter(({ reason }) => reason === 'warned').map(({ at }) => at)).toEqual(
      [125, 126, 127, 128, 129].map(instant),
    );
  });

  it('keeps them in the order they were recorded in', () => {
    const reasons = ['warned', 'bypass', 'warned', 'coach'] as const;
    const { passages } = replay(reasons.map((reason, i) => passed({ at: instant(i), reason })));
    expect(passages.map(({ reason }) => reason)).toEqual(reasons);
  });
});

describe('replaying a history', () => {
  it('starts from an empty charter', () => {
    expect(replay([])).toEqual(emptyCharter);
  });

  it('passes over events that a newer version wrote', () => {
    const fromTomorrow = { type: 'agreement-celebrated', at: NOW, by: COO, agreementId: 'A1' };
    const history = [...owner(COO), fromTomorrow as unknown as CharterEvent];
    expect(replay(history)).toEqual(replay(owner(COO)));
  });

  it('passes over an answer to something that is not there', () => {
    expect(evolve(emptyCharter, accepted(COO))).toEqual(emptyCharter);
    expect(evolve(emptyCharter, acknowledged('A1'))).toEqual(emptyCharter);
  });
});

describe('previewing a command', () => {
  it('shows the charter it would lead to', () => {
    expect(preview(null, { type: 'nominate-dri', accountId: COO }, as(CTO))).toEqual({
      ok: true,
      value: replay([nominated(COO, { at: NOW })]),
    });
  });

  it('shows why it would be refused', () => {
    expect(preview(null, { type: 'accept-dri' }, as(COO))).toEqual({
      ok: false,
      error: { code: 'no-nomination' },
    });
  });
});
