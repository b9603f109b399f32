import { emptyCharter, PASSAGES_KEPT } from '../../../src/domain/charter/charter';
import { preview } from '../../../src/domain/charter/decide';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { evolve, replay } from '../../../src/domain/charter/evolve';
import { as, given, NOW } from '../../support/charter-spec';
import { accepted, acknowledged, nominated, owner, passage, passed } from '../../support/events';
import { COO, CTO } from '../../support/people';

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
