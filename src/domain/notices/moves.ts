import { eventDefinitionOf } from '../charter/commands';
import type { CharterEvent } from '../charter/events';
import type { Charter } from '../charter/charter';
import type { Moment, Told } from '../charter/past';
import { OWNERSHIP, type Ask } from '../charter/reach';
import { isUndone } from '../charter/undo/undone';
import { isErased } from '../erased';
import { HOLDFAST_ACTOR, type AccountId } from '../ids';
import { addDays, isBefore, type Instant } from '../time/time';

export { GATHERED_SECONDS } from '../charter/tells';

/** A charter with what happened to it last, oldest first, and how many events happened before those. */
export interface Past {
  readonly charter: Charter;
  readonly history: readonly CharterEvent[];
  readonly earlier: number;
}

/**
 * Something one person is told. `move`: it is theirs now, and told promptly as long as it is. `answer`: they waited for
 * it, and hear of it promptly, whatever came after. `news`: they hear of it in the mail of their day.
 */
export interface Prompt {
  /** The same for the same event, whoever computes it, whenever. */
  readonly step: string;
  /** The event's number in the whole history, counted from 0. */
  readonly ordinal: number;
  readonly event: CharterEvent;
  /** Null: the lead, whom the policy names, else only Jira knows. */
  readonly who: AccountId | null;
  readonly kind: Told[number][1];
}

/** What happened longer ago than this is history, and nobody is told of it promptly any more. */
const NEWS_DAYS = 1;

const STEP = /^(?:move|news):(\d+)$/;
const stepOf = (ordinal: number, kind: Prompt['kind']): string =>
  `${kind === 'news' ? 'news' : 'move'}:${ordinal}`;

/** Whether a step names something that happened, told promptly or with the day's mail. */
export const isEventStep = (step: string): boolean => STEP.test(step);

/** Whether a step names something that is told promptly. */
export const isMoveStep = (step: string): boolean => isEventStep(step) && step.startsWith('move:');

const putBy: Moment['putBy'] = (event) => eventDefinitionOf(event)?.puts;

const momentOf = (past: Past, at: number): Moment => ({
  ...past,
  at,
  putBy,
  keepsTurn: (event) => eventDefinitionOf(event)?.keepsTurn === true,
  ownerFrom(place) {
    const event = past.history[place];
    return event && eventDefinitionOf(event)?.owner?.(event);
  },
});

function promptsAt(past: Past, at: number): readonly Prompt[] {
  const event = past.history[at];
  // A slip that was undone is not told any more: who had heard of it hears of that.
  if (!event || past.charter.itemDeletedAt !== undefined || isUndone(past.history, at)) return [];
  const ordinal = past.earlier + at;
  const told = new Map<AccountId | null, Prompt['kind']>();
  for (const [who, kind, otherwise] of eventDefinitionOf(event)?.tells(event, momentOf(past, at)) ?? []) {
    const isNobody = who === null || who === undefined || who === HOLDFAST_ACTOR || isErased(who);
    if (isNobody ? otherwise === undefined : who === event.by) continue;
    const reader = isNobody ? null : who;
    if (!told.has(reader)) told.set(reader, kind);
  }
  return [...told].map(([who, kind]) => ({ step: stepOf(ordinal, kind), ordinal, event, who, kind }));
}

/**
 * Whom the newest events of a charter tell, in the order of the events: whoever holds an open move, and whoever
 * waited for an answer. Never who caused it, each person once an event, and nothing that is older than a day.
 */
export function promptsOf(past: Past, now: Instant): readonly Prompt[] {
  const since = addDays(now, -NEWS_DAYS);
  return past.history.flatMap((event, at) => (isBefore(event.at, since) ? [] : promptsAt(past, at)));
}

/**
 * What a step tells somebody as the charter stands, however old it is; undefined where the move is not theirs any more,
 * or the event is older than the history at hand. An answer that was theirs stays theirs.
 *
 * @param who null for the lead
 */
export function promptOf(past: Past, step: string, who: AccountId | null): Prompt | undefined {
  const ordinal = STEP.exec(step)?.[1];
  if (ordinal === undefined) return undefined;
  return promptsAt(past, Number(ordinal) - past.earlier).find((one) => one.who === who && one.step === step);
}

/**
 * The step by which somebody was first told of what they are asked, by its name among a charter's asks. Undefined where
 * the history at hand does not reach back to it.
 */
export function invitationTo(
  { history, earlier }: Past,
  { id, back }: Pick<Ask, 'id' | 'back'>,
): string | undefined {
  const at = history.findLastIndex((event) => {
    if (back)
      return (
        eventDefinitionOf(event)?.asksBack === true && 'agreementId' in event && event.agreementId === id
      );
    switch (putBy(event)) {
      case 'agreement':
        return 'agreementId' in event && event.agreementId === id;
      case 'question':
        return 'escalationId' in event && event.escalationId === id;
      case 'ownership':
        return id === OWNERSHIP;
      case undefined:
        return false;
    }
  });
  return at < 0 ? undefined : stepOf(earlier + at, 'move');
}

/** Whether the events written at a moment tell anybody. */
export const tellsAnybody = (past: Past, at: Instant): boolean =>
  past.history.some((event, index) => event.at === at && promptsAt(past, index).length > 0);
