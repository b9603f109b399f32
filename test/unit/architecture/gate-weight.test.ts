let mockCommandsLoaded = false;

jest.mock('../../../src/domain/charter/commands', () => {
  mockCommandsLoaded = true;
  return jest.requireActual<object>('../../../src/domain/charter/commands');
});

test('the gate starts without loading what can be done to a charter', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- what one import brings along is what is looked at
  require('../../../src/gate');
  expect(mockCommandsLoaded).toBe(false);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same from a caller that needs it
  require('../../../src/domain/charter/decide');
  expect(mockCommandsLoaded).toBe(true);
});
