import type { Agreement } from '../../src/domain/charter/agreement/agreement';
import { dayText } from '../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import type { AgreementStep } from './model/agreement-steps';

/** What a one-click step says to the other side, in words; null for steps that ask for words first. */
export function useStepMeaning(): (kind: AgreementStep, agreement: Agreement | undefined) => string | null {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const { nameOf } = useFormContext();
  return (kind, agreement) => {
    if (!agreement) return null;
    const day = (date: string) => dayText(date, today, locale);
    const provider = nameOf(agreement.providerAccountId);
    if (kind === 'acknowledge') {
      return t('panel.meansPromise', {
        date: day(
          (agreement.status === 'requested' && agreement.spokenYes?.committedBy) || agreement.neededBy,
        ),
        person: nameOf(agreement.requestedBy),
      });
    }
    if (kind === 'accept-counter' && agreement.status === 'countered') {
      return t('agreement.meansCounter', { person: provider, date: day(agreement.counter.committedBy) });
    }
    if (kind === 'accept-date' && agreement.status === 'acknowledged' && agreement.renegotiation) {
      return t('agreement.meansDate', {
        date: day(agreement.renegotiation.committedBy),
        old: day(agreement.committedBy),
      });
    }
    return kind === 'accept-delivery' ? t('agreement.meansDone', { person: provider }) : null;
  };
}
