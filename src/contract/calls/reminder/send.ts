import * as z from 'zod/mini';
import { nothing } from '../../input-parts';
import { reminder } from '../../shapes/reminder';
import { defineCall } from '../define-call';
import { preparers } from '../roles';

export const output = () => z.strictObject(reminder);

/** Reminds those the item waits for. */
export const sendReminder = defineCall<typeof output>()({
  key: 'reminder/send',
  input: nothing,
  access: 'item',
  changes: true,
  may: preparers,
  reportAct: 'remind',
});
