import { todayOfDri } from '../../../src/domain/charter/ownership/dri-zone';
import { LIMITS, withoutBlanks } from '../../ui/check-input';
import { DateField, TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { useConsequence } from '../use-consequence';
import { GoodExample } from './good-example';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';

/** Writes down what the DRI may decide alone. A grant that exists is the starting point for the next. */
export function AuthorityForm() {
  const t = useText();
  const panel = usePanel();
  const { authority, dri } = panel.answer.charter;
  const consequence = useConsequence();
  const kept = authority?.grantedTo === dri?.accountId ? authority : null;
  const form = useCharterForm({
    call: 'authority/grant',
    about: { kind: 'authority' },
    draft: 'grant',
    blank: {
      decisions: kept?.decisions ?? '',
      boundaries: kept?.boundaries ?? '',
      inputs: kept?.inputs ?? '',
      escalateWhen: kept?.escalateWhen ?? '',
      expiresOn: kept?.expiresOn ?? '',
    },
    answers: withoutBlanks,
    said: () => t('panel.saidGranted'),
  });
  if (!dri) return null;
  const person = panel.nameOf(dri.accountId);
  return (
    <FormFrame
      title={t('panel.grantTitle', { person })}
      submit={t('panel.grantSubmit')}
      form={form}
      consequence={consequence({ type: 'grant-authority', decisions: form.values.decisions })}
    >
      <GoodExample
        examples={[
          {
            lines: [
              ['panel.grantDecisions', 'example.decisions'],
              ['panel.grantBoundaries', 'example.boundaries'],
              ['panel.grantInputs', 'example.inputs'],
              ['panel.grantEscalate', 'example.escalate'],
            ],
          },
        ]}
      />
      <TextArea
        label={t('panel.grantDecisions')}
        help={t('panel.grantDecisionsHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('decisions')}
      />
      <TextArea label={t('panel.grantBoundaries')} maxLength={LIMITS.text} {...form.field('boundaries')} />
      <TextArea label={t('panel.grantInputs')} maxLength={LIMITS.text} {...form.field('inputs')} />
      <TextArea
        label={t('panel.grantEscalate')}
        help={t('panel.grantEscalateHelp')}
        maxLength={LIMITS.text}
        {...form.field('escalateWhen')}
      />
      <DateField
        label={t('panel.grantExpires')}
        {...form.field('expiresOn')}
        min={todayOfDri(panel.answer.charter, panel.answer.policy, panel.answer.now)}
      />
    </FormFrame>
  );
}
