import * as z from 'zod/mini';
import { LIMITS, isoDate, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { editors } from '../roles';

/** Writes down what the DRI may decide alone. */
export const grantAuthority = defineCommandCall({
  key: 'authority/grant',
  command: 'grant-authority',
  input: once(() =>
    z.strictObject({
      decisions: text(LIMITS.text),
      boundaries: z.optional(text(LIMITS.text)),
      inputs: z.optional(text(LIMITS.text)),
      escalateWhen: z.optional(text(LIMITS.text)),
      expiresOn: z.optional(isoDate()),
      seen: seen(),
    }),
  ),
  access: 'item',
  may: editors,
  otherwise: { dri: 'grantor-is-dri' },
});
