import * as z from 'zod/mini';
import { accountId, isoDate, once } from '../../input-parts';
import { awayAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () => awayAnswer;

/** Says when somebody is away and who stands in: the caller, or, by an administrator of Jira, somebody else. */
export const setAway = defineCall<typeof output>()({
  key: 'away/set',
  input: once(() =>
    z.strictObject({
      from: isoDate(),
      to: isoDate(),
      standInAccountId: z.optional(z.nullable(accountId())),
      /** Whose absence it is; absent: the caller's. */
      accountId: z.optional(accountId()),
    }),
  ),
  access: 'person',
  may: loggedIn,
});
