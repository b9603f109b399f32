import type { CommitmentEntry } from '../../src/contract/answers';
import type { Urgency } from '../../src/domain/commitments/commitments';
import type { DutyKind } from '../../src/domain/commitments/duties';
import type { Tone } from '../ui/state-word';
import type { PlainTextId, TextId } from '../ui/text';

const words: Readonly<Record<DutyKind, PlainTextId>> = {
  'accept-nomination': 'commitments.dutyNomination',
  acknowledge: 'commitments.dutyAcknowledge',
  'answer-counter': 'commitments.dutyCounter',
  'answer-date': 'commitments.dutyDate',
  'answer-link': 'commitments.dutyLink',
  deliver: 'commitments.dutyDeliver',
  'accept-delivery': 'commitments.dutyDelivery',
  'answer-question': 'commitments.dutyQuestion',
  'ask-again': 'commitments.dutyDeclined',
  'ask-another': 'commitments.dutyAnother',
  decide: 'commitments.dutyDecide',
  'check-in': 'commitments.dutyCheckIn',
  'keep-or-change': 'commitments.dutyKeep',
  'answer-gap': 'commitments.dutyGap',
  settle: 'commitments.dutySettle',
  'take-on': 'commitments.dutyTakeOn',
  'write-brief': 'commitments.dutyBrief',
};

/** A question, or the work item itself, rested on somebody who left. */
export const isLeft = ({ duty, agreement }: Pick<CommitmentEntry, 'duty' | 'agreement'>): boolean =>
  duty === 'ask-another' && agreement === undefined;

/** The state of a line as a word: what it waits for, or that its day is over. */
export function dutyText(entry: CommitmentEntry): PlainTextId {
  const { duty, agreement } = entry;
  if (duty === 'deliver' && agreement?.overdue) return 'panel.stateOverdue';
  if (duty === 'acknowledge' && agreement?.acknowledgementOverdue) return 'panel.stateUnanswered';
  if (isLeft(entry)) return 'commitments.dutyLeft';
  return words[duty];
}

const tones: Readonly<Record<Urgency, Tone>> = { overdue: 'problem', soon: 'waiting', later: 'quiet' };

export const dutyTone = (duty: DutyKind, urgency: Urgency): Tone =>
  duty === 'ask-again' || duty === 'ask-another' ? 'problem' : tones[urgency];

/** What happened last, told with the name of the other side and how long ago. */
export const leadText = {
  'accept-nomination': 'commitments.leadNomination',
  acknowledge: 'commitments.leadAcknowledge',
  'answer-counter': 'commitments.leadCounter',
  'answer-date': 'commitments.leadDate',
  'answer-link': 'commitments.leadLink',
  deliver: 'commitments.leadDeliver',
  'accept-delivery': 'commitments.leadDelivery',
  'answer-question': 'commitments.leadQuestion',
  'ask-again': 'commitments.leadDeclined',
  'ask-another': 'commitments.leadAnother',
  decide: 'commitments.leadDecide',
  'check-in': 'commitments.leadCheckIn',
  'keep-or-change': 'commitments.leadKeep',
  'answer-gap': 'commitments.leadGap',
  settle: 'commitments.leadSettle',
  'take-on': 'commitments.leadTakeOn',
  'write-brief': 'commitments.leadBrief',
} as const satisfies Readonly<Record<DutyKind, TextId>>;

/** What somebody else is waited for, and since when. */
export const awaitedText = {
  'accept-nomination': 'commitments.waitsNomination',
  acknowledge: 'commitments.waitsAcknowledge',
  'answer-counter': 'commitments.waitsCounter',
  'answer-date': 'commitments.waitsDate',
  'answer-link': 'commitments.waitsLink',
  deliver: 'commitments.waitsDeliver',
  'accept-delivery': 'commitments.waitsDelivery',
  'answer-question': 'commitments.waitsQuestion',
  'ask-again': 'commitments.waitsDelivery',
  'ask-another': 'commitments.waitsDelivery',
  decide: 'commitments.waitsDecide',
  'check-in': 'commitments.waitsDelivery',
  'keep-or-change': 'commitments.waitsDelivery',
  'answer-gap': 'commitments.waitsGap',
  settle: 'commitments.waitsSettle',
  'take-on': 'commitments.waitsTakeOn',
  'write-brief': 'commitments.waitsDelivery',
} as const satisfies Readonly<Record<DutyKind, TextId>>;
