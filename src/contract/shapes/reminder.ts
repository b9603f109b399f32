import { account, list, ok } from './schema-of';

/** Who was reminded of what waits for them, and who had been before; to stand alone or beside an item. */
export const reminder = { ok, reminded: list(account), already: list(account) };
