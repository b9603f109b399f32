import { replay } from '../../../../src/domain/charter/evolve';
import { reachedSteps, reachedStepsFor, steps } from '../../../../src/domain/notices/clocks';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { endOfDay, localDate } from '../../../../src/domain/time/local-date';
import { asked, owner } from '../../../support/events';
import { COO } from '../../../support/people';

const AT = '2026-11-20T08:00:00.000Z';
const charter = replay([
  ...owner(COO),
  ...Array.from({ length: 50 }, (_, n) => asked(`A${n + 1}`, { at: AT })),
]);
const NOW = '2026-11-25T17:00:00.000Z';

test('the clocks of a charter are worked out once for a policy, and anew for another', () => {
  const other = { ...siteDefault, acknowledgementHours: siteDefault.acknowledgementHours + 24 };
  expect(steps(charter, siteDefault)).toBe(steps(charter, siteDefault));
  expect(reachedSteps(charter, siteDefault, NOW)).toBe(reachedSteps(charter, siteDefault, NOW));
  expect(steps(charter, other)).not.toEqual(steps(charter, siteDefault));
  expect(steps({ ...charter, agreements: [] }, siteDefault)).not.toEqual(steps(charter, siteDefault));
});

test('what an earlier or later moment asks is answered for that moment', () => {
  const before = reachedSteps(charter, siteDefault, AT);
  expect(before).toEqual([]);
  expect(reachedSteps(charter, siteDefault, NOW).length).toBeGreaterThan(50);
  expect(reachedSteps(charter, siteDefault, AT)).toEqual(before);
});

test('the steps of each agreement are those of the charter that belong to it', () => {
  const all = reachedSteps(charter, siteDefault, NOW);
  for (const { id } of charter.agreements) {
    expect(reachedStepsFor(id, charter, siteDefault, NOW)).toEqual(
      all.filter((one) => one.agreementId === id),
    );
  }
  expect(reachedStepsFor('A99', charter, siteDefault, NOW)).toEqual([]);
});

test('a zone makes one formatter of the runtime, however often days are asked for in it, and UTC none', () => {
  const made = jest.spyOn(Intl, 'DateTimeFormat');
  for (let day = 10; day < 30; day += 1) {
    endOfDay(`2026-11-${day}`, 'America/Halifax');
    localDate(`2026-11-${day}T23:30:00.000Z`, 'America/Halifax');
    endOfDay(`2026-11-${day}`, 'UTC');
  }
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});
