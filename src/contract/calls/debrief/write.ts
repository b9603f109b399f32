import * as z from 'zod/mini';
import { DEBRIEF_CAUSES } from '../../../domain/charter/debrief/debrief';
import { LIMITS, ofAgreement, text } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { eitherSide } from '../roles';

/** Says what broke a promise, and what changes now. */
export const writeDebrief = defineCommandCall({
  key: 'debrief/write',
  command: 'write-debrief',
  input: ofAgreement(() => ({
    hadOneOwner: z.boolean(),
    wereAssuming: z.boolean(),
    whoSaw: text(LIMITS.text),
    cause: z.enum(DEBRIEF_CAUSES),
    changesNow: text(LIMITS.text),
  })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: eitherSide,
  answersDuty: true,
});
