import * as z from 'zod/mini';
import { once, seen } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { administrators } from '../roles';

/** Says that the item is one of the vital few, or no longer is. */
export const setVital = defineCommandCall({
  key: 'vital/set',
  command: 'mark-vital',
  input: once(() => z.strictObject({ seen: seen(), vital: z.boolean() })),
  access: 'item',
  may: administrators,
  reportAct: 'vital',
});
