import type { Page } from 'playwright-core';

/** What somebody presses, counted; typed text is not. */
export function keysOf({ keyboard }: Page): {
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly count: () => number;
} {
  let presses = 0;
  return {
    press: async (key) => {
      presses += 1;
      await keyboard.press(key);
    },
    type: (text) => keyboard.type(text),
    count: () => presses,
  };
}
