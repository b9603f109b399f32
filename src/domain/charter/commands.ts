import { acceptCounter } from './agreement/accept-counter';
import { acceptDelivery } from './agreement/accept-delivery';
import { acknowledgeAgreement } from './agreement/acknowledge';
import { answerRenegotiation } from './agreement/answer-renegotiation';
import { askMore } from './agreement/ask-more';
import { carryAgreement } from './agreement/carry';
import { confirmAgreement } from './agreement/confirm';
import { counterAgreement } from './agreement/counter';
import { declineAgreement } from './agreement/decline';
import { deliverAgreement } from './agreement/deliver';
import { linkAgreement } from './agreement/link';
import { reassignAgreement, reassigning } from './agreement/reassign';
import { renegotiateAgreement } from './agreement/renegotiate';
import { recordYes } from './agreement/record-yes';
import { replaceProvider, replacing } from './agreement/replace';
import { replyLater } from './agreement/reply-later';
import { requestAgreement } from './agreement/request';
import { restateAgreement } from './agreement/restate';
import { returnDelivery } from './agreement/return';
import { settleAgreement } from './agreement/settle';
import { takeBackAgreement } from './agreement/take-back';
import { takeOnAgreement } from './agreement/take-on';
import { undoAgreementStep } from './agreement/undo';
import { withdrawAgreement } from './agreement/withdraw';
import { grantAuthority } from './authority/grant';
import { writeBrief } from './brief/write';
import { submitCheckIn } from './check-in/submit';
import { writeDebrief } from './debrief/write';
import type { CommandDefinition, EventDefinition, Room } from './define-command';
import { declareNoFurtherDependencies } from './dependencies/declare-no-further';
import { declareNoDependencies } from './dependencies/declare-none';
import { answerEscalation } from './escalation/answer';
import { raiseEscalation } from './escalation/raise';
import { redirectEscalation, redirecting } from './escalation/redirect';
import { takeBackEscalation } from './escalation/take-back';
import { answerGap } from './gap/answer';
import { raiseGap } from './gap/raise';
import { itemMoved } from './lifecycle/move';
import { stepSetAside } from './lifecycle/set-aside';
import { recordAccess } from './lifecycle/record-access';
import { recordDeparture } from './lifecycle/record-departure';
import { recordDone } from './lifecycle/record-done';
import { recordDeletion } from './lifecycle/record-deletion';
import { recordReach } from './lifecycle/record-reach';
import { recordRestoration } from './lifecycle/record-restoration';
import { acceptDri } from './ownership/accept';
import { declineDri } from './ownership/decline';
import { nominateDri, nominating } from './ownership/nominate';
import { undoOwnerStep } from './ownership/undo';
import { recordPassage } from './passage/record';
import { decideReview } from './review/decide';
import { setReviewDate } from './review/set-date';
import { agreementTakenOver, questionTakenOver } from './stand-in';
import { markVital } from './vital/mark';
import { endWaiver } from './waiver/end';
import { grantWaiver } from './waiver/grant';

/** Commands that somebody gives in the name of another. */
export { nominating, reassigning, redirecting, replacing };

export type { Facts } from './facts';
export type { Rejection, RejectionCode } from './rejection';

/** Every command of a charter. What is known of commands and of their events is derived from this list. */
export const COMMANDS = [
  nominateDri,
  acceptDri,
  declineDri,
  grantAuthority,
  writeBrief,
  declareNoDependencies,
  declareNoFurtherDependencies,
  requestAgreement,
  acknowledgeAgreement,
  counterAgreement,
  replyLater,
  askMore,
  recordYes,
  declineAgreement,
  acceptCounter,
  restateAgreement,
  reassignAgreement,
  replaceProvider,
  deliverAgreement,
  confirmAgreement,
  acceptDelivery,
  returnDelivery,
  renegotiateAgreement,
  answerRenegotiation,
  linkAgreement,
  withdrawAgreement,
  takeBackAgreement,
  settleAgreement,
  takeOnAgreement,
  carryAgreement,
  undoAgreementStep,
  undoOwnerStep,
  submitCheckIn,
  raiseEscalation,
  answerEscalation,
  redirectEscalation,
  takeBackEscalation,
  raiseGap,
  answerGap,
  decideReview,
  setReviewDate,
  writeDebrief,
  markVital,
  grantWaiver,
  endWaiver,
  recordPassage,
  recordAccess,
  recordDeparture,
  recordReach,
  recordDeletion,
  recordRestoration,
  recordDone,
] as const;

/** Every event of a charter: one for each command, and those that no command causes. */
export const EVENTS = [...COMMANDS, itemMoved, stepSetAside, agreementTakenOver, questionTakenOver] as const;

type CommandOf<D> = D extends CommandDefinition<infer C, infer _E, infer _Also> ? C : never;
type EventOf<D> = D extends EventDefinition<infer E> ? E : never;

/** What someone wants to change. The names are the verbs people use. */
export type CharterCommand = CommandOf<(typeof COMMANDS)[number]>;

/** What has happened to a charter. Stored for good. */
export type CharterEvent = EventOf<(typeof EVENTS)[number]>;

type AnyCommand = CommandDefinition<CharterCommand, CharterEvent, CharterEvent>;

const commandsByType = new Map<string, AnyCommand>(COMMANDS.map((one) => [one.type, one]));
const eventsByType = new Map<string, EventDefinition<CharterEvent>>(EVENTS.map((one) => [one.event, one]));

/** @throws Error for a command that this list does not hold: nothing else was type-checked. */
export function definitionOf({ type }: CharterCommand): AnyCommand {
  const definition = commandsByType.get(type);
  if (!definition) throw new Error(`no command ${type}`);
  return definition;
}

/** Which part of a record a command may fill. */
export const roomOf = (command: CharterCommand): Room => definitionOf(command).room;

/** Undefined for an event that a newer version of the app wrote. */
export const eventDefinitionOf = ({
  type,
}: {
  readonly type: string;
}): EventDefinition<CharterEvent> | undefined => eventsByType.get(type);
