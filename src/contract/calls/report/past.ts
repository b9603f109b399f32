import { weeksPage } from '../../inputs-weeks';
import { indicatorsAnswer } from '../../shapes/indicators';
import { defineCall } from '../define-call';
import { onlookers } from '../roles';

export const output = () => indicatorsAnswer;

/** What Jira’s own history says about some weeks, before there were charters. */
export const reportPast = defineCall<typeof output>()({
  key: 'report/past',
  input: weeksPage,
  access: 'project',
  changes: false,
  readsOnly: true,
  may: onlookers,
  canWait: true,
});
