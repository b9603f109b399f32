import { dayText } from '../../src/contract/texts/dates';
import type { AwayAhead, AwayNow } from '../../src/domain/team/presence';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';

/** What somebody is asked: nobody accepts to own a work item for another. */
export type AskedFor = 'agreement' | 'question' | 'ownership';

/** Says that somebody is away, and what becomes of what they are asked; names are as the reader sees them. */
export function useAwayText() {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  return (person: string, asked: AskedFor, { to }: AwayNow, standIn: string | undefined): string => {
    const facts = {
      person,
      dated: to === undefined ? 'no' : 'yes',
      date: to === undefined ? '' : dayText(to, today, locale),
    };
    if (asked === 'ownership') return t('panel.reachAwayOwner', facts);
    return standIn === undefined
      ? t('panel.reachAwayAlone', facts)
      : t('panel.reachAway', { ...facts, standIn });
  };
}

/** The same of an absence that is still to begin. */
export function useAheadText() {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  return (person: string, asked: AskedFor, { days }: AwayAhead, standIn: string | undefined): string => {
    const facts = {
      person,
      dated: days ? 'yes' : 'no',
      from: days ? dayText(days.from, today, locale) : '',
      to: days ? dayText(days.to, today, locale) : '',
    };
    if (asked === 'ownership') return t('panel.reachAheadOwner', facts);
    return standIn === undefined
      ? t('panel.reachAheadAlone', facts)
      : t('panel.reachAhead', { ...facts, standIn });
  };
}
