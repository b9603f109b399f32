import { acceptedDri, type Charter } from '../charter/charter';
import { sponsorOf } from '../charter/ownership/sponsor';
import { isErased } from '../erased';
import type { AccountId } from '../values';
import type { ClockPolicy } from '../policy/clock-policy';
import type { Step } from './steps';
import type { Audience } from '../policy/notice-steps';

/** One of those a step tells; `accountId` is null where it is the project's lead, whom only Jira knows. */
export interface Told {
  readonly audience: Audience;
  readonly accountId: AccountId | null;
}

function one(audience: Audience, step: Step, charter: Charter, policy: ClockPolicy): readonly Told[] {
  const told = (accountId: AccountId | null): readonly Told[] =>
    accountId === null || isErased(accountId) ? [] : [{ audience, accountId }];
  switch (audience) {
    case 'asked':
      return told(step.asked);
    case 'dri':
      return told(acceptedDri(charter));
    case 'sponsor': {
      const sponsor = sponsorOf(charter);
      // Who took the work without being asked has nobody behind them: whoever stands above is told instead.
      return sponsor === null ? one('programme-lead', step, charter, policy) : told(sponsor);
    }
    case 'programme-lead': {
      const programmeLead = policy.clocks.programmeLead;
      return programmeLead === null ? [{ audience, accountId: null }] : told(programmeLead);
    }
  }
}

/** Whom a step tells, each person once. */
export function toldBy(step: Step, charter: Charter, policy: ClockPolicy): readonly Told[] {
  const all = step.tell.flatMap((audience) => one(audience, step, charter, policy));
  return all.filter(
    ({ accountId }, index) => all.findIndex((other) => other.accountId === accountId) === index,
  );
}
