import * as z from 'zod/mini';
import { LIMITS, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { onlookers } from '../roles';

/** Says what nobody has taken care of. */
export const raiseGap = defineCommandCall({
  key: 'gap/raise',
  command: 'raise-gap',
  input: once(() => z.strictObject({ what: text(LIMITS.text), seen: seen() })),
  access: 'item',
  may: onlookers,
});
