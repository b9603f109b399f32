import type { AgreementView } from '../../src/contract/answers';
import type { Settlement } from '../../src/domain/charter/agreement/settle';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { TextField } from '../ui/fields';
import { RadioField } from '../ui/radio-field';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { FormFrame } from '../charter-form/form-frame';
import { useCharterForm } from '../charter-form/use-charter-form';

const said = {
  delivered: 'agreement.saidSettledDelivered',
  'not-needed': 'agreement.saidSettledNotNeeded',
  moved: 'agreement.saidSettledMoved',
} as const satisfies Readonly<Record<Settlement, string>>;

interface Values {
  readonly as: Settlement | '';
  readonly toIssueKey: string;
}

/** Says of a promise to finished work what became of it. What was never promised cannot have been delivered. */
export function SettleForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const person = useFormContext().nameOf(agreement.providerAccountId);
  const form = useCharterForm({
    call: 'agreement/settle',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `settle:${agreement.id}`,
    blank: { as: '', toIssueKey: '' } as Values,
    answers: ({ as, toIssueKey }) =>
      withoutBlanks({ agreementId: agreement.id, as, toIssueKey: as === 'moved' ? toIssueKey : '' }),
    check: ({ as, toIssueKey }): Record<string, string> => ({
      ...(as === '' && { as: t('agreement.settleChoose') }),
      ...(as === 'moved' && toIssueKey === '' && { toIssueKey: t('agreement.settleToMissing') }),
    }),
    said: ({ as }) => t(as === '' ? 'agreement.saidSettledNotNeeded' : said[as]),
  });
  const isPromised = agreement.status === 'acknowledged' || agreement.status === 'delivered';
  return (
    <FormFrame title={t('agreement.settleTitle')} submit={t('agreement.settleSubmit')} form={form}>
      <p className="hf-subtle">{t('agreement.settleHelp', { person })}</p>
      <RadioField
        legend={t('agreement.settleAs')}
        name={`settle-${agreement.id}`}
        {...form.field('as')}
        options={[
          ...(isPromised ? [{ value: 'delivered' as const, label: t('agreement.settleDelivered') }] : []),
          { value: 'not-needed', label: t('agreement.settleNotNeeded') },
          { value: 'moved', label: t('agreement.settleMoved') },
        ]}
      />
      {form.values.as === 'moved' && (
        <TextField
          label={t('agreement.settleTo')}
          isRequired
          help={t('agreement.settleToHelp', { person })}
          placeholder="EXP-1"
          maxLength={LIMITS.name}
          value={form.values.toIssueKey}
          onChange={(value) => form.set('toIssueKey', value.toUpperCase())}
          error={form.errorOf('toIssueKey')}
        />
      )}
    </FormFrame>
  );
}
