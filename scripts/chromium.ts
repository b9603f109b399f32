import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium to drive: CHROMIUM_PATH if set, else the first usual place that has one. */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  return [...(chosen ? [chosen] : usualPlaces)].find((path) => existsSync(path));
}

/** What to do where there is none; the packages are those of .ci/run. */
export const NO_CHROMIUM =
  'No Chromium. Install it (Debian: apt-get install -y --no-install-recommends chromium) or name one in CHROMIUM_PATH.';

/** The same, for what cannot run without. @throws Error saying what to install. */
export function needChromium(): string {
  const path = findChromium();
  if (path === undefined) throw new Error(NO_CHROMIUM);
  return path;
}
