import './texts';
import type { Measure } from '../../../src/domain/policy/clock-policy';
import {
  AUDIENCES,
  type Audience,
  type Cause,
  type EscalationStep,
} from '../../../src/domain/policy/notice-steps';
import type { AccountId, IsoDate } from '../../../src/domain/values';
import { dayText } from '../../../src/contract/texts/dates';
import type { People } from '../../ui/person';
import type { Translate } from '../../ui/text';

/** What a step's sentence needs beside the step. */
export interface EscalationWords {
  readonly t: Translate;
  readonly locale: string;
  readonly measure: Measure;
  readonly programmeLead: AccountId | null;
  readonly people: People;
}

/** Causes whose clock runs for the DRI: "whoever it runs for" would name the same person twice. */
const RUNS_FOR_DRI: readonly Cause[] = ['check-in', 'review', 'authority-ending'];

/** Whom a step of a cause can tell: a nominee is no DRI yet. */
export const audiencesOf = (cause: Cause): readonly Audience[] =>
  AUDIENCES.filter(
    (audience) =>
      !(audience === 'asked' && RUNS_FOR_DRI.includes(cause)) &&
      !(audience === 'dri' && cause === 'acceptance'),
  );

export function whomWords(
  audience: Audience,
  cause: Cause,
  { t, programmeLead, people }: EscalationWords,
): string {
  if (audience === 'asked') return t(`clocks.whom.asked.${cause}`);
  if (audience !== 'programme-lead' || programmeLead === null) return t(`clocks.whom.${audience}`);
  return t('clocks.whom.programme-lead-named', {
    person: people[programmeLead]?.displayName ?? t('ui.unknownPerson'),
  });
}

/** "the provider and the DRI" */
export function toldWords(tell: readonly Audience[], cause: Cause, words: EscalationWords): string {
  const named = AUDIENCES.filter((audience) => tell.includes(audience)).map((audience) =>
    whomWords(audience, cause, words),
  );
  return new Intl.ListFormat(words.locale).format([...new Set(named)]);
}

/** "24 h after overdue: tell the DRI’s sponsor, by comment" */
export const stepWords = (
  { afterHours, tell, how }: EscalationStep,
  cause: Cause,
  words: EscalationWords,
): string =>
  words.t('clocks.step', {
    hours: afterHours,
    measure: words.measure,
    since: words.t(`clocks.after.${cause}`),
    whom: toldWords(tell, cause, words),
    how,
  });

/** "Fri, 24 Dec 2027": a calendar of several years says each. */
export const holidayText = (date: IsoDate, locale: string): string => dayText(date, '', locale);
