import type { AuthorityGrant, Brief, Waiver } from '../../domain/charter/charter';
import type { NextMove } from '../../domain/charter/check-in/check-in';
import type { Asks } from '../../domain/charter/escalation/escalation';
import type { IsoDate } from '../../domain/values';
import { because, say, yesOrNo } from './move-facts';
import { onDay, type When } from './notices';

/** What somebody off track asks for, or means to do, in a sentence. */
export const wordNext = ({ choice, until, reason }: NextMove, when: When): string =>
  say(`next.${choice}`, {
    dated: yesOrNo(until !== undefined),
    until: until === undefined ? '' : onDay(until, when),
    why: because(reason),
  });

/** What a question asks for instead of a decision, and by when one is needed; nothing where it says neither. */
export function wordWanted(
  asks: Asks | undefined,
  neededBy: IsoDate | undefined,
  when: When,
): readonly string[] {
  if (asks?.choice === 'new-date') {
    return asks.until === undefined ? [] : [say('question.wantsDay', { date: onDay(asks.until, when) })];
  }
  const by = asks?.until ?? neededBy;
  return [
    ...(asks ? [say('question.wantsOther')] : []),
    ...(by === undefined ? [] : [say('question.neededBy', { date: onDay(by, when) })]),
  ];
}

/** What whoever is asked to own it is to make happen; nothing while nobody has written it. */
export function wordBrief(brief: Brief | null, when: When): readonly string[] {
  if (!brief) return [];
  const { outcome, whyNow, successMeasure, reviewOn } = brief;
  return [
    say('told.outcome', { outcome }),
    say('told.whyNow', { whyNow }),
    say('told.success', { successMeasure }),
    say('told.review', { date: onDay(reviewOn, when) }),
  ];
}

type Grant = Pick<AuthorityGrant, 'decisions' | 'boundaries' | 'inputs' | 'escalateWhen' | 'expiresOn'>;

/** What somebody may decide alone from now on. */
export function wordGrant(
  who: string,
  { decisions, boundaries, inputs, escalateWhen, expiresOn }: Grant,
  when: When,
): readonly string[] {
  return [
    say('grant.decisions', { who, decisions }),
    ...(boundaries === undefined ? [] : [say('grant.boundaries', { boundaries })]),
    ...(inputs === undefined ? [] : [say('grant.inputs', { inputs })]),
    ...(escalateWhen === undefined ? [] : [say('grant.askWhen', { escalateWhen })]),
    ...(expiresOn === undefined ? [] : [say('grant.until', { date: onDay(expiresOn, when) })]),
  ];
}

/** What a waiver lets pass, until when, and why; `rules` in words. */
export const wordWaiver = (
  who: string,
  rules: readonly string[],
  until: string,
  { reason }: Pick<Waiver, 'reason'>,
): string => say('waiver.granted', { who, until, rules: rules.join('; '), reason });
