import type { AgreementView } from '../../src/contract/answers';
import { localDate } from '../../src/domain/time/local-date';
import type { PersonFact } from '../../src/domain/values';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { DateField, TextArea } from '../ui/fields';
import { PersonPicker } from '../ui/person-picker';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

interface Values {
  readonly reason: string;
  readonly alternative: PersonFact | null;
  readonly availableFrom: string;
}

/** A no to a request: why, and who or when instead. */
export function DeclineForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const form = useCharterForm({
    call: 'agreement/decline',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `decline:${agreement.id}`,
    blank: { reason: '', alternative: null, availableFrom: '' } as Values,
    answers: ({ reason, alternative, availableFrom }) =>
      withoutBlanks({
        agreementId: agreement.id,
        reason,
        alternativeAccountId: alternative?.accountId ?? null,
        availableFrom,
      }),
    check: ({ alternative, availableFrom }): Record<string, string> =>
      alternative === null && availableFrom === ''
        ? { alternativeAccountId: t('panel.alternativeNeeded') }
        : {},
    said: () => t('panel.saidAgreementDeclined'),
  });
  return (
    <FormFrame title={t('panel.declineTitle')} submit={t('panel.decline')} form={form}>
      <p className="hf-subtle">{t('panel.declineHelp')}</p>
      <TextArea label={t('panel.reason')} isRequired maxLength={LIMITS.text} {...form.field('reason')} />
      <PersonPicker
        label={t('panel.alternativePerson')}
        {...form.field('alternative', 'alternativeAccountId')}
        excluded={{
          [agreement.requestedBy]: t('panel.notAsker'),
          ...(context.dri !== undefined && { [context.dri]: t('panel.notAsker') }),
          [context.me]: t('panel.notYourself'),
        }}
      />
      <DateField
        label={t('panel.alternativeDate')}
        {...form.field('availableFrom')}
        min={localDate(context.now, agreement.providerZone)}
      />
    </FormFrame>
  );
}
