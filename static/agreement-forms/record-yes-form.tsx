import type { AgreementView } from '../../src/contract/answers';
import { localDate } from '../../src/domain/time/local-date';
import { withoutBlanks } from '../ui/check-input';
import { DateField } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Writes down a yes that was said aloud, for the day asked for or for the one that was named. */
export function RecordYesForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const { id, neededBy, providerAccountId, providerZone } = agreement;
  const today = localDate(context.now, providerZone);
  const form = useCharterForm({
    call: 'agreement/record-yes',
    about: { kind: 'agreement', agreementId: id },
    draft: `record-yes:${id}`,
    // A day that is over was not said for.
    blank: { committedBy: neededBy < today ? '' : neededBy },
    answers: (values) => withoutBlanks({ agreementId: id, ...values }),
    said: () => t('agreement.saidYesRecorded'),
  });
  return (
    <FormFrame title={t('agreement.recordYesTitle')} submit={t('agreement.recordYesSubmit')} form={form}>
      <p className="hf-subtle">
        {t('agreement.recordYesHelp', { person: context.nameOf(providerAccountId) })}
      </p>
      <DateField label={t('agreement.recordYesDate')} isRequired {...form.field('committedBy')} min={today} />
    </FormFrame>
  );
}
