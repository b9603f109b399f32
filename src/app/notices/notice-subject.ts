import { toldBy } from '../../domain/notices/audience';
import { eventDefinitionOf } from '../../domain/charter/commands';
import { toTell } from '../../domain/notices/clocks';
import type { Step } from '../../domain/notices/steps';
import type { Thing } from '../../domain/notices/day-mail';
import { concerns, weightOf } from '../../domain/notices/steps-by-cause';
import type { Passage } from '../../domain/charter/charter';
import { isEventStep, promptOf, type Past, type Prompt } from '../../domain/notices/moves';
import { toldOfWarned, warnedMove } from '../../domain/charter/warned-moves';
import { rulesOf } from '../../domain/gate/passage-rules';
import { remindersOf, type Reminder } from '../../domain/commitments/reminders';
import type { AccountId } from '../../domain/ids';
import type { WorkItem } from '../../domain/gate/item';
import type { RuleId } from '../../domain/policy/rules';
import type { Policy } from '../../domain/policy/policy';
import { standInOf } from '../../domain/team/presence';
import { msOf, type Instant } from '../../domain/time/time';
import type { Notice } from './ports';

/** A move that passed with rules to look at, and which of them are unmet still. */
export interface WarnedSubject {
  readonly kind: 'warned';
  readonly passage: Passage;
  readonly left: readonly RuleId[];
}

/**
 * What a notice speaks of: a step of the escalation, a question of which somebody is reminded, a warned move, or what just
 * became somebody's move.
 */
export type NoticeSubject =
  | { readonly kind: 'rung'; readonly step: Step }
  | { readonly kind: 'reminder'; readonly reminder: Reminder }
  | { readonly kind: 'move'; readonly prompt: Prompt }
  | WarnedSubject;

/**
 * What a notice speaks of as the charter stands; null where it is settled, or meant for somebody else by now. What is
 * left of a warned move takes the item as well: here it is everything that was to look at.
 */
export function noticeSubjectOf(
  notice: Notice,
  past: Past,
  policy: Policy,
  now: Instant,
): NoticeSubject | null {
  const { charter } = past;
  const who = notice.insteadOf ?? notice.accountId;
  // Back again, they are told themselves.
  if (notice.insteadOf !== undefined && standInOf(who, policy, now) !== notice.accountId) return null;
  if (isEventStep(notice.step)) {
    // The lead was looked up when the notice was written.
    const prompt = promptOf(past, notice.step, notice.audience === 'programme-lead' ? null : who);
    return prompt ? { kind: 'move', prompt } : null;
  }
  const passage = warnedMove(charter, notice.step);
  if (passage) {
    return toldOfWarned(charter, passage) === who
      ? { kind: 'warned', passage, left: rulesOf(passage) }
      : null;
  }
  const reminder = remindersOf(charter, now).find(({ key }) => key === notice.step);
  if (reminder) return reminder.who === who ? { kind: 'reminder', reminder } : null;
  const step = toTell(charter, policy, now).find(({ key }) => key === notice.step);
  // The project's lead was looked up when the notice was written.
  const tells = (step ? toldBy(step, charter, policy) : []).some(({ audience, accountId }) =>
    accountId === null ? audience === notice.audience : accountId === who,
  );
  return step && tells ? { kind: 'rung', step } : null;
}

export function agreementIdOf(subject: NoticeSubject): string | undefined {
  switch (subject.kind) {
    case 'rung':
      return subject.step.agreementId;
    case 'reminder':
      return subject.reminder.duty.agreement?.id;
    case 'move': {
      const { event } = subject.prompt;
      return 'agreementId' in event ? event.agreementId : undefined;
    }
    case 'warned':
      return undefined;
  }
}

/** Whether it still matters to an item in this state. Of finished work nothing is told but what its finish left unmet. */
export function concernsItem(subject: NoticeSubject, category: WorkItem['status']['category']): boolean {
  switch (subject.kind) {
    case 'rung':
      return concerns(subject.step, category);
    case 'reminder':
      return category !== 'done';
    case 'move': {
      const { event } = subject.prompt;
      // What asks about the end is told while it is one.
      if (event.type === 'item-done-changed') return event.done === (category === 'done');
      return category !== 'done' || eventDefinitionOf(event)?.tellsOfFinished === true;
    }
    case 'warned':
      return category !== 'done' || subject.passage.checkpoint === 'finish';
  }
}

/** What a clock or a question is about; what is about the item alone is told apart by its kind. */
const aboutOf = (
  {
    agreementId,
    escalationId,
    waiverId,
  }: { readonly agreementId?: string; readonly escalationId?: string; readonly waiverId?: string },
  otherwise: string,
): string => agreementId ?? escalationId ?? waiverId ?? otherwise;

/** One mail says each thing once: of what is said of the same thing, the highest speaks. */
export function threadOf(subject: NoticeSubject): { readonly name: string; readonly height: number } {
  switch (subject.kind) {
    case 'rung':
      return { name: aboutOf(subject.step, subject.step.cause), height: weightOf(subject.step) };
    case 'reminder': {
      const { kind, agreement, escalation, gap } = subject.reminder.duty;
      const otherwise = gap?.id ?? (kind === 'accept-nomination' ? 'acceptance' : kind);
      return {
        name: aboutOf(
          {
            ...(agreement && { agreementId: agreement.id }),
            ...(escalation && { escalationId: escalation.id }),
          },
          otherwise,
        ),
        height: -1,
      };
    }
    case 'move':
      return { name: subject.prompt.step, height: 0 };
    case 'warned': {
      // Moved back and forth, the last time is the one to look at.
      const { checkpoint, at } = subject.passage;
      return { name: `warned ${checkpoint}`, height: msOf(at) };
    }
  }
}

/** Since when somebody waits for what a notice speaks of, and whether its reader alone can move it. */
export function standingOf(subject: NoticeSubject, reader: AccountId): Pick<Thing, 'since' | 'onlyTheirs'> {
  switch (subject.kind) {
    case 'rung':
      return { since: subject.step.runsOutAt, onlyTheirs: subject.step.asked === reader };
    case 'reminder':
      return { since: subject.reminder.duty.since, onlyTheirs: true };
    case 'move':
      return { since: subject.prompt.event.at, onlyTheirs: subject.prompt.kind === 'move' };
    case 'warned':
      return { since: subject.passage.at, onlyTheirs: false };
  }
}
