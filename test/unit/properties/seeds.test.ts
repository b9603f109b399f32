import fc from 'fast-check';

const drawn = (): string[] => {
  const values: string[] = [];
  fc.assert(
    fc.property(fc.string(), (value) => {
      values.push(value);
    }),
  );
  return values;
};

test('every property draws from the seed that the run printed', () => {
  expect(fc.readConfigureGlobal().seed).toBe(Number(process.env['FC_SEED']));
});

test('a property without a seed of its own tries the same cases again', () => {
  const cases = drawn();
  expect(new Set(cases).size).toBeGreaterThan(20);
  expect(drawn()).toEqual(cases);
});
