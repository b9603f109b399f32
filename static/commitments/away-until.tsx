import { dayText } from '../../src/contract/texts/dates';
import type { CommitmentsAnswer } from '../../src/contract/answers';
import { Notice } from '../ui/notice';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';

/** That the reader is away, until when, and who answers meanwhile; nothing while they are there. */
export function AwayUntil({ answer: { away, people } }: { answer: CommitmentsAnswer }) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  if (away?.to === undefined) return null;
  const day = dayText(away.to, today, locale);
  if (away.standIn === null) return <Notice title={t('commitments.awayAlone', { day })} />;
  const person = people[away.standIn]?.displayName ?? t('ui.unknownPerson');
  return <Notice title={t('commitments.awayNow', { day, person })}>{t('commitments.awayLater')}</Notice>;
}
