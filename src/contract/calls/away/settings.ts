import * as z from 'zod/mini';
import { AWAY_READERS } from '../../../domain/team/presence';
import { accountId, once, version } from '../../input-parts';
import { absencesAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';

export const output = () => absencesAnswer;

/** How the site handles absences. */
export const saveAwaySettings = defineCall<typeof output>()({
  key: 'away/settings',
  input: once(() =>
    z.strictObject({
      version: version(),
      on: z.boolean(),
      datesShownTo: z.enum(AWAY_READERS),
      people: z.readonly(z.array(accountId()).check(z.maxLength(50, 'too-many'))),
      keptDays: z.int().check(z.gte(0), z.lte(365)),
    }),
  ),
  access: 'site-admin',
  may: ['admin'],
});
