import { todayOfDri } from '../../../src/domain/charter/ownership/dri-zone';
import { LIMITS, withoutBlanks } from '../../ui/check-input';
import { DateField, TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { useConsequence } from '../use-consequence';
import { GoodExample } from './good-example';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';

/** The clarity answers. A brief that exists is the starting point for the next. */
export function BriefForm() {
  const t = useText();
  const panel = usePanel();
  const { answer } = panel;
  const { brief } = answer.charter;
  const consequence = useConsequence();
  const form = useCharterForm({
    call: 'brief/write',
    about: { kind: 'brief' },
    draft: 'brief',
    blank: {
      outcome: brief?.outcome ?? '',
      whyNow: brief?.whyNow ?? '',
      successMeasure: brief?.successMeasure ?? '',
      reviewOn: brief?.reviewOn ?? '',
    },
    answers: withoutBlanks,
    said: () => t('brief.said'),
  });
  const today = todayOfDri(answer.charter, answer.policy, answer.now);
  const { values } = form;
  return (
    <FormFrame
      title={t('brief.title')}
      submit={t('brief.submit')}
      form={form}
      consequence={
        values.reviewOn === ''
          ? null
          : consequence({ type: 'write-brief', ...values, reviewOn: values.reviewOn })
      }
    >
      <GoodExample
        lines={[
          ['brief.outcome', 'example.outcome'],
          ['brief.whyNow', 'example.whyNow'],
          ['brief.successMeasure', 'example.success'],
          ['brief.reviewOn', 'example.reviewOn'],
        ]}
      />
      {(['outcome', 'whyNow', 'successMeasure'] as const).map((name) => (
        <TextArea
          key={name}
          label={t(`brief.${name}`)}
          help={t(`brief.${name}Help`)}
          isRequired
          maxLength={LIMITS.text}
          value={values[name]}
          onChange={(value) => form.set(name, value)}
          error={form.errorOf(name)}
        />
      ))}
      <DateField
        label={t('brief.reviewOn')}
        help={t('brief.reviewOnHelp')}
        isRequired
        value={values.reviewOn}
        min={today}
        onChange={(reviewOn) => form.set('reviewOn', reviewOn)}
        error={form.errorOf('reviewOn')}
      />
    </FormFrame>
  );
}
