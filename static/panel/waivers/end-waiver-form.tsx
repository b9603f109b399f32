import { TextArea } from '../../ui/fields';
import { useForm } from '../../ui/use-form';
import { useText } from '../../ui/text';
import { useDesk } from '../desk';
import { FormFrame } from '../forms/form-frame';
import { useConsequence } from '../use-consequence';

/** Brings the rules of a waiver back before it ends by itself. */
export function EndWaiverForm({ waiverId }: { waiverId: string }) {
  const t = useText();
  const desk = useDesk();
  const consequence = useConsequence();
  const form = useForm({
    call: 'waiver/end',
    draft: desk.draft(`end-waiver:${waiverId}`),
    blank: { reason: '' },
    answers: ({ reason }) => ({ waiverId, reason }),
    send: (input) => desk.send('waiver/end', input, t('waiver.saidEnded')),
    onDone: desk.close,
  });
  const effect = consequence({ type: 'end-waiver', waiverId, reason: '-' });
  return (
    <FormFrame
      title={t('waiver.endTitle')}
      submit={t('waiver.end')}
      form={form}
      consequence={[t('waiver.endMeans'), effect].filter((part) => part !== null).join(' · ')}
    >
      <TextArea
        label={t('panel.reason')}
        isRequired
        value={form.values.reason}
        onChange={(value) => form.set('reason', value)}
        error={form.errorOf('reason')}
      />
    </FormFrame>
  );
}
