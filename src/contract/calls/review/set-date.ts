import * as z from 'zod/mini';
import { isoDate, once, seen } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { preparers } from '../roles';

/** Names another day for the review. */
export const setReviewDate = defineCommandCall({
  key: 'review/set-date',
  command: 'set-review-date',
  input: once(() => z.strictObject({ seen: seen(), reviewOn: isoDate() })),
  access: 'item',
  may: preparers,
  reportAct: 'review',
});
