import { todayOfDri } from '../../../src/domain/charter/ownership/dri-zone';
import { LIMITS, withoutBlanks } from '../../ui/check-input';
import { DateField, TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { useConsequence } from '../use-consequence';
import { GoodExample } from './good-example';
import { ObservableArea } from '../../charter-form/observable-area';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';

/** One good brief of each kind of work. */
const EXAMPLES = (['launch', 'move', 'habit'] as const).map((kind) => ({
  of: `example.${kind}` as const,
  lines: [
    ['brief.outcome', `example.${kind}Outcome`],
    ['brief.whyNow', `example.${kind}WhyNow`],
    ['brief.successMeasure', `example.${kind}Success`],
    ['brief.reviewOn', `example.${kind}ReviewOn`],
  ] as const,
}));

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
  const area = (name: 'outcome' | 'whyNow' | 'successMeasure') => ({
    label: t(`brief.${name}`),
    help: t(`brief.${name}Help`),
    isRequired: true,
    maxLength: LIMITS.text,
    value: values[name],
    onChange: (value: string) => form.set(name, value),
    error: form.errorOf(name),
  });
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
      <GoodExample examples={EXAMPLES} />
      <ObservableArea {...area('outcome')} />
      <TextArea {...area('whyNow')} />
      <ObservableArea {...area('successMeasure')} />
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
