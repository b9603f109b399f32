import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isPromised, type AgreementStatus } from '../../../src/domain/charter/agreement/agreement';
import { actsForOwner } from '../../../src/domain/charter/stand-in';
import type { Agreement } from '../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { always, attempts, historyOf, play } from '../../support/attempts';

/** What every agreement says of itself, what it may say, and what belongs to one state. */
const TERMS = [
  'id',
  'status',
  'providerAccountId',
  'providerZone',
  'deliverable',
  'acceptance',
  'neededBy',
  'requestedBy',
  'requestedAt',
  'rounds',
  'rework',
  'dateChanges',
];
const MAYBE = [
  'linkProposal',
  'carriedFrom',
  'untaken',
  'resumedAt',
  'providerIssueKey',
  'breach',
  'lastReturn',
  'impact',
  'team',
  'inputs',
  'debrief',
  'needId',
  'walkedThrough',
];
const PROMISE = ['acknowledgedAt', 'committedBy'];
const DELIVERY = [...PROMISE, 'deliveredAt', 'evidence'];
const KEYS: Readonly<Record<AgreementStatus, { needed: readonly string[]; possible: readonly string[] }>> = {
  requested: { needed: [], possible: ['reply', 'question', 'answered', 'spokenYes'] },
  countered: { needed: ['counter'], possible: [] },
  acknowledged: { needed: PROMISE, possible: ['renegotiation', 'confirmedAt', 'doubt'] },
  delivered: { needed: DELIVERY, possible: [] },
  accepted: { needed: [...DELIVERY, 'acceptedAt'], possible: [] },
  declined: {
    needed: ['declinedAt', 'declineReason'],
    possible: ['alternativeAccountId', 'availableFrom'],
  },
  withdrawn: { needed: ['withdrawnAt', 'withdrawReason'], possible: ['settledAs', 'movedTo'] },
};

describe('an agreement, whoever tries what, in whatever order', () => {
  it('makes an agreement acknowledged by its named provider only, who neither owns the item nor asked', () => {
    always(({ command, facts, before, after }) =>
      after.agreements.every((agreement) => {
        const earlier = before.agreements.find(({ id }) => id === agreement.id);
        if (agreement.status !== 'acknowledged' || earlier?.status !== 'requested') return true;
        return (
          command.type === 'acknowledge-agreement' &&
          command.agreementId === agreement.id &&
          facts.actor.accountId === agreement.providerAccountId &&
          agreement.committedBy === (earlier.spokenYes?.committedBy ?? agreement.neededBy) &&
          agreement.providerAccountId !== before.dri?.accountId &&
          agreement.providerAccountId !== agreement.requestedBy
        );
      }),
    );
  });

  it('promises no day that the provider did not say: asked and acknowledged, offered, or settled with them', () => {
    always(({ facts, before, after }) =>
      after.agreements.every((agreement) => {
        const earlier = before.agreements.find(({ id }) => id === agreement.id);
        const by = facts.actor.accountId;
        if (agreement.status === 'countered' && earlier?.status !== 'countered') {
          return by === agreement.providerAccountId;
        }
        if (!isPromised(agreement)) return true;
        if (earlier && isPromised(earlier) && earlier.committedBy === agreement.committedBy) return true;
        switch (earlier?.status) {
          case 'requested':
            return by === agreement.providerAccountId;
          case 'countered':
            return earlier.counter.committedBy === agreement.committedBy && actsForOwner(before, facts);
          case 'acknowledged':
            return (
              earlier.renegotiation?.committedBy === agreement.committedBy &&
              (earlier.renegotiation.side === 'provider'
                ? actsForOwner(before, facts)
                : by === agreement.providerAccountId)
            );
          default:
            return false;
        }
      }),
    );
  });

  it('hands no promise on: a new provider is asked afresh', () => {
    always(({ before, after }) =>
      before.agreements.every((old, i) => {
        const now = after.agreements[i];
        return (
          now?.providerAccountId === old.providerAccountId ||
          (now?.status === 'requested' && now.rounds === old.rounds + 1)
        );
      }),
    );
  });

  it('never loses or renames an agreement, and rewords it by asking again or by an accepted offer only', () => {
    always(
      ({ command, before, after }) =>
        before.agreements.every((old, i) => {
          const now = after.agreements[i];
          const linked = command.type === 'link-agreement' && command.agreementId === old.id;
          if (now?.id !== old.id) return false;
          if (!linked && now.providerIssueKey !== old.providerIssueKey) return false;
          const restated = command.type === 'restate-agreement' && command.agreementId === old.id;
          const offered = command.type === 'accept-counter' && command.agreementId === old.id;
          const reassigned =
            (command.type === 'reassign-agreement' || command.type === 'replace-provider') &&
            command.agreementId === old.id;
          return (
            (restated || (now.neededBy === old.neededBy && now.acceptance === old.acceptance)) &&
            (restated || offered || now.deliverable === old.deliverable) &&
            (reassigned || now.providerAccountId === old.providerAccountId)
          );
        }) && new Set(after.agreements.map(({ id }) => id)).size === after.agreements.length,
    );
  });

  it('keeps of an agreement the keys of its state, and of no other', () => {
    always(({ after }) =>
      after.agreements.every((agreement) => {
        const { needed, possible } = KEYS[agreement.status];
        const keys = Object.keys(agreement);
        return (
          [...TERMS, ...needed].every((key) => keys.includes(key)) &&
          keys.every((key) => [...TERMS, ...MAYBE, ...needed, ...possible].includes(key)) &&
          Object.values(agreement).every((value) => value !== undefined)
        );
      }),
    );
  });

  it('is at an end once accepted or withdrawn, but for looking back at it', () => {
    const withoutDebrief = (agreement: Agreement | undefined) => ({ ...agreement, debrief: undefined });
    always(({ before, after }) =>
      before.agreements.every(
        (old, i) =>
          (old.status !== 'accepted' && old.status !== 'withdrawn') ||
          isDeepStrictEqual(withoutDebrief(after.agreements[i]), withoutDebrief(old)),
      ),
    );
  });

  it('records a breach once', () => {
    always(({ before, after }) =>
      before.agreements.every(
        ({ breach }, i) => !breach || isDeepStrictEqual(after.agreements[i]?.breach, breach),
      ),
    );
  });
});

it('counts rounds, returns and moved days as the history tells them', () => {
  fc.assert(
    fc.property(attempts, (all) => {
      const moments = play(all);
      const history = historyOf(moments);
      for (const agreement of moments.at(-1)?.after.agreements ?? []) {
        const times = (...types: readonly CharterEvent['type'][]): number =>
          history.filter(
            (event) =>
              'agreementId' in event && event.agreementId === agreement.id && types.includes(event.type),
          ).length;
        const moved = history.filter(
          (event) =>
            event.type === 'renegotiation-answered' && event.agreementId === agreement.id && event.accepted,
        );
        expect(agreement.rounds).toBe(
          1 + times('agreement-restated', 'agreement-reassigned', 'provider-replaced'),
        );
        expect(agreement.rework).toBe(times('delivery-returned'));
        expect(agreement.dateChanges).toHaveLength(moved.length);
      }
    }),
    { numRuns: 1_000 },
  );
});
