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
export interface WarnedMatter {
  readonly kind: 'warned';
  readonly passage: Passage;
  readonly left: readonly RuleId[];
}

/**
 * What a notice speaks of: a step of the escalation, a question of which somebody is reminded, a warned move, or what just
 * became somebody's move.
 */
export type Matter =
  | { readonly kind: 'rung'; readonly step: Step }
  | { readonly kind: 'reminder'; readonly reminder: Reminder }
  | { readonly kind: 'move'; readonly prompt: Prompt }
  | WarnedMatter;

/**
 * What a notice speaks of as the charter stands; null where it is settled, or meant for somebody else by now. What is
 * left of a warned move takes the item as well: here it is everything that was to look at.
 */
export function matterOf(notice: Notice, past: Past, policy: Policy, now: Instant): Matter | null {
  const { charter } = past;
  const who = notice.insteadOf ?? notice.accountId;
  // Back again, they are told themselves.
  if (notice.insteadOf !== undefined && standInOf(who, policy, now) !== notice.accountId) return null;
  if (isEventStep(notice.step)) {
    const prompt = promptOf(past, notice.step, who);
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

export function agreementIdOf(matter: Matter): string | undefined {
  switch (matter.kind) {
    case 'rung':
      return matter.step.agreementId;
    case 'reminder':
      return matter.reminder.duty.agreement?.id;
    case 'move': {
      const { event } = matter.prompt;
      return 'agreementId' in event ? event.agreementId : undefined;
    }
    case 'warned':
      return undefined;
  }
}

/** Whether it still matters to an item in this state. Of finished work nothing is told but what its finish left unmet. */
export function concernsItem(matter: Matter, category: WorkItem['status']['category']): boolean {
  switch (matter.kind) {
    case 'rung':
      return concerns(matter.step, category);
    case 'reminder':
      return category !== 'done';
    case 'move': {
      const { event } = matter.prompt;
      // What asks about the end is told while it is one.
      if (event.type === 'item-done-changed') return event.done === (category === 'done');
      return category !== 'done' || eventDefinitionOf(event)?.tellsOfFinished === true;
    }
    case 'warned':
      return category !== 'done' || matter.passage.checkpoint === 'finish';
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
export function threadOf(matter: Matter): { readonly name: string; readonly height: number } {
  switch (matter.kind) {
    case 'rung':
      return { name: aboutOf(matter.step, matter.step.cause), height: weightOf(matter.step) };
    case 'reminder': {
      const { kind, agreement, escalation, gap } = matter.reminder.duty;
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
      return { name: matter.prompt.step, height: 0 };
    case 'warned': {
      // Moved back and forth, the last time is the one to look at.
      const { checkpoint, at } = matter.passage;
      return { name: `warned ${checkpoint}`, height: msOf(at) };
    }
  }
}

/** Since when somebody waits for what a notice speaks of, and whether its reader alone can move it. */
export function standingOf(matter: Matter, reader: AccountId): Pick<Thing, 'since' | 'onlyTheirs'> {
  switch (matter.kind) {
    case 'rung':
      return { since: matter.step.runsOutAt, onlyTheirs: matter.step.asked === reader };
    case 'reminder':
      return { since: matter.reminder.duty.since, onlyTheirs: true };
    case 'move':
      return { since: matter.prompt.event.at, onlyTheirs: matter.prompt.kind === 'move' };
    case 'warned':
      return { since: matter.passage.at, onlyTheirs: false };
  }
}
