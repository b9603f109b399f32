import type { AuthorityGrant, Brief, Waiver } from '../../domain/charter/charter';
import type { NextMove } from '../../domain/charter/check-in/check-in';
import type { Asks } from '../../domain/charter/escalation/escalation';
import type { IsoDate } from '../../domain/values';
import { onDay, type When } from './notices';

const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);

/** What somebody off track asks for, or means to do, in a sentence. */
export function wordNext({ choice, until, reason }: NextMove, when: When): string {
  const by = until === undefined ? '' : ` by ${onDay(until, when)}`;
  switch (choice) {
    case 'decision':
      return `They ask for a decision${by}${because(reason)}.`;
    case 'replacement':
      return `They ask for somebody else${by}${because(reason)}.`;
    case 'new-date':
      return `They ask for another day, ${until === undefined ? 'not named' : onDay(until, when)}${because(reason)}.`;
    case 'recommit':
      return `The commitment stands as it is${because(reason)}.`;
    case 'wait':
      return `They wait${until === undefined ? '' : ` until ${onDay(until, when)}`}${because(reason)}.`;
  }
}

/** What a question asks for instead of a decision, and by when one is needed; nothing where it says neither. */
export function wordWanted(
  asks: Asks | undefined,
  neededBy: IsoDate | undefined,
  when: When,
): readonly string[] {
  if (asks?.choice === 'new-date') {
    return asks.until === undefined ? [] : [`They ask for another day: ${onDay(asks.until, when)}.`];
  }
  const by = asks?.until ?? neededBy;
  return [
    ...(asks ? ['They ask for somebody else.'] : []),
    ...(by === undefined ? [] : [`An answer is needed by ${onDay(by, when)}.`]),
  ];
}

/** What whoever is asked to own it is to make happen; nothing while nobody has written it. */
export function wordBrief(brief: Brief | null, when: When): readonly string[] {
  if (!brief) return [];
  return [
    `What must happen: ${brief.outcome}`,
    `Why now: ${brief.whyNow}`,
    `What success looks like: ${brief.successMeasure}`,
    `It is looked at again on ${onDay(brief.reviewOn, when)}.`,
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
    `${who} lets you decide alone: ${decisions}`,
    ...(boundaries === undefined ? [] : [`Within: ${boundaries}`]),
    ...(inputs === undefined ? [] : [`After hearing: ${inputs}`]),
    ...(escalateWhen === undefined ? [] : [`Ask when: ${escalateWhen}`]),
    ...(expiresOn === undefined ? [] : [`Until ${onDay(expiresOn, when)}.`]),
  ];
}

/** What a waiver lets pass, until when, and why; `rules` in words. */
export const wordWaiver = (
  who: string,
  rules: readonly string[],
  until: string,
  { reason }: Pick<Waiver, 'reason'>,
): string => `${who} lets it pass until ${until}, although ${rules.join('; ')}: ${reason}`;
