import type { RuleIn } from '../../../domain/gate/rules';
import { plainDate } from '../names';
import type { ToldOf } from './say';

/** What goes into the sentences of `texts/en/rules.json`. */
export const told: ToldOf<RuleIn<'followThrough'>> = {
  'checkin.contradicted': ({ accountId, deliverable, others }, { name }) => ({
    person: name(accountId),
    deliverable,
    others,
  }),
  'checkin.off-track': ({ accountId, risk }, { name }) => ({ person: name(accountId), risk }),
  'decision.overdue': ({ question, toAccountId }, { name }) => ({ question, person: name(toAccountId) }),
  'escalation.unanswered': ({ question, toAccountId }, { name }) => ({ question, person: name(toAccountId) }),
  'checkin.stale': ({ accountId, due }, { name, today }) => ({
    person: name(accountId),
    date: plainDate(due.slice(0, 10), today),
  }),
};
