import * as z from 'zod/mini';
import { SETTLEMENTS } from '../../../domain/charter/agreement/settle';
import { issueKey, ofAgreement } from '../../input-parts';
import { commandOutputs } from '../../shapes/charter-answer';
import { defineCall } from '../define-call';

export const output = () => commandOutputs.agreementId();

/** Says of a promise to finished work what became of it; moved, it goes along to the work item named. */
export const settleAgreement = defineCall<typeof output>()({
  key: 'agreement/settle',
  givesCommand: true,
  input: ofAgreement(() => ({ as: z.enum(SETTLEMENTS), toIssueKey: z.optional(issueKey()) })),
  access: 'item',
  about: 'agreementId',
  may: ['dri'],
  answersDuty: true,
});
