import { nothing } from '../../input-parts';
import { teamsAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () => teamsAnswer;

/** The teams of the site. */
export const listTeams = defineCall<typeof output>()({
  key: 'team/list',
  input: nothing,
  access: 'person',
  may: loggedIn,
});
