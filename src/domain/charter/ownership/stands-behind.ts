import type { Charter } from '../charter';
import type { Facts } from '../facts';
import { sponsorOf } from './sponsor';

/** The sponsor, or the lead: whom the policy names, else who administers the project. */
export function standsBehind(charter: Charter, { actor, policy }: Pick<Facts, 'actor' | 'policy'>): boolean {
  const programmeLead = policy?.clocks.programmeLead ?? null;
  return (
    sponsorOf(charter) === actor.accountId || programmeLead === actor.accountId || actor.administers === true
  );
}
