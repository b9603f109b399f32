import * as z from 'zod/mini';
import { accountId, once, seen } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { preparers } from '../roles';

/** Names somebody to be the DRI. */
export const nominateDri = defineCommandCall({
  key: 'dri/nominate',
  command: 'nominate-dri',
  input: once(() => z.strictObject({ accountId: accountId(), seen: seen() })),
  access: 'item',
  may: preparers,
  reportAct: 'nominate',
});
