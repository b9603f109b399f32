import type { AgreementView } from '../../src/contract/answers';
import { isPromised } from '../../src/domain/charter/agreement/agreement';
import { localDate } from '../../src/domain/time/local-date';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { dayText } from '../../src/contract/texts/dates';
import { DateField, TextArea } from '../ui/fields';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Asks the other side for another day; the agreed one holds until they say yes. */
export function RenegotiateForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const { locale } = useSurroundings();
  const today = useToday();
  const form = useCharterForm({
    call: 'agreement/renegotiate',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `renegotiate:${agreement.id}`,
    blank: { committedBy: '', reason: '' },
    answers: (values) => withoutBlanks({ agreementId: agreement.id, ...values }),
    said: () => t('agreement.saidDateAsked'),
  });
  const asProvider = agreement.providerAccountId === context.me;
  const other = asProvider ? context.dri : agreement.providerAccountId;
  const date = dayText(isPromised(agreement) ? agreement.committedBy : agreement.neededBy, today, locale);
  return (
    <FormFrame title={t('agreement.renegotiate')} submit={t('agreement.renegotiateSubmit')} form={form}>
      <p className="hf-subtle">
        {other === undefined
          ? t('agreement.renegotiateHelpNobody', { date })
          : t('agreement.renegotiateHelp', { date, person: context.nameOf(other) })}
      </p>
      <DateField
        label={t('agreement.newDate')}
        isRequired
        {...form.field('committedBy')}
        min={localDate(context.now, agreement.providerZone)}
      />
      <TextArea label={t('panel.reason')} isRequired maxLength={LIMITS.text} {...form.field('reason')} />
    </FormFrame>
  );
}
