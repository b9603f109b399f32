import fc from 'fast-check';
import type { Agreement } from '../../src/domain/charter/agreement/agreement';
import type { Charter } from '../../src/domain/charter/charter';
import type { CharterCommand } from '../../src/domain/charter/commands';
import type { AccountId } from '../../src/domain/values';

/**
 * A step that an agreement's state allows, to be chosen once it is known: chance alone takes an agreement through
 * request, yes, delivery and return too rarely to prove anything.
 */
export interface NextStep {
  readonly type: 'next-step';
  /** Which agreement, and which of its steps: taken modulo how many there are. */
  readonly which: number;
  readonly choice: number;
  readonly providerAccountId: AccountId;
  readonly date: string;
  readonly deliverable: string;
  readonly accept: boolean;
}

export const nextStep = (
  providerAccountId: fc.Arbitrary<AccountId>,
  date: fc.Arbitrary<string>,
  deliverable: fc.Arbitrary<string>,
): fc.Arbitrary<NextStep> =>
  fc.record({
    type: fc.constant('next-step' as const),
    which: fc.nat({ max: 3 }),
    choice: fc.nat({ max: 11 }),
    providerAccountId,
    date,
    deliverable,
    accept: fc.boolean(),
  });

function stepsOf(agreement: Agreement, step: NextStep): readonly CharterCommand[] {
  const { providerAccountId, date, deliverable } = step;
  const of = { agreementId: agreement.id };
  const reason = 'As it came';
  const reassign = { type: 'reassign-agreement', ...of, providerAccountId } as const;
  const restate = { type: 'restate-agreement', ...of, neededBy: date, deliverable } as const;
  const withdraw = { type: 'withdraw-agreement', ...of, reason } as const;
  const acknowledge = { type: 'acknowledge-agreement', ...of } as const;
  const deliver = { type: 'deliver-agreement', ...of, evidence: 'It is there' } as const;
  const renegotiate = { type: 'renegotiate-agreement', ...of, committedBy: date, reason } as const;
  const cause = step.accept ? 'spec' : 'quality';
  const takeBack = { type: 'return-delivery', ...of, cause, reason } as const;
  const acceptCounter = { type: 'accept-counter', ...of } as const;
  const answer = { type: 'answer-renegotiation', ...of, accept: step.accept } as const;
  const counter = { type: 'counter-agreement', ...of, committedBy: date, reason } as const;
  switch (agreement.status) {
    case 'requested':
      return [
        acknowledge,
        acknowledge,
        acknowledge,
        acknowledge,
        counter,
        { ...counter, deliverable },
        reassign,
        { type: 'decline-agreement', ...of, reason, availableFrom: date },
      ];
    case 'countered':
      return [acceptCounter, acceptCounter, acceptCounter, restate, restate, reassign];
    case 'declined':
      return [restate, restate, reassign, withdraw];
    case 'acknowledged':
      return agreement.renegotiation
        ? [answer, answer, answer, answer, renegotiate, deliver]
        : [deliver, deliver, renegotiate, renegotiate, reassign];
    case 'delivered':
      return [takeBack, { type: 'accept-delivery', ...of }];
    case 'accepted':
    case 'withdrawn':
      return [withdraw, deliver];
  }
}

/** An answer is aimed at what waits for one; chance alone would hardly ever name it. */
function aimed(command: CharterCommand, charter: Charter): CharterCommand {
  switch (command.type) {
    case 'answer-escalation': {
      const open = charter.escalations.find(({ answer }) => !answer);
      return open ? { ...command, escalationId: open.id } : command;
    }
    case 'answer-gap': {
      const open = charter.gaps.find(({ answer }) => !answer);
      return open ? { ...command, gapId: open.id } : command;
    }
    case 'write-debrief': {
      const broken = charter.agreements.find(({ breach }) => breach);
      return broken ? { ...command, agreementId: broken.id } : command;
    }
    default:
      return command;
  }
}

/** The step as a command; a request where there is no agreement to take a step with. */
export function resolved(command: CharterCommand | NextStep, charter: Charter): CharterCommand {
  if (command.type !== 'next-step') return aimed(command, charter);
  const { agreements } = charter;
  const agreement = agreements[command.which % Math.max(agreements.length, 1)];
  const steps = agreement ? stepsOf(agreement, command) : [];
  return (
    steps[command.choice % Math.max(steps.length, 1)] ?? {
      type: 'request-agreement',
      providerAccountId: command.providerAccountId,
      deliverable: command.deliverable,
      acceptance: 'It works',
      neededBy: command.date,
    }
  );
}
