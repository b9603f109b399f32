import { localDate } from '../../src/domain/time/local-date';
import type { Audience, Cause } from '../../src/domain/policy/notice-steps';
import type { ReachedStep } from '../../src/domain/notices/steps-by-cause';
import { dayText } from '../../src/contract/texts/dates';
import { useSurroundings, useToday } from './surroundings';
import { useText, type PlainTextId } from './text';

/** Whom a clock runs for, where it runs for somebody else than the DRI. */
const asked: Readonly<Partial<Record<Cause, PlainTextId>>> = {
  acknowledgement: 'ui.step.provider',
  'due-soon': 'ui.step.provider',
  confirmation: 'ui.step.provider',
  overdue: 'ui.step.provider',
  acceptance: 'ui.step.nominee',
  question: 'ui.step.addressee',
};

const audienceText = (audience: Audience, cause: Cause): PlainTextId =>
  audience === 'asked' ? (asked[cause] ?? 'ui.step.dri') : `ui.step.${audience}`;

/** The step of the escalation that something stands on: “Sponsor told on Tue 24 Nov”. */
export function useStepText(): (step: ReachedStep, options?: { readonly withCause?: boolean }) => string {
  const t = useText();
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  return ({ at, cause, told }, { withCause = false } = {}) => {
    const day = dayText(localDate(at, timeZone), today, locale);
    const words = [...new Set(told.map(({ audience }) => t(audienceText(audience, cause))))];
    const who = new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
    const first = withCause ? who : who.charAt(0).toLocaleUpperCase(locale) + who.slice(1);
    const text = words.length === 0 ? t('ui.stepNobody', { day }) : t('ui.stepTold', { who: first, day });
    return withCause ? t('ui.stepOf', { cause: t(`ui.cause.${cause}`), told: text }) : text;
  };
}
