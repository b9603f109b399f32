import { useSurroundings, useToday } from '../../ui/surroundings';
import { dayText } from '../../../src/contract/texts/dates';
import { localDate } from '../../../src/domain/time/local-date';
import type { Instant } from '../../../src/domain/values';

/** How the day of a moment is written for this reader: `Fri 4 Dec`; on paper, which is read in other years too, with its year. */
export function useDay({ onPaper = false } = {}): (at: Instant) => string {
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  return (at) => dayText(localDate(at, timeZone), onPaper ? '' : today, locale);
}
