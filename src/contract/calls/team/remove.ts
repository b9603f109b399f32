import * as z from 'zod/mini';
import { once } from '../../input-parts';
import { teamId } from '../../inputs-team';
import { teamsAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';

export const output = () => teamsAnswer;

/** Takes one team out of the site’s. What people of it promised stays promised. */
export const removeTeam = defineCall<typeof output>()({
  key: 'team/remove',
  input: once(() => z.strictObject({ teamId: teamId() })),
  access: 'site-admin',
  may: ['admin'],
});
