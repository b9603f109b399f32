import * as z from 'zod/mini';
import { LIMITS, isoDate, once, seen, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { preparers } from '../roles';

/** Writes the brief: what should come of the work item, and when that is looked at. */
export const writeBrief = defineCommandCall({
  key: 'brief/write',
  command: 'write-brief',
  input: once(() =>
    z.strictObject({
      outcome: text(LIMITS.text),
      whyNow: text(LIMITS.text),
      successMeasure: text(LIMITS.text),
      reviewOn: isoDate(),
      seen: seen(),
    }),
  ),
  access: 'item',
  may: preparers,
});
