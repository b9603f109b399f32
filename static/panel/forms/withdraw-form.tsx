import type { AgreementView } from '../../../src/contract/answers';
import { TextArea } from '../../ui/fields';
import { useForm } from '../../ui/use-form';
import { useText } from '../../ui/text';
import { useDesk } from '../desk';
import type { RequestPrefill } from '../model/offers';
import { useConsequence } from '../use-consequence';
import { FormFrame } from './form-frame';

/** Takes a request back, with the reason; after a decline it leads on to asking again. */
export function WithdrawForm({
  agreement,
  thenAsk,
}: {
  agreement: AgreementView;
  thenAsk?: RequestPrefill | undefined;
}) {
  const t = useText();
  const desk = useDesk();
  const consequence = useConsequence();
  const person = desk.nameOf(agreement.providerAccountId);
  const form = useForm({
    call: 'agreement/withdraw',
    draft: desk.draft(`withdraw:${agreement.id}`),
    blank: {
      reason:
        thenAsk && agreement.status === 'declined'
          ? t('panel.withdrawReasonDeclined', { person, reason: agreement.declineReason })
          : '',
    },
    answers: ({ reason }) => ({ agreementId: agreement.id, reason }),
    send: (input) => desk.send('agreement/withdraw', input, t('panel.saidWithdrawn')),
    onDone: () => {
      desk.close();
      if (thenAsk) desk.open({ kind: 'request', prefill: thenAsk });
    },
  });
  const { reason } = form.values;
  return (
    <FormFrame
      title={t(thenAsk ? 'panel.askAgainTitle' : 'panel.withdrawTitle')}
      submit={t(thenAsk ? 'panel.withdrawAndAsk' : 'panel.withdraw')}
      appearance={thenAsk ? 'primary' : 'warning'}
      form={form}
      consequence={
        thenAsk ? null : consequence({ type: 'withdraw-agreement', agreementId: agreement.id, reason: '-' })
      }
    >
      <p className="hf-subtle">{thenAsk ? t('panel.askAgainHelp') : t('panel.withdrawHelp', { person })}</p>
      <TextArea
        label={t('panel.reason')}
        isRequired
        value={reason}
        onChange={(value) => form.set('reason', value)}
        error={form.errorOf('reason')}
      />
    </FormFrame>
  );
}
