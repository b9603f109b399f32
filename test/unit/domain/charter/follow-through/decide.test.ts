import { MAX_ESCALATIONS } from '../../../../../src/domain/charter/escalation/escalation';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import type { CharterCommand } from '../../../../../src/domain/charter/commands';
import { replay } from '../../../../../src/domain/charter/evolve';
import { as, BEFORE, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, briefed, delivered, owner } from '../../../../support/events';
import { BOT, COO, CTO, OPS, PLATFORM } from '../../../../support/people';

type CommandOf<T extends CharterCommand['type']> = Extract<CharterCommand, { type: T }>;

const checkIn = (more: Partial<CommandOf<'submit-check-in'>> = {}): CommandOf<'submit-check-in'> => ({
  type: 'submit-check-in',
  onTrack: true,
  biggestRisk: 'The vendor is slow',
  needs: [{ accountId: PLATFORM, what: 'A date' }],
  ...more,
});
const question: CommandOf<'raise-escalation'> = {
  type: 'raise-escalation',
  question: 'Do we launch with one region?',
  toAccountId: CTO,
};
const raised: CharterEvent = {
  type: 'escalation-raised',
  at: BEFORE,
  by: COO,
  escalationId: 'E1',
  question: 'Do we launch with one region?',
  toAccountId: CTO,
};
const gap: CharterEvent = { type: 'gap-raised', at: BEFORE, by: OPS, gapId: 'G1', what: 'Nobody tests' };

describe('a check-in', () => {
  it('is the DRI’s answer to three questions', () => {
    given(...owner(COO), asked('A1'))
      .when(checkIn({ decision: 'We start small', reviewed: ['A1', 'A1'] }), as(COO))
      .then([
        {
          type: 'check-in-submitted',
          at: NOW,
          by: COO,
          onTrack: true,
          biggestRisk: 'The vendor is slow',
          needs: [{ id: 'N1.1', accountId: PLATFORM, what: 'A date', as: 'decision' }],
          decision: 'We start small',
          reviewed: ['A1'],
        },
        {
          type: 'escalation-raised',
          at: NOW,
          by: COO,
          escalationId: 'E1',
          question: 'A date',
          toAccountId: PLATFORM,
          zone: 'UTC',
          needId: 'N1.1',
        },
      ]);
  });

  it('is nobody else’s', () => {
    given(...owner(COO))
      .when(checkIn(), as(OPS))
      .then({ code: 'forbidden', needs: 'dri' });
    given().when(checkIn(), as(COO)).then({ code: 'forbidden', needs: 'dri' });
  });

  it('needs people, and says which one is none', () => {
    given(...owner(COO))
      .when(
        checkIn({
          needs: [
            { accountId: PLATFORM, what: 'A date' },
            { accountId: BOT, what: 'A build' },
          ],
        }),
        as(COO),
      )
      .then({ code: 'person-not-human', field: 'needs.1.accountId', accountId: BOT });
  });

  it('walks through agreements that exist', () => {
    given(...owner(COO), asked('A1'))
      .when(checkIn({ reviewed: ['A1', 'A2'] }), as(COO))
      .then({ code: 'agreement-unknown', field: 'reviewed', agreementId: 'A2' });
  });
});

describe('a question that needs a decision', () => {
  it('is put by the DRI to a named person', () => {
    given(...owner(COO))
      .when(question, as(COO))
      .then([{ ...raised, at: NOW, zone: 'Europe/Berlin' }]);
  });

  it('may be about an agreement', () => {
    given(...owner(COO), asked('A1'))
      .when({ ...question, aboutAgreementId: 'A1' }, as(COO))
      .then([{ ...raised, at: NOW, zone: 'Europe/Berlin', aboutAgreementId: 'A1' }]);
    given(...owner(COO))
      .when({ ...question, aboutAgreementId: 'A1' }, as(COO))
      .then({ code: 'agreement-unknown', field: 'aboutAgreementId', agreementId: 'A1' });
  });

  it('is not put to oneself, to nobody, or by somebody else', () => {
    given(...owner(COO))
      .when({ ...question, toAccountId: COO }, as(COO))
      .then({ code: 'escalation-to-oneself', field: 'toAccountId' });
    given(...owner(COO))
      .when({ ...question, toAccountId: 'u-nobody' }, as(COO))
      .then({ code: 'person-not-found', field: 'toAccountId', accountId: 'u-nobody' });
    given(...owner(COO))
      .when(question, as(CTO))
      .then({ code: 'forbidden', needs: 'dri' });
  });

  it('is decided once, by the person asked', () => {
    const decide = { type: 'answer-escalation', escalationId: 'E1', decision: 'One region' } as const;
    const decided: CharterEvent = {
      type: 'escalation-answered',
      at: NOW,
      by: CTO,
      escalationId: 'E1',
      decision: 'One region',
    };
    given(...owner(COO), raised)
      .when(decide, as(CTO, { canEdit: false }))
      .then([decided]);
    given(...owner(COO), raised)
      .when(decide, as(COO))
      .then({ code: 'forbidden', needs: 'addressee' });
    given(...owner(COO), raised, decided)
      .when(decide, as(CTO))
      .then({ code: 'escalation-answered', escalationId: 'E1' });
    given(...owner(COO))
      .when(decide, as(CTO))
      .then({ code: 'escalation-not-found', escalationId: 'E1' });
    expect(replay([...owner(COO), raised, decided]).escalations).toEqual([
      {
        id: 'E1',
        question: 'Do we launch with one region?',
        toAccountId: CTO,
        raisedBy: COO,
        raisedAt: BEFORE,
        answer: { decision: 'One region', by: CTO, at: NOW },
      },
    ]);
  });

  it('is not raised without end', () => {
    const many = Array.from({ length: MAX_ESCALATIONS }, (_, i) => ({
      ...raised,
      escalationId: `E${i + 1}`,
    }));
    given(...owner(COO), ...many)
      .when(question, as(COO))
      .then({ code: 'too-many-escalations', limit: MAX_ESCALATIONS });
  });
});

describe('a gap', () => {
  it('is raised by anyone who sees the item, and answered once by the DRI', () => {
    given()
      .when({ type: 'raise-gap', what: 'Nobody tests' }, as(OPS, { canEdit: false }))
      .then([{ ...gap, at: NOW }]);
    const answer = { type: 'answer-gap', gapId: 'G1', answer: 'Ops does' } as const;
    const answered: CharterEvent = {
      type: 'gap-answered',
      at: NOW,
      by: COO,
      gapId: 'G1',
      answer: 'Ops does',
    };
    given(...owner(COO), gap)
      .when(answer, as(COO))
      .then([answered]);
    given(...owner(COO), gap)
      .when(answer, as(OPS))
      .then({ code: 'forbidden', needs: 'dri' });
    given(...owner(COO), gap, answered)
      .when(answer, as(COO))
      .then({ code: 'gap-answered', gapId: 'G1' });
    given(...owner(COO))
      .when(answer, as(COO))
      .then({ code: 'gap-not-found', gapId: 'G1' });
  });
});

describe('keep or change', () => {
  const history = [...owner(COO), briefed(COO)];
  const review = (more: Partial<CommandOf<'decide-review'>>): CommandOf<'decide-review'> => ({
    type: 'decide-review',
    choice: 'recommit',
    ...more,
  });

  it('recommits until another day', () => {
    const recommitted: CharterEvent = {
      type: 'review-decided',
      at: NOW,
      by: COO,
      choice: 'recommit',
      reviewOn: '2027-02-01',
    };
    given(...history)
      .when(review({ reviewOn: '2027-02-01' }), as(COO))
      .then([recommitted]);
    expect(replay([...history, recommitted]).brief?.reviewOn).toBe('2027-02-01');
  });

  it('moves or releases it with a reason', () => {
    given(...history)
      .when(review({ choice: 're-date', reviewOn: '2027-02-01' }), as(COO))
      .then({ code: 'reason-missing', field: 'reason' });
    given(...history)
      .when(review({ choice: 'release' }), as(COO))
      .then({ code: 'reason-missing', field: 'reason' });
    const released: CharterEvent = {
      type: 'review-decided',
      at: NOW,
      by: COO,
      choice: 'release',
      reason: 'Not now',
    };
    given(...history)
      .when(review({ choice: 'release', reason: 'Not now', reviewOn: '2027-02-01' }), as(COO))
      .then([released]);
    expect(replay([...history, released]).dri).toBeNull();
  });

  it('asks for a day that is still to come, and for something to review', () => {
    given(...history)
      .when(review({}), as(COO))
      .then({ code: 'review-date-missing', field: 'reviewOn' });
    given(...history)
      .when(review({ reviewOn: '2026-11-22' }), as(COO))
      .then({ code: 'date-in-past', field: 'reviewOn', date: '2026-11-22', today: '2026-11-23' });
    given(...owner(COO))
      .when(review({ reviewOn: '2027-02-01' }), as(COO))
      .then({ code: 'no-brief' });
    given(...history)
      .when(review({ reviewOn: '2027-02-01' }), as(CTO))
      .then({ code: 'forbidden', needs: 'dri' });
  });
});

describe('the day it is looked at again', () => {
  const set = (reviewOn: string): CommandOf<'set-review-date'> => ({ type: 'set-review-date', reviewOn });
  const history = [...owner(COO), briefed(COO)];
  const overdue = [...owner(COO), briefed(COO, { reviewOn: '2026-11-20' })];
  const named: CharterEvent = { type: 'review-date-set', at: NOW, by: CTO, reviewOn: '2027-02-01' };

  it('is named anew by whoever may write the brief', () => {
    given(...history)
      .when(set('2027-02-01'), as(CTO))
      .then([named]);
    given(...history)
      .when(set('2027-02-01'), as(COO, { canEdit: false }))
      .then([{ ...named, by: COO }]);
    given(...history)
      .when(set('2027-02-01'), as(OPS, { canEdit: false }))
      .then({ code: 'forbidden', needs: 'edit' });
    const after = replay([...history, named]);
    expect(after.brief).toEqual({ ...replay(history).brief, reviewOn: '2027-02-01' });
  });

  it('needs a brief, a day that is still to come, and another one', () => {
    given(...owner(COO))
      .when(set('2027-02-01'), as(CTO))
      .then({ code: 'no-brief' });
    given(...history)
      .when(set('2026-11-22'), as(CTO))
      .then({ code: 'date-in-past', field: 'reviewOn', date: '2026-11-22', today: '2026-11-23' });
    given(...history)
      .when(set('2027-01-15'), as(CTO))
      .then({ code: 'same-date', field: 'reviewOn' });
  });

  it('is the DRI’s to name once it has passed, and says that the commitment holds', () => {
    given(...overdue)
      .when(set('2027-02-01'), as(CTO))
      .then({ code: 'review-due', field: 'reviewOn', reviewOn: '2026-11-20' });
    given(...overdue)
      .when(set('2027-02-01'), as(COO))
      .then([{ type: 'review-decided', at: NOW, by: COO, choice: 'recommit', reviewOn: '2027-02-01' }]);
  });

  it('waits for nobody where no DRI is there to ask', () => {
    given(briefed(CTO, { reviewOn: '2026-11-20' }))
      .when(set('2027-02-01'), as(CTO))
      .then([named]);
  });
});

describe('a debrief', () => {
  const answers = {
    hadOneOwner: true,
    wereAssuming: true,
    whoSaw: 'Support',
    cause: 'unclear-handoff',
    changesNow: 'The request names the region',
  } as const;
  const write = { type: 'write-debrief', agreementId: 'A1', ...answers } as const;
  const late = [...owner(COO), asked('A1'), acknowledged('A1', { committedBy: '2026-11-21' })];

  it('looks back at a promise that broke, from either side', () => {
    for (const by of [COO, PLATFORM]) {
      given(...late)
        .when(write, as(by))
        .then([{ type: 'debrief-written', at: NOW, by, agreementId: 'A1', ...answers }]);
    }
    given(...late, delivered('A1', { at: NOW, late: true }))
      .when(write, as(COO))
      .then([{ type: 'debrief-written', at: NOW, by: COO, agreementId: 'A1', ...answers }]);
    given(...late)
      .when(write, as(OPS))
      .then({ code: 'forbidden', needs: 'either-side' });
  });

  it('has nothing to say about one that holds', () => {
    given(...owner(COO), asked('A1'), acknowledged('A1'))
      .when(write, as(COO))
      .then({ code: 'not-broken', agreementId: 'A1' });
    given(...owner(COO))
      .when(write, as(COO))
      .then({ code: 'agreement-not-found', agreementId: 'A1' });
  });

  it('stays with its agreement through every state', () => {
    const written: CharterEvent = {
      type: 'debrief-written',
      at: NOW,
      by: COO,
      agreementId: 'A1',
      ...answers,
    };
    const { agreements } = replay([...late, written, delivered('A1', { at: NOW, late: true })]);
    expect(agreements[0]?.debrief).toEqual({ at: NOW, by: COO, ...answers });
  });
});
