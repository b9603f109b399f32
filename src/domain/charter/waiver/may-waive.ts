import type { Facts } from '../facts';

/** The policy says who may let a rule pass: its project's administrators, people it names, or both. */
export function mayWaive({ actor, policy }: Pick<Facts, 'actor' | 'policy'>): boolean {
  if (!policy) return false;
  const { projectAdmins, people } = policy.waivers;
  return (projectAdmins && actor.administers === true) || people.includes(actor.accountId);
}
