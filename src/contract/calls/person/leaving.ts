import * as z from 'zod/mini';
import { accountId, once } from '../../input-parts';
import { leavingAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';

export const output = () => leavingAnswer;

/** What breaks when somebody leaves: what they promised, decide and own. */
export const listLeaving = defineCall<typeof output>()({
  key: 'person/leaving',
  input: once(() => z.strictObject({ accountId: accountId() })),
  access: 'site-admin',
  may: ['admin'],
});
