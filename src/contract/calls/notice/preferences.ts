import * as z from 'zod/mini';
import { HEARD, HEARD_DAILY } from '../../../domain/notices/preferences';
import { once } from '../../input-parts';
import { ok } from '../../shapes/schema-of';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

const choices = {
  asked: z.enum(HEARD),
  answers: z.enum(HEARD),
  reminders: z.enum(HEARD_DAILY),
  changed: z.enum(HEARD_DAILY),
};

export const output = () => z.strictObject({ ok, choices: z.strictObject(choices) });

/** What the caller hears, and when: as it stands, or as they choose it now. */
export const chooseNotices = defineCall<typeof output>()({
  key: 'notice/preferences',
  input: once(() => z.strictObject({ choices: z.optional(z.strictObject(choices)) })),
  access: 'person',
  may: loggedIn,
});
