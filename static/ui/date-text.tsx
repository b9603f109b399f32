import type { Instant, IsoDate, TimeZone } from '../../src/domain/values';
import { dayText, momentText } from '../../src/contract/texts/dates';
import {
  endsOnAnotherDay,
  relativeDayText,
  relativeMomentText,
} from '../../src/contract/texts/relative-dates';
import { useNow, useSurroundings, useToday } from './surroundings';
import { useText } from './text';

/** A calendar day as words: "Fri 4 Dec, in 6 days". `zone`: where the day ends, told where it ends on another day for the reader. */
export function DateText({ date, zone }: { date: IsoDate; zone?: TimeZone }) {
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  const t = useText();
  return (
    <time dateTime={date}>
      <span className="hf-together">{dayText(date, today, locale)},</span>{' '}
      <span className="hf-together">{relativeDayText(date, today, locale)}</span>
      {zone !== undefined && endsOnAnotherDay(date, zone, timeZone) && (
        <span className="hf-zone">{t('ui.endsInZone', { zone: placeOf(zone) })}</span>
      )}
    </time>
  );
}

/** A point in time: "2 days ago", with the exact moment on hover and for machines. */
export function MomentText({ at, exact = false }: { at: Instant; exact?: boolean }) {
  const { locale, timeZone } = useSurroundings();
  const now = useNow();
  const moment = momentText(at, now, locale, timeZone);
  const relative = relativeMomentText(at, now, locale);
  return (
    <time dateTime={at} title={moment}>
      {exact ? `${moment}, ${relative}` : relative}
    </time>
  );
}

/** `Europe/Berlin` → `Berlin`: the part of a zone's name that people know. */
export const placeOf = (zone: TimeZone): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
