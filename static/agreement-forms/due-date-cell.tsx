import type { AgreementView } from '../../src/contract/answers';
import { isPromised } from '../../src/domain/charter/agreement/agreement';
import { DateText } from '../ui/date-text';
import { dayText } from '../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';

/** The day that binds; what was needed, offered or agreed before beneath it, where that differs. */
export function DueDateCell({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const { neededBy, providerZone, dateChanges } = agreement;
  const day = (date: string) => dayText(date, today, locale);
  const binding = isPromised(agreement) ? agreement.committedBy : neededBy;
  const earlier = isPromised(agreement) ? dateChanges.at(-1)?.from : undefined;
  return (
    <>
      <DateText date={binding} zone={providerZone} />
      {agreement.status === 'countered' && agreement.counter.committedBy !== neededBy && (
        <Beneath>{t('agreement.offers', { date: day(agreement.counter.committedBy) })}</Beneath>
      )}
      {binding !== neededBy && <Beneath>{t('agreement.needed', { date: day(neededBy) })}</Beneath>}
      {earlier !== undefined && earlier !== neededBy && (
        <Beneath>{t('agreement.moved', { date: day(earlier), count: dateChanges.length })}</Beneath>
      )}
    </>
  );
}

const Beneath = ({ children }: { children: string }) => <div className="hf-subtle hf-small">{children}</div>;
