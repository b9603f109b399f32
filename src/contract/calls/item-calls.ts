import { acceptCounter } from './agreement/accept-counter';
import { acceptDelivery } from './agreement/accept-delivery';
import { acknowledgeAgreement } from './agreement/acknowledge';
import { answerRenegotiation } from './agreement/answer-renegotiation';
import { askMore } from './agreement/ask-more';
import { confirmAgreement } from './agreement/confirm';
import { counterAgreement } from './agreement/counter';
import { declineAgreement } from './agreement/decline';
import { deliverAgreement } from './agreement/deliver';
import { linkAgreement } from './agreement/link';
import { reassignAgreement } from './agreement/reassign';
import { renegotiateAgreement } from './agreement/renegotiate';
import { recordYes } from './agreement/record-yes';
import { replaceProvider } from './agreement/replace';
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
import { submitCheckIn } from './checkin/submit';
import { writeDebrief } from './debrief/write';
import { declareNoFurtherDependencies } from './dependencies/declare-no-further';
import { declareNoDependencies } from './dependencies/declare-none';
import { acceptDri } from './dri/accept';
import { declineDri } from './dri/decline';
import { nominateDri } from './dri/nominate';
import { undoOwnerStep } from './dri/undo';
import { answerEscalation } from './escalation/answer';
import { raiseEscalation } from './escalation/raise';
import { redirectEscalation } from './escalation/redirect';
import { takeBackEscalation } from './escalation/take-back';
import { answerGap } from './gap/answer';
import { raiseGap } from './gap/raise';
import { sendReminder } from './reminder/send';
import { decideReview } from './review/decide';
import { setReviewDate } from './review/set-date';
import { setVital } from './vital/set';
import { endWaiver } from './waiver/end';
import { grantWaiver } from './waiver/grant';

/** What people do to one work item, in the order of the permission table. */
export const itemCalls = [
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
  deliverAgreement,
  confirmAgreement,
  acceptCounter,
  restateAgreement,
  acceptDelivery,
  returnDelivery,
  withdrawAgreement,
  takeBackAgreement,
  settleAgreement,
  takeOnAgreement,
  undoAgreementStep,
  undoOwnerStep,
  reassignAgreement,
  replaceProvider,
  renegotiateAgreement,
  answerRenegotiation,
  linkAgreement,
  grantWaiver,
  endWaiver,
  submitCheckIn,
  raiseEscalation,
  answerEscalation,
  redirectEscalation,
  takeBackEscalation,
  raiseGap,
  answerGap,
  decideReview,
  setReviewDate,
  setVital,
  sendReminder,
  writeDebrief,
] as const;

type ItemCall = (typeof itemCalls)[number];

export type AnswerCall = Extract<ItemCall, { readonly answersDuty: true }>['key'];

/** The calls that answer something that waits; several of them may be given at once. */
export const ANSWER_CALLS: readonly AnswerCall[] = itemCalls
  .filter((call): call is Extract<ItemCall, { readonly answersDuty: true }> => 'answersDuty' in call)
  .map(({ key }) => key);

type ReportCall = Extract<ItemCall, { readonly reportAct: string }>;

export type ReportActs = { readonly [C in ReportCall as C['reportAct']]: C['key'] };

/** What can be done to several items of the report at once, by the call that does it to one. */
export const REPORT_ACTS = Object.fromEntries(
  itemCalls.flatMap((call) => ('reportAct' in call ? [[call.reportAct, call.key]] : [])),
) as ReportActs;
