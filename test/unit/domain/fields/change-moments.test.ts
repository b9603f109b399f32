import fc from 'fast-check';
import { replay } from '../../../../src/domain/charter/evolve';
import { fieldValues } from '../../../../src/domain/fields/field-values';
import { nextChangeAt, changedBetween } from '../../../../src/domain/fields/change-moments';
import { addDays, addHours, instantOf, msOf } from '../../../../src/domain/time/time';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { charter, instant, item, policy } from '../../../support/arbitraries';
import { NOW } from '../../../support/charter-spec';
import { granted, owner, waived } from '../../../support/events';
import { COO } from '../../../support/people';
import { subjectWith } from '../../../support/subject';

const subject = fc.record({ charter, item, policy }).map((spec) => subjectWith(spec));

it('no field says anything else from one turn to the next', () => {
  let turned = 0;
  fc.assert(
    fc.property(subject, instant, fc.double({ min: 0, max: 1, noNaN: true }), (one, now, part) => {
      // An item that Jira no longer has says nothing anywhere.
      fc.pre(one.charter.itemDeletedAt === undefined);
      const next = nextChangeAt(one.charter, one.policy, now);
      const last = next === null ? addDays(now, 400) : instantOf(msOf(next) - 1);
      const between = instantOf(msOf(now) + Math.floor((msOf(last) - msOf(now)) * part));
      expect(fieldValues(one, between)).toEqual(fieldValues(one, now));
      if (next !== null) turned += 1;
    }),
    { numRuns: 300 },
  );
  expect(turned).toBeGreaterThan(50);
});

it('a waiver turns when it ends, and an authority when its last day does', () => {
  const expiresAt = addHours(NOW, 30);
  const held = replay([...owner(COO), waived({ expiresAt })]);
  expect(changedBetween(held, siteDefault, addHours(NOW, 29), addHours(NOW, 30))).toBe(true);
  const empowered = replay([...owner(COO), granted(COO, { expiresOn: '2026-12-24' })]);
  expect(changedBetween(empowered, siteDefault, '2026-12-24T20:00:00Z', '2026-12-25T12:00:00Z')).toBe(true);
});
