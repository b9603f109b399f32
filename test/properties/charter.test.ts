import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isPromised, type AgreementStatus } from '../../src/domain/agreement/agreement';
import { acceptedDri } from '../../src/domain/charter/charter';
import { decide } from '../../src/domain/charter/decide';
import type { CharterEvent } from '../../src/domain/charter/events';
import { replay } from '../../src/domain/charter/evolve';
import { attempts, historyOf, play, type Moment } from '../support/arbitraries';

const RUNS = { numRuns: 1_000 };

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
const MAYBE = ['providerIssueKey', 'breach', 'lastReturn'];
const PROMISE = ['acknowledgedAt', 'committedBy'];
const DELIVERY = [...PROMISE, 'deliveredAt', 'evidence'];
const KEYS: Readonly<Record<AgreementStatus, { needed: readonly string[]; possible: readonly string[] }>> = {
  requested: { needed: [], possible: [] },
  countered: { needed: ['counter'], possible: [] },
  acknowledged: { needed: PROMISE, possible: ['renegotiation'] },
  delivered: { needed: DELIVERY, possible: [] },
  accepted: { needed: [...DELIVERY, 'acceptedAt'], possible: [] },
  declined: {
    needed: ['declinedAt', 'declineReason'],
    possible: ['alternativeAccountId', 'availableFrom'],
  },
  withdrawn: { needed: ['withdrawnAt', 'withdrawReason'], possible: [] },
};

/** Checked without `expect`, which would cost more than everything it looks at. */
const always = (holds: (moment: Moment) => boolean) =>
  fc.assert(
    fc.property(attempts, (all) => {
      const broken = play(all).find((moment) => !holds(moment));
      if (broken) throw new Error(`broken by ${JSON.stringify(broken, null, 1)}`);
    }),
    RUNS,
  );

it('reaches every kind of event often enough to prove anything', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(attempts, (all) => {
      for (const { type } of historyOf(play(all))) seen.set(type, (seen.get(type) ?? 0) + 1);
    }),
    { numRuns: 2_000, seed: 20261123 },
  );
  for (const type of [
    'dri-nominated',
    'dri-accepted',
    'dri-declined',
    'authority-granted',
    'no-dependencies-declared',
    'agreement-requested',
    'agreement-acknowledged',
    'agreement-declined',
    'agreement-withdrawn',
    'agreement-countered',
    'counter-accepted',
    'agreement-restated',
    'agreement-reassigned',
    'agreement-delivered',
    'delivery-accepted',
    'delivery-returned',
    'renegotiation-proposed',
    'renegotiation-answered',
    'brief-written',
    'passage-recorded',
  ]) {
    expect([type, (seen.get(type) ?? 0) > 50]).toEqual([type, true]);
  }
});

describe('whoever tries what, in whatever order', () => {
  it('has one DRI at most, nominated first and accepted by nobody but themselves', () => {
    always(({ command, facts, before, after }) => {
      if (after.dri?.status !== 'accepted') return true;
      if (before.dri?.status === 'accepted') return isDeepStrictEqual(after.dri, before.dri);
      return (
        command.type === 'accept-dri' &&
        before.dri?.accountId === after.dri.accountId &&
        facts.actor.accountId === after.dri.accountId
      );
    });
  });

  it('nominates active humans only', () => {
    always(({ facts, after }) => {
      const person = after.dri && facts.people[after.dri.accountId];
      return !after.dri || (person?.kind === 'human' && person.active);
    });
  });

  it('takes an accepted DRI away by their own doing only', () => {
    always(
      ({ facts, before, after }) =>
        before.dri?.status !== 'accepted' ||
        after.dri?.accountId === before.dri.accountId ||
        facts.actor.accountId === before.dri.accountId,
    );
  });

  it('makes an agreement acknowledged by its named provider only, who neither owns the item nor asked', () => {
    always(({ command, facts, before, after }) =>
      after.agreements.every((agreement) => {
        const earlier = before.agreements.find(({ id }) => id === agreement.id);
        if (agreement.status !== 'acknowledged' || earlier?.status !== 'requested') return true;
        return (
          command.type === 'acknowledge-agreement' &&
          command.agreementId === agreement.id &&
          facts.actor.accountId === agreement.providerAccountId &&
          agreement.committedBy === agreement.neededBy &&
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
            return earlier.counter.committedBy === agreement.committedBy && by === acceptedDri(before);
          case 'acknowledged':
            return (
              earlier.renegotiation?.committedBy === agreement.committedBy &&
              by ===
                (earlier.renegotiation.side === 'provider'
                  ? acceptedDri(before)
                  : agreement.providerAccountId)
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
          if (now?.id !== old.id || now.providerIssueKey !== old.providerIssueKey) return false;
          const restated = command.type === 'restate-agreement' && command.agreementId === old.id;
          const offered = command.type === 'accept-counter' && command.agreementId === old.id;
          const reassigned = command.type === 'reassign-agreement' && command.agreementId === old.id;
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

  it('is at an end once accepted or withdrawn', () => {
    always(({ before, after }) =>
      before.agreements.every(
        (old, i) =>
          (old.status !== 'accepted' && old.status !== 'withdrawn') ||
          isDeepStrictEqual(after.agreements[i], old),
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

  it('never has two agreements under way about one issue', () => {
    always(({ after }) => {
      const keys = after.agreements.flatMap(({ status, providerIssueKey }) =>
        status === 'withdrawn' || status === 'accepted' || providerIssueKey === undefined
          ? []
          : [providerIssueKey],
      );
      return new Set(keys).size === keys.length;
    });
  });

  it('never has the statement of no dependencies beside an open agreement', () => {
    always(
      ({ after }) => !after.noDependencies || after.agreements.every(({ status }) => status === 'withdrawn'),
    );
  });

  it('never lets anyone grant authority to themselves', () => {
    always(({ after }) => !after.authority || after.authority.grantedBy !== after.authority.grantedTo);
  });

  it('leaves nothing behind when it refuses, and changes something when it does not', () => {
    always(({ before, after, refused }) => (refused ? after === before : !isDeepStrictEqual(after, before)));
  });

  it('signs every event with the one who acted and the moment', () => {
    always(({ events, facts }) =>
      events.every(({ by, at }) => by === facts.actor.accountId && at === facts.now),
    );
  });

  it('decides the same on the same', () => {
    always(({ command, facts, before, events }) => {
      const again = decide(before, command, facts);
      return isDeepStrictEqual(again.ok ? again.value : [], events);
    });
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
        expect(agreement.rounds).toBe(1 + times('agreement-restated', 'agreement-reassigned'));
        expect(agreement.rework).toBe(times('delivery-returned'));
        expect(agreement.dateChanges).toHaveLength(moved.length);
      }
    }),
    RUNS,
  );
});

it('gives the charter again when its history is replayed, also out of storage', () => {
  fc.assert(
    fc.property(attempts, (all) => {
      const moments = play(all);
      const history = historyOf(moments);
      const lived = moments.at(-1)?.after ?? replay([]);
      expect(replay(history)).toEqual(lived);
      expect(replay(JSON.parse(JSON.stringify(history)))).toEqual(lived);
    }),
    RUNS,
  );
});

/** `play` hands over frozen charters, commands and facts: writing to any of them throws. */
it('never writes to what it was given', () => {
  fc.assert(
    fc.property(attempts, (all) => {
      const copy = JSON.stringify(all);
      const moments = play(all);
      const charters = moments.map(({ before }) => JSON.stringify(before));
      moments.forEach(({ before, command, facts }) => decide(before, command, facts));
      expect(moments.map(({ before }) => JSON.stringify(before))).toEqual(charters);
      expect(JSON.stringify(all)).toBe(copy);
    }),
    RUNS,
  );
});
