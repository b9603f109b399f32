import type { CommitmentEntry } from '../../src/contract/answers';
import { dayText } from '../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';
import { useCommitmentsContext } from './commitments-context';
import { nameOfEntry, type QuickAnswer } from './model/entries';

/** What a yes to a line means, in one sentence, for a list of several. */
export function useBulkWords(): (entry: CommitmentEntry, yes: QuickAnswer) => string {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const { nameOf } = useCommitmentsContext();
  return (entry, { verb }) => {
    const { agreement } = entry;
    const what = nameOfEntry(entry);
    const day = (date = '') => dayText(date, today, locale);
    const provider = agreement ? nameOf(agreement.providerAccountId) : '';
    switch (verb) {
      case 'accept-nomination':
        return t('commitments.yesNomination', { what });
      case 'acknowledge':
        return t('commitments.yesAcknowledge', {
          what,
          date: day(agreement?.neededBy),
          person: nameOf(entry.awaitedBy ?? agreement?.requestedBy ?? ''),
        });
      case 'confirm':
        return t('commitments.yesConfirm', {
          what,
          date: day(agreement?.status === 'acknowledged' ? agreement.committedBy : undefined),
        });
      case 'take-on':
        return t('commitments.yesTakeOn', {
          what,
          date: day(agreement && 'committedBy' in agreement ? agreement.committedBy : agreement?.neededBy),
        });
      case 'accept-counter':
        return t('commitments.yesCounter', {
          what,
          person: provider,
          date: day(agreement?.status === 'countered' ? agreement.counter.committedBy : undefined),
        });
      case 'accept-date':
        return t('commitments.yesDate', {
          what,
          date: day(agreement?.status === 'acknowledged' ? agreement.renegotiation?.committedBy : undefined),
        });
      case 'accept-delivery':
        return t('commitments.yesDelivery', { what, person: provider });
    }
  };
}
