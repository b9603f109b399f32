import type { Charter } from '../../../src/domain/charter/charter';
import type { CharterCommand, Facts } from '../../../src/domain/charter/commands';
import { decide } from '../../../src/domain/charter/decide';
import type { WorkItem } from '../../../src/domain/gate/item';
import type { Instant, IsoDate, IssueKey } from '../../../src/domain/values';
import { isLapsed } from '../../ui/licence';
import type { People } from '../../ui/person';
import { ANYBODY, someDay, stepCommand, type AgreementOffer, type AgreementStep } from './agreement-steps';

/** What the domain decides on, as far as the reader was told it: a whole charter, or one agreement of it. */
export interface CommandContext {
  readonly charter: Charter;
  readonly people: People;
  readonly me: Facts['actor'];
  readonly policy?: Facts['policy'];
  readonly item: { readonly issueKey: IssueKey; readonly status?: Pick<WorkItem['status'], 'category'> };
  readonly now: Instant;
}

export const factsOf = ({ me, people, policy, item, now }: CommandContext): Facts => ({
  actor: me,
  people,
  // Who has which right decides what is offered; what a request must bring is for its form to say.
  policy: policy && { waivers: policy.waivers, rights: policy.rights, intake: [], clocks: policy.clocks },
  issueKey: item.issueKey,
  progress: item.status?.category,
  now,
});

const anybody = {
  accountId: ANYBODY,
  kind: 'human',
  active: true,
  displayName: '',
  timeZone: 'UTC',
} as const;

/** Whether the domain would let the reader do it now: a page asks the same code that decides in the backend. */
export function mayCommand(context: CommandContext, command: CharterCommand): boolean {
  if (isLapsed()) return false;
  const facts = factsOf(context);
  const decided = decide(context.charter, command, {
    ...facts,
    people: { ...facts.people, [ANYBODY]: anybody },
  });
  // Which promises a check-in goes through is for its form to ask: nobody may do less for that.
  return decided.ok || decided.error.code === 'walk-through-incomplete';
}

/** A day that fits a step: an answer is announced for no later than the work is needed. */
function dayFor({ charter, now }: CommandContext, { kind, agreementId }: AgreementOffer): IsoDate {
  const neededBy = charter.agreements.find(({ id }) => id === agreementId)?.neededBy;
  return kind === 'reply-later' && neededBy !== undefined ? neededBy : someDay(now);
}

/** Those steps on one agreement that the reader may take. */
export const stepsOn = (
  context: CommandContext,
  agreementId: string,
  steps: readonly AgreementStep[],
): readonly AgreementOffer[] =>
  steps
    .map((kind) => ({ kind, agreementId }))
    .filter((offer) => mayCommand(context, stepCommand(offer, dayFor(context, offer))));
