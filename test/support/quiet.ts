afterEach(() => jest.restoreAllMocks());

/** Keeps what the code logs out of this test's output, and lets the test look at it. */
export function quietly(): { readonly lines: () => readonly string[] } {
  const spies = (['warn', 'error'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation(() => undefined),
  );
  return { lines: () => spies.flatMap((spy) => spy.mock.calls.map((words) => words.join(' '))) };
}
