import { nothing } from '../../input-parts';
import { charterAnswer } from '../../shapes/charter-answer';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () => charterAnswer;

/** Everything the panel shows. */
export const getCharter = defineCall<typeof output>()({
  key: 'charter/get',
  input: nothing,
  access: 'item',
  changes: false,
  may: onlookers,
});
