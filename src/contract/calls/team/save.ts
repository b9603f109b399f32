import * as z from 'zod/mini';
import { once, version } from '../../input-parts';
import { teamsSchema } from '../../inputs-team';
import { teamsAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';

export const output = () => teamsAnswer;

/** Saves all teams of the site; those left out are gone. With `version`, only where nobody saved in between. */
export const saveTeams = defineCall<typeof output>()({
  key: 'team/save',
  input: once(() => z.strictObject({ version: z.optional(version()), teams: teamsSchema() })),
  access: 'site-admin',
  may: ['admin'],
});
