import type { AgreementStatus } from '../../../../../src/domain/charter/agreement/agreement';
import { decide } from '../../../../../src/domain/charter/decide';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import type { AccountId } from '../../../../../src/domain/values';
import { as, given } from '../../../../support/charter-spec';
import { acknowledged, asked, nominated, renegotiated, turnedDown } from '../../../../support/events';
import { steps, upTo, type AgreementCommand } from '../../../../support/life';
import { COO, CTO, OPS, PLATFORM } from '../../../../support/people';

type Step = AgreementCommand['type'];

/** The states each side may take a step from: the arrows of the agreement's life. */
const arrows: Readonly<
  Record<Step, { readonly provider?: readonly AgreementStatus[]; readonly dri?: readonly AgreementStatus[] }>
> = {
  'acknowledge-agreement': { provider: ['requested'] },
  'counter-agreement': { provider: ['requested'] },
  'reply-later': { provider: ['requested'] },
  'record-yes': { dri: ['requested'] },
  'ask-more': { provider: ['requested'] },
  'replace-provider': { dri: ['acknowledged'] },
  'take-back-agreement': { dri: ['requested', 'countered', 'declined'] },
  'decline-agreement': { provider: ['requested'] },
  'deliver-agreement': { provider: ['acknowledged'] },
  'confirm-agreement': { provider: ['acknowledged'] },
  'accept-counter': { dri: ['countered'] },
  'restate-agreement': { dri: ['countered', 'declined'] },
  'accept-delivery': { dri: ['delivered'] },
  'return-delivery': { dri: ['delivered'] },
  'withdraw-agreement': { dri: ['requested', 'countered', 'declined', 'acknowledged', 'delivered'] },
  'reassign-agreement': {
    provider: ['requested', 'acknowledged'],
    dri: ['requested', 'countered', 'declined'],
  },
  'renegotiate-agreement': { provider: ['acknowledged'], dri: ['acknowledged'] },
  'link-agreement': {
    provider: ['requested', 'countered', 'acknowledged', 'delivered'],
    dri: ['requested', 'countered', 'acknowledged', 'delivered'],
  },
  'answer-renegotiation': { provider: ['acknowledged'], dri: ['acknowledged'] },
};

const names = Object.keys(steps) as Step[];
const states = Object.keys(upTo) as AgreementStatus[];
const sides: Readonly<Record<'provider' | 'dri', AccountId>> = { provider: PLATFORM, dri: COO };

/** The history up to a state, with a proposal to answer where the step answers one. */
function before(step: Step, state: AgreementStatus, side: 'provider' | 'dri'): readonly CharterEvent[] {
  const other =
    side === 'provider'
      ? renegotiated('A1', { by: COO, side: 'requester' })
      : renegotiated('A1', { by: PLATFORM, side: 'provider' });
  return step === 'answer-renegotiation' && state === 'acknowledged' ? [...upTo[state], other] : upTo[state];
}

const needs = (step: Step, { provider, dri } = arrows[step]) =>
  step === 'take-back-agreement' ? 'asker' : provider && dri ? 'either-side' : provider ? 'provider' : 'dri';

describe.each(names)('%s', (step) => {
  const allowed = arrows[step];

  for (const side of ['provider', 'dri'] as const) {
    for (const state of states) {
      const from = allowed[side];
      if (from?.includes(state)) {
        it(`is open to the ${side} while it is ${state}, whether or not they may edit`, () => {
          for (const canEdit of [true, false]) {
            const charter = replay(before(step, state, side));
            const decided = decide(charter, steps[step], as(sides[side], { canEdit }));
            expect(decided).toMatchObject({ ok: true, value: [{ agreementId: 'A1', by: sides[side] }] });
            expect(decided.ok && decided.value).toHaveLength(1);
          }
        });
      } else if (from) {
        it(`is refused to the ${side} while it is ${state}`, () => {
          given(...upTo[state])
            .when(steps[step], as(sides[side]))
            .then({ code: 'wrong-status', agreementId: 'A1', status: state });
        });
      } else {
        it(`is never the ${side}’s, also while it is ${state}`, () => {
          given(...upTo[state])
            .when(steps[step], as(sides[side]))
            .then({ code: 'forbidden', needs: needs(step) });
        });
      }
    }
  }

  it.each(states)('is refused to everyone else while it is %s', (state) => {
    for (const stranger of [CTO, OPS]) {
      given(...upTo[state], asked('A2', { providerAccountId: OPS }), acknowledged('A2', { by: OPS }))
        .when(steps[step], as(stranger))
        .then({ code: 'forbidden', needs: needs(step) });
    }
  });

  it('is refused for an agreement that was never asked for', () => {
    given(...upTo.requested)
      .when({ ...steps[step], agreementId: 'A2' }, as(COO))
      .then({ code: 'agreement-not-found', agreementId: 'A2' });
  });
});

// Whoever asked may take it back, whoever owns the item by then.
describe.each(names.filter((name) => arrows[name].dri && name !== 'take-back-agreement'))(
  '%s, by somebody who was the DRI',
  (step) => {
    const [state] = arrows[step].dri ?? [];
    if (!state) throw new Error('every step starts from some state');
    const forbidden = { code: 'forbidden', needs: needs(step) } as const;

    it('is refused once they handed ownership back', () => {
      given(...upTo[state], turnedDown(COO))
        .when(steps[step], as(COO))
        .then(forbidden);
    });

    it('is refused once somebody else is nominated, and to the nominee until they accept', () => {
      const history = [...upTo[state], nominated(CTO)];
      given(...history)
        .when(steps[step], as(COO))
        .then(forbidden);
      given(...history)
        .when(steps[step], as(CTO))
        .then(forbidden);
    });
  },
);
