import { weeksPage } from '../../inputs-weeks';
import { indicatorsAnswer } from '../../shapes/indicators';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () => indicatorsAnswer;

/** What the charters say about some weeks. */
export const reportIndicators = defineCall<typeof output>()({
  key: 'report/indicators',
  input: weeksPage,
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
