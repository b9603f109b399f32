import * as z from 'zod/mini';
import { once, seen } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Accepts a nomination. */
export const acceptDri = defineCommandCall({
  key: 'dri/accept',
  command: 'accept-dri',
  input: once(() => z.strictObject({ seen: seen() })),
  access: 'item',
  may: ['dri'],
  answersDuty: true,
});
