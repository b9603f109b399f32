import { lettered } from '../../../../../../static/report/indicators/model/policy-changes';

test('changes carry letters in the order of their weeks, two once the alphabet is through', () => {
  const turns = Array.from({ length: 28 }, () => ({ week: '2026-11-16', what: ['Something'] }));
  const letters = lettered(turns).map(({ letter }) => letter);
  expect([letters[0], letters[25], letters[26], letters[27]]).toEqual(['A', 'Z', 'AA', 'AB']);
});
