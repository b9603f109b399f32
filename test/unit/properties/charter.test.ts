import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { decide } from '../../../src/domain/charter/decide';
import { WARNED_KEPT, type Charter } from '../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { replay } from '../../../src/domain/charter/evolve';
import { passed } from '../../support/events';
import { always, attempts, historyOf, play } from '../../support/attempts';

const RUNS = { numRuns: 1_000 };

it('reaches every kind of event often enough to prove anything', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(attempts, (all) => {
      for (const { type } of historyOf(play(all))) seen.set(type, (seen.get(type) ?? 0) + 1);
    }),
    { numRuns: 9_000, seed: 20261123 },
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
    'waiver-granted',
    'waiver-ended',
  ]) {
    expect([type, (seen.get(type) ?? 0) > 50]).toEqual([type, true]);
  }
});

describe('whoever tries what, in whatever order', () => {
  it('has one DRI at most, nominated first and accepted by nobody but themselves', () => {
    always(({ command, facts, before, after }) => {
      if (after.dri?.status !== 'accepted') return true;
      // Losing sight of the item changes nothing about whose it is.
      const owned = ({ dri }: Charter) => ({ ...dri, lostAccessAt: undefined });
      if (before.dri?.status === 'accepted') return isDeepStrictEqual(owned(after), owned(before));
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

  it('takes an accepted DRI who still sees the item away by their own doing only', () => {
    always(
      ({ facts, before, after }) =>
        before.dri?.status !== 'accepted' ||
        before.dri.lostAccessAt !== undefined ||
        after.dri?.accountId === before.dri.accountId ||
        facts.actor.accountId === before.dri.accountId,
    );
  });

  it('is allowed with rights in Jira what is forbidden without them, and finds nothing else changed by them', () => {
    always(({ command, facts, before }) => {
      const actor = { ...facts.actor, canEdit: false, administers: false };
      const without = decide(before, command, { ...facts, actor });
      if (!without.ok && without.error.code === 'forbidden') return true;
      return isDeepStrictEqual(without, decide(before, command, facts));
    });
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

it('keeps of a life with warned moves everything that it keeps without them', () => {
  const isWarned = (event: CharterEvent): boolean =>
    event.type === 'passage-recorded' && event.passage.reason === 'warned';
  fc.assert(
    fc.property(attempts, fc.array(fc.nat(30), { maxLength: 30 }), (all, places) => {
      const history = historyOf(play(all));
      const crowded = places.reduce<readonly CharterEvent[]>(
        (events, place, n) => [
          ...events.slice(0, place),
          passed({ reason: 'warned', at: `2026-11-24T08:00:${String(n).padStart(2, '0')}.000Z` }),
          ...events.slice(place),
        ],
        history,
      );
      // What can be undone is forgotten with whatever comes after ten minutes.
      const { passages, slips: _undone, ...rest } = replay(crowded);
      const { slips: _slips, ...without } = replay(history.filter((event) => !isWarned(event)));
      const others = passages.filter(({ reason }) => reason !== 'warned');
      return (
        isDeepStrictEqual({ ...rest, passages: others }, without) &&
        passages.length - others.length <= WARNED_KEPT
      );
    }),
    RUNS,
  );
});
