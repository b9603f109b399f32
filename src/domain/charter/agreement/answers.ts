import type { Charter } from '../charter';
import type { CharterCommand, Facts, Rejection } from '../commands';
import type { CharterEvent } from '../events';
import type { Result } from '../../result';
import { refuse } from '../../result';
import { localDate } from '../../time/local-date';
import type { IsoDate } from '../../values';
import type { Agreement, AgreementStatus } from './agreement';

export type Decision = Result<readonly CharterEvent[], Rejection>;

/** A step in the life of one agreement that exists. */
export type AgreementCommand = Exclude<
  Extract<CharterCommand, { readonly agreementId: string }>,
  { readonly type: 'write-debrief' }
>;
export type CommandOf<T extends AgreementCommand['type']> = Extract<AgreementCommand, { type: T }>;

/** Everything a decision about one agreement looks at. */
export interface Case {
  readonly charter: Charter;
  readonly agreement: Agreement;
  readonly facts: Facts;
}

export const stamp = ({ agreement, facts }: Case) => ({
  at: facts.now,
  by: facts.actor.accountId,
  agreementId: agreement.id,
});

/** Refuses unless the agreement is in one of the states the step starts from. */
export function wrongStatus({ agreement }: Case, ...allowed: readonly AgreementStatus[]): Rejection | null {
  return allowed.includes(agreement.status)
    ? null
    : { code: 'wrong-status', agreementId: agreement.id, status: agreement.status };
}

/** Refuses a day that has already ended where the promise is given. */
export function pastDate({ agreement, facts }: Case, field: string, date: IsoDate): Rejection | null {
  const today = localDate(facts.now, agreement.providerZone);
  return date < today ? { code: 'date-in-past', field, date, today } : null;
}

/** Runs the checks in order; the first refusal wins, else the event happens. */
export function unless(refusals: readonly (Rejection | null)[], event: CharterEvent): Decision {
  const refused = refusals.find((one) => one !== null);
  return refused ? refuse(refused) : { ok: true, value: [event] };
}
