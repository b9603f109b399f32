import * as z from 'zod/mini';
import { accountId, escalationId, once, seen } from '../../input-parts';
import { defineCommandCall } from '../define-call';
import { administrators } from '../roles';

/** Puts a question to somebody else. */
export const redirectEscalation = defineCommandCall({
  key: 'escalation/redirect',
  command: 'redirect-escalation',
  input: once(() => z.strictObject({ seen: seen(), escalationId: escalationId(), toAccountId: accountId() })),
  access: 'item',
  may: ['dri', 'sponsor', ...administrators],
  answersDuty: true,
});
