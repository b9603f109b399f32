import type { AccountId } from '../../ids';
import type { Charter } from '../charter';
import type { Facts } from '../facts';
import { sponsorOf } from './sponsor';

/** Who stands behind the work: behind its owner or nominee, and where there is neither, behind the last one. */
export const sponsorBehind = (charter: Charter): AccountId | undefined => sponsorOf(charter) ?? undefined;

/** The sponsor, or the lead: whom the policy names, else who administers the project. */
export function standsBehind(charter: Charter, { actor, policy }: Pick<Facts, 'actor' | 'policy'>): boolean {
  const lead = policy?.clocks.programmeLead ?? null;
  return sponsorBehind(charter) === actor.accountId || lead === actor.accountId || actor.administers === true;
}
