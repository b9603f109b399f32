import * as z from 'zod/mini';
import { ofAgreement } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { eitherSide } from '../roles';

/** Takes or refuses the day that the other side proposed. */
export const answerRenegotiation = defineCommandCall({
  key: 'agreement/answer-renegotiation',
  command: 'answer-renegotiation',
  input: ofAgreement(() => ({ accept: z.boolean() })),
  access: 'item-or-provider',
  about: 'agreementId',
  may: eitherSide,
  answersDuty: true,
});
