import type { Agreement } from '../../../src/domain/charter/agreement/agreement';
import { contradicting } from '../../../src/domain/charter/check-in/check-ins';
import { dayText } from '../../../src/contract/texts/dates';
import { Notice } from '../../ui/notice';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { useText } from '../../ui/text';
import { useFormContext } from '../../charter-form/form-context';

/** Beside “on track: yes”, what the agreements say: read before sending, and not in the way of it. */
export function Contradiction() {
  const t = useText();
  const { charter, now } = useFormContext();
  const against = contradicting(charter, now);
  if (against.length === 0) return null;
  return (
    <Notice tone="warning" title={t('follow.contradictedTitle')} heading="h4">
      {against.map((agreement) => (
        <p key={agreement.id} dir="auto">
          <Against agreement={agreement} />
        </p>
      ))}
      <p>{t('follow.contradictedEnd')}</p>
    </Notice>
  );
}

function Against({ agreement }: { agreement: Agreement }) {
  const t = useText();
  const { nameOf } = useFormContext();
  const { locale } = useSurroundings();
  const today = useToday();
  const told = { what: agreement.deliverable, person: nameOf(agreement.providerAccountId) };
  return (
    <>
      {'committedBy' in agreement
        ? t('follow.contradictedOverdue', { ...told, date: dayText(agreement.committedBy, today, locale) })
        : t('follow.contradictedDeclined', told)}
    </>
  );
}
