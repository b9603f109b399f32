import type { AgreementView } from '../../../src/contract/answers';
import { DEBRIEF_CAUSES, type DebriefCause } from '../../../src/domain/charter/debrief/debrief';
import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { RadioField } from '../../ui/radio-field';
import { useText } from '../../ui/text';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';

type YesNo = 'yes' | 'no' | '';

interface Values {
  readonly hadOneOwner: YesNo;
  readonly wereAssuming: YesNo;
  readonly whoSaw: string;
  readonly cause: DebriefCause | '';
  readonly changesNow: string;
}

const yesNo = (is: boolean | undefined): YesNo => (is === undefined ? '' : is ? 'yes' : 'no');
const isYes = (answer: YesNo): boolean | undefined => (answer === '' ? undefined : answer === 'yes');

/** Looks back at a broken promise: the condition that made it reasonable, never the person. Both sides may, and again. */
export function DebriefForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const { debrief } = agreement;
  const form = useCharterForm({
    call: 'debrief/write',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `debrief:${agreement.id}`,
    blank: {
      hadOneOwner: yesNo(debrief?.hadOneOwner),
      wereAssuming: yesNo(debrief?.wereAssuming),
      whoSaw: debrief?.whoSaw ?? '',
      cause: debrief?.cause ?? '',
      changesNow: debrief?.changesNow ?? '',
    } as Values,
    answers: ({ hadOneOwner, wereAssuming, whoSaw, cause, changesNow }) => ({
      agreementId: agreement.id,
      hadOneOwner: isYes(hadOneOwner),
      wereAssuming: isYes(wereAssuming),
      whoSaw,
      changesNow,
      ...(cause !== '' && { cause }),
    }),
    check: ({ hadOneOwner, wereAssuming, cause }) => ({
      ...(hadOneOwner === '' && { hadOneOwner: t('debrief.answerNeeded') }),
      ...(wereAssuming === '' && { wereAssuming: t('debrief.answerNeeded') }),
      ...(cause === '' && { cause: t('debrief.causeNeeded') }),
    }),
    said: () => t('debrief.said'),
  });
  return (
    <FormFrame title={t('debrief.title')} submit={t('debrief.submit')} form={form}>
      <p className="hf-subtle">{t('debrief.help')}</p>
      <RadioField
        legend={t('debrief.hadOneOwner')}
        name={`owner-${agreement.id}`}
        {...form.field('hadOneOwner')}
        options={[
          { value: 'yes', label: t('debrief.yesOwner') },
          { value: 'no', label: t('debrief.noOwner') },
        ]}
      />
      <RadioField
        legend={t('debrief.wereAssuming')}
        name={`assuming-${agreement.id}`}
        {...form.field('wereAssuming')}
        options={[
          { value: 'yes', label: t('debrief.yesAssuming') },
          { value: 'no', label: t('debrief.noAssuming') },
        ]}
      />
      <TextArea
        label={t('debrief.whoSaw')}
        help={t('debrief.whoSawHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('whoSaw')}
      />
      <RadioField
        legend={t('debrief.cause')}
        name={`cause-${agreement.id}`}
        {...form.field('cause')}
        options={DEBRIEF_CAUSES.map((value) => ({
          value,
          label: t(`debrief.${value}`),
          help: t(`debrief.${value}Help`),
        }))}
      />
      <TextArea
        label={t('debrief.changesNow')}
        help={t('debrief.changesNowHelp')}
        isRequired
        maxLength={LIMITS.text}
        {...form.field('changesNow')}
      />
    </FormFrame>
  );
}
