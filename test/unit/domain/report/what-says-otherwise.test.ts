import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { peopleRead } from '../../../../src/domain/gate/people';
import { subjectOf } from '../../../../src/domain/gate/build-subject';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { accountabilityTest } from '../../../../src/domain/report/accountability/accountability-test';
import { BEFORE, NOW } from '../../../support/charter-spec';
import { acknowledged, asked, granted, owner } from '../../../support/events';
import { epic } from '../../../support/items';
import { COO, OPS, people } from '../../../support/people';

const lights = (history: readonly CharterEvent[], now = NOW) =>
  accountabilityTest(
    subjectOf({
      item: { ...epic(), projectId: '10100', type: { id: '10000', name: 'Epic', level: 1 } },
      charter: replay(history),
      people: peopleRead(people),
      policy: siteDefault,
    }),
    now,
  );

const inOrder = [...owner(COO), granted(COO), asked('A1'), acknowledged('A1', { committedBy: '2027-03-31' })];
const checkedIn = (onTrack: boolean, by = COO): CharterEvent => ({
  type: 'check-in-submitted',
  at: BEFORE,
  by,
  onTrack,
  biggestRisk: 'The vendor is slow',
  needs: [],
  reviewed: [],
});

it('is three times yes while both sides say so', () => {
  const all = { owner: 'yes', authority: 'yes', dependencies: 'yes' };
  expect(lights(inOrder)).toEqual(all);
  expect(lights([...inOrder, checkedIn(true)])).toEqual(all);
});

it('is no to its dependencies once the DRI says that it is off track', () => {
  expect(lights([...inOrder, checkedIn(false)]).dependencies).toBe('no');
  expect(lights([...inOrder, checkedIn(false), checkedIn(true)]).dependencies).toBe('yes');
  expect(lights([...inOrder, checkedIn(false, OPS)]).dependencies).toBe('yes');
});

it('is no to its dependencies once a promise was silent for three weeks', () => {
  expect(lights(inOrder, '2026-12-11T08:00:00.000Z').dependencies).toBe('yes');
  expect(lights(inOrder, '2026-12-11T08:00:00.001Z').dependencies).toBe('no');
});
