import { nothing } from '../../input-parts';
import { absencesAnswer } from '../../shapes/team';
import { defineCall } from '../define-call';

export const output = () => absencesAnswer;

/** Everybody who is away or will be, and how the site handles it. */
export const listAway = defineCall<typeof output>()({
  key: 'away/list',
  input: nothing,
  access: 'site-admin',
  may: ['admin'],
});
