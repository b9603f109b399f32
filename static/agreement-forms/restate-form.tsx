import type { AgreementView } from '../../src/contract/answers';
import { localDate } from '../../src/domain/time/local-date';
import { LIMITS } from '../ui/check-input';
import { DateField, TextField } from '../ui/fields';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { restatedTerms, restatePrefill, type Terms } from './model/restate';
import { ObservableArea } from '../charter-form/observable-area';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

/** Puts the same question to the same person with other terms; it waits for a new answer. */
export function RestateForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const context = useFormContext();
  const person = context.nameOf(agreement.providerAccountId);
  const form = useCharterForm({
    call: 'agreement/restate',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `restate:${agreement.id}`,
    blank: restatePrefill(agreement),
    answers: (values) => ({ agreementId: agreement.id, ...restatedTerms(agreement, values) }),
    check: (values): Record<string, string> =>
      Object.keys(restatedTerms(agreement, values)).length === 0
        ? { neededBy: t('agreement.nothingChanged') }
        : {},
    said: () => t('panel.saidRequested', { person }),
  });
  const { values } = form;
  const changed = restatedTerms(agreement, values);
  const set = (name: keyof Terms) => (value: string) => form.set(name, value);
  return (
    <FormFrame
      title={t('agreement.restateTitle', { person })}
      submit={t('agreement.restateSubmit')}
      form={form}
      consequence={
        Object.keys(changed).length === 0 || values.neededBy === ''
          ? null
          : context.consequence({ type: 'restate-agreement', agreementId: agreement.id, ...changed })
      }
    >
      <p className="hf-subtle">{t('agreement.restateHelp', { person })}</p>
      <DateField
        label={t('panel.requestBy')}
        isRequired
        value={values.neededBy}
        min={localDate(context.now, agreement.providerZone)}
        onChange={set('neededBy')}
        error={form.errorOf('neededBy')}
      />
      <TextField
        label={t('panel.requestWhat')}
        isRequired
        maxLength={LIMITS.short}
        value={values.deliverable}
        onChange={set('deliverable')}
        error={form.errorOf('deliverable')}
      />
      <ObservableArea
        label={t('panel.requestAcceptance')}
        isRequired
        maxLength={LIMITS.text}
        value={values.acceptance}
        onChange={set('acceptance')}
        error={form.errorOf('acceptance')}
      />
    </FormFrame>
  );
}
