import { nothing } from '../../input-parts';
import { awayAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';
import { loggedIn } from '../roles';

export const output = () => awayAnswer;

/** When the caller is away, and for whom they answer. */
export const getAway = defineCall<typeof output>()({
  key: 'away/get',
  input: nothing,
  access: 'person',
  may: loggedIn,
});
