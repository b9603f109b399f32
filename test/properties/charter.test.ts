import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { decide } from '../../src/domain/charter/decide';
import { replay } from '../../src/domain/charter/evolve';
import { attempts, historyOf, play, type Moment } from '../support/arbitraries';

const RUNS = { numRuns: 1_000 };

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
    { ...RUNS, seed: 20261123 },
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
        if (agreement.status !== 'acknowledged' || earlier?.status === 'acknowledged') return true;
        return (
          earlier?.status === 'requested' &&
          command.type === 'acknowledge-agreement' &&
          command.agreementId === agreement.id &&
          facts.actor.accountId === agreement.providerAccountId &&
          agreement.providerAccountId !== before.dri?.accountId &&
          agreement.providerAccountId !== agreement.requestedBy
        );
      }),
    );
  });

  it('never loses, renames or rewords an agreement', () => {
    always(
      ({ before, after }) =>
        before.agreements.every((old, i) => {
          const now = after.agreements[i];
          return (
            now?.id === old.id &&
            now.deliverable === old.deliverable &&
            now.providerAccountId === old.providerAccountId &&
            now.providerIssueKey === old.providerIssueKey &&
            now.neededBy === old.neededBy
          );
        }) && new Set(after.agreements.map(({ id }) => id)).size === after.agreements.length,
    );
  });

  it('never has two open agreements about one issue', () => {
    always(({ after }) => {
      const keys = after.agreements.flatMap(({ status, providerIssueKey }) =>
        status === 'withdrawn' || providerIssueKey === undefined ? [] : [providerIssueKey],
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
