import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Messages } from '../../src/contract/texts/message';

const COMPILED = join(__dirname, '../../texts/compiled/en');

/** The English messages of each file of the catalogue, by the file's name. */
export const textFiles: Readonly<Record<string, Messages>> = Object.fromEntries(
  readdirSync(COMPILED)
    .filter((file) => file !== 'index.ts')
    .map((file) => {
      const { texts } = jest.requireActual<{ readonly texts: Messages }>(join(COMPILED, file));
      return [file.replace(/\.ts$/, ''), texts];
    }),
);

/** Every English message by its id. */
export const everyText: Messages = Object.assign({}, ...Object.values(textFiles)) as Messages;
