import type { AccountId } from '../../ids';
import { defaultRights, entitledTo, nobodyEntitled, type Right } from '../../access/rights';
import type { Charter } from '../charter';
import type { Facts } from '../facts';
import type { Refusal } from '../rejection';
import { sponsorOf } from './sponsor';

/** Who has a right over one item, as far as it can be told without asking Jira about everybody. */
export interface WhoMay {
  readonly editors: boolean;
  readonly projectAdmins: boolean;
  /** Names of roles and groups. */
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  /** The sponsor, the lead and whom the policy names, each once. */
  readonly people: readonly AccountId[];
  /** It is kept from whoever promises something to the item, or was chosen by its DRI. */
  readonly butParties: boolean;
}

type Asking = Pick<Facts, 'actor' | 'policy'>;

/** Where no policy is known nobody waives; authority and decisions go by what Holdfast ships with. */
const UNKNOWN = { waivers: nobodyEntitled, rights: defaultRights };

const entitled = (right: Right, { policy }: Pick<Facts, 'policy'>) => entitledTo(policy ?? UNKNOWN, right);

/** Somebody who promises something to the item, or was asked to. */
const isProvider = ({ agreements }: Pick<Charter, 'agreements'>, accountId: AccountId): boolean =>
  agreements.some(({ providerAccountId }) => providerAccountId === accountId);

/** Somebody to whom the DRI chose to put a question. */
const wasChosenByDri = ({ escalations, dri }: Charter, accountId: AccountId): boolean =>
  escalations.some(({ raisedBy, toAccountId }) => raisedBy === dri?.accountId && toAccountId === accountId);

/** Whether somebody has a right that the policy gives: to waive rules, to grant authority, to decide in another's place. */
export function holdsRight(right: Right, charter: Charter, { actor, policy }: Asking): boolean {
  const may = entitled(right, { policy });
  const me = actor.accountId;
  if (!may.parties && isProvider(charter, me)) return false;
  const lead = policy?.clocks.programmeLead ?? null;
  const { roles = [], groups = [] } = actor.memberOf ?? {};
  return (
    (may.projectAdmins && actor.administers === true) ||
    (may.lead && (lead === null ? actor.administers === true : lead === me)) ||
    (may.sponsor && sponsorOf(charter) === me) ||
    may.people.includes(me) ||
    may.roles.some(({ id }) => roles.includes(id)) ||
    may.groups.some(({ id }) => groups.includes(id)) ||
    (may.editors && actor.canEdit && (may.parties || !wasChosenByDri(charter, me)))
  );
}

/** Who may, for whoever may not. */
export function whoMay(right: Right, charter: Charter, facts: Asking): WhoMay {
  const may = entitled(right, facts);
  const sponsor = may.sponsor ? sponsorOf(charter) : null;
  const lead = may.lead ? (facts.policy?.clocks.programmeLead ?? null) : null;
  const people = [
    ...new Set([...(sponsor === null ? [] : [sponsor]), ...(lead === null ? [] : [lead]), ...may.people]),
  ];
  return {
    editors: may.editors,
    projectAdmins: may.projectAdmins || (may.lead && lead === null),
    roles: may.roles.map(({ name }) => name),
    groups: may.groups.map(({ name }) => name),
    // The DRI neither waives for themselves nor grants to themselves.
    people: people.filter(
      (one) => one !== charter.dri?.accountId && (may.parties || !isProvider(charter, one)),
    ),
    butParties: !may.parties && facts.actor.accountId !== charter.dri?.accountId,
  };
}

/** Refuses who does not have the right, and says who has. */
export const refuseWithoutRight = (
  right: 'waive' | 'grant',
  charter: Charter,
  facts: Asking,
): Refusal | null =>
  holdsRight(right, charter, facts)
    ? null
    : { code: 'forbidden', needs: `${right}-right`, may: whoMay(right, charter, facts) };
