import { replay } from '../../../../src/domain/charter/evolve';
import { differences, versionOf } from '../../../../static/charter-form/versions';
import { asked, countered, owner, restated } from '../../../support/events';
import { COO } from '../../../support/people';

const agreement = { kind: 'agreement', agreementId: 'A1' } as const;
const before = replay([...owner(COO), asked('A1')]);

test('two versions of an agreement differ in what was done in between', () => {
  const after = replay([
    ...owner(COO),
    asked('A1'),
    countered('A1'),
    restated('A1', { neededBy: '2026-12-30' }),
  ]);
  const changed = differences(versionOf(before, agreement), versionOf(after, agreement));
  expect(changed.map(({ label, is }) => [label, is?.value])).toEqual([
    ['panel.requestBy', '2026-12-30'],
    ['agreement.rounds', '2'],
  ]);
});

test('what came and what went away is told as such', () => {
  const offered = replay([...owner(COO), asked('A1'), countered('A1')]);
  const came = differences(versionOf(before, agreement), versionOf(offered, agreement));
  expect(came.find(({ label }) => label === 'agreement.offeredBy')).toMatchObject({ was: undefined });
  const went = differences(versionOf(offered, agreement), versionOf(before, agreement));
  expect(went.find(({ label }) => label === 'agreement.offeredBy')).toMatchObject({ is: undefined });
});
