import { isBefore, type Instant } from '../../time/time';
import type { Charter } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { lastOwner, nominatorOf } from '../past';
import { isDri, stamp, unless } from '../refusals';
import { answer, promisersHear, sponsorHears, toldBefore } from '../tells';
import { refuseUndo } from '../undo/refuse-undo';
import { slipOf, type Slip } from '../undo/slips';

interface UndoOwnerStep {
  readonly type: 'undo-owner-step';
}

/** Accepting, declining or handing back was a slip: whoever was asked or owned it before is, or does, again. */
interface OwnerStepUndone extends Happened {
  readonly type: 'owner-step-undone';
  readonly step: string;
  readonly stepAt: Instant;
  /** Whoever undoes it owns the work again. */
  readonly owns: boolean;
}

const standing = (charter: Charter, { by, step, stepAt }: OwnerStepUndone): Slip['owner'] => {
  const slip = slipOf(charter, by);
  return slip?.step === step && slip.at === stepAt ? slip.owner : undefined;
};

function undone({ vacancy: _vacancy, ...charter }: Charter, event: OwnerStepUndone): Charter {
  const was = standing(charter, event);
  if (!was) return { ...charter, ...(_vacancy && { vacancy: _vacancy }) };
  return {
    ...charter,
    dri: was.dri,
    declinedNomination: was.declinedNomination,
    ...(was.vacancy && { vacancy: was.vacancy }),
    // What had been let go with it is theirs as before.
    agreements: charter.agreements.map((agreement) => {
      const { untaken, ...rest } = agreement;
      return untaken?.since === event.stepAt ? rest : agreement;
    }),
  };
}

export const undoOwnerStep = defineCommand<UndoOwnerStep, OwnerStepUndone>({
  type: 'undo-owner-step',
  event: 'owner-step-undone',
  room: 'reserve',
  subject: 'owner',
  affects: ['owner', 'authority'],
  people: [],
  mayFollow: (charter, event) => standing(charter, event) !== undefined,
  tells(event, moment) {
    const { at, by, stepAt, owns } = event;
    if (isBefore(at, toldBefore(stepAt))) return [];
    return [
      ...(lastOwner(moment) === by ? sponsorHears(moment) : answer(nominatorOf(moment, by))),
      ...(owns ? promisersHear(event, moment) : []),
    ];
  },
  owner: ({ by, owns }) => (owns ? by : null),
  says: () => ({}),
  decide(charter, _command, facts) {
    const slip = slipOf(charter, facts.actor.accountId);
    const stranger =
      slip || isDri(charter, facts) ? null : ({ code: 'forbidden', needs: 'nominee' } as const);
    return unless([stranger, refuseUndo(slip, facts)], {
      type: 'owner-step-undone',
      ...stamp(facts),
      step: slip?.step ?? '',
      stepAt: slip?.at ?? facts.now,
      owns: slip?.owner?.dri?.accountId === facts.actor.accountId && slip.owner.dri.status === 'accepted',
    });
  },
  evolve: undone,
});
