import { pathOfPlace, placeAt, placeOfCause } from '../../../src/contract/policy-place';
import { DEBRIEF_CAUSES } from '../../../src/domain/charter/debrief/debrief';

test.each(DEBRIEF_CAUSES)(
  'what made a promise break by %s is set at a place the policy page knows',
  (cause) => {
    const place = placeOfCause[cause];
    expect(placeAt(`/${pathOfPlace(place)}`)).toBe(place);
  },
);

test.each(['/', '/at', '/at/nowhere', '/try/mode/observe', '/rules'])('%s is no place', (path) => {
  expect(placeAt(path)).toBeNull();
});
