import * as z from 'zod/mini';
import { LIMITS, accountId, isoDate, issueKey, needId, once, seen, text } from '../../input-parts';
import { teamId } from '../../inputs-team';
import { charterAnswer } from '../../shapes/charter-answer';
import { defineCall } from '../define-call';
import { preparers } from '../roles';

export const output = () => charterAnswer;

/** Asks a person, or a team, for something by a day. */
export const requestAgreement = defineCall<typeof output>()({
  key: 'agreement/request',
  givesCommand: true,
  input: once(() =>
    z
      .strictObject({
        /** One of the two: a person, or a team, for which whoever takes its requests is asked. */
        providerAccountId: z.optional(accountId()),
        teamId: z.optional(teamId()),
        deliverable: text(LIMITS.short),
        acceptance: text(LIMITS.text),
        neededBy: isoDate(),
        providerIssueKey: z.optional(issueKey()),
        impact: z.optional(text(LIMITS.text)),
        inputs: z.optional(text(LIMITS.text)),
        needId: z.optional(needId()),
        seen: seen(),
      })
      .check(
        z.refine((asked) => (asked.providerAccountId === undefined) !== (asked.teamId === undefined), {
          path: ['providerAccountId'],
          error: 'required',
        }),
      ),
  ),
  access: 'item',
  may: preparers,
});
