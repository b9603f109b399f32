import fc from 'fast-check';
import { chosen, THINGS_A_MAIL, type Thing } from '../../../src/domain/notices/day-mail';
import { HOUR, START } from '../../support/attempts';

const thing: fc.Arbitrary<Thing> = fc.record({
  issueId: fc.constantFrom('1', '2', '3'),
  onlyTheirs: fc.boolean(),
  vital: fc.boolean(),
  since: fc.integer({ min: 0, max: 30 }).map((hours) => new Date(START + hours * HOUR).toISOString()),
  name: fc.string({ minLength: 1, maxLength: 4 }),
});
const things = fc.uniqueArray(thing, {
  maxLength: 20,
  selector: ({ issueId, name }) => `${issueId} ${name}`,
});

const names = (some: readonly Thing[]): readonly string[] =>
  some.map(({ issueId, name }) => `${issueId} ${name}`);

it('spells out at most five things, counts all the others, and loses none', () => {
  fc.assert(
    fc.property(things, (all) => {
      const { said, rest } = chosen(all);
      expect(said.length).toBe(Math.min(THINGS_A_MAIL, all.length));
      expect([...names(said), ...names(rest)].sort()).toEqual([...names(all)].sort());
    }),
  );
});

it('counts nothing that weighs more than what it spells out: only the reader’s own before the rest, then the vital few, then the longest wait', () => {
  fc.assert(
    fc.property(things, (all) => {
      const { said, rest } = chosen(all);
      for (const told of said) {
        for (const left of rest) {
          expect(Number(told.onlyTheirs)).toBeGreaterThanOrEqual(Number(left.onlyTheirs));
          if (told.onlyTheirs !== left.onlyTheirs) continue;
          expect(Number(told.vital)).toBeGreaterThanOrEqual(Number(left.vital));
          if (told.vital === left.vital) expect(told.since <= left.since).toBe(true);
        }
      }
    }),
  );
});

it('names each item once, with all that is said of it', () => {
  fc.assert(
    fc.property(things, (all) => {
      const items = chosen(all).said.map(({ issueId }) => issueId);
      const runs = items.filter((id, at) => items[at - 1] !== id);
      expect(new Set(runs).size).toBe(runs.length);
    }),
  );
});

it('chooses the same, in whichever order the things were found', () => {
  fc.assert(
    fc.property(things, (all) => {
      const there = chosen(all);
      const back = chosen([...all].reverse());
      expect(names(back.rest).slice().sort()).toEqual(names(there.rest).slice().sort());
    }),
  );
});
