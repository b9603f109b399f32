import * as z from 'zod/mini';
import { once, seen } from '../../input-parts';
import { defineCommandCall } from '../define-call';

/** Accepting, declining or handing back was a slip, some minutes ago at most. */
export const undoOwnerStep = defineCommandCall({
  key: 'dri/undo',
  command: 'undo-owner-step',
  input: once(() => z.strictObject({ seen: seen() })),
  access: 'item',
  may: ['dri'],
  answersDuty: true,
});
