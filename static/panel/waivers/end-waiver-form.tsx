import { TextArea } from '../../ui/fields';
import { FormFrame } from '../../charter-form/form-frame';
import { useCharterForm } from '../../charter-form/use-charter-form';
import { useText } from '../../ui/text';
import { useConsequence } from '../use-consequence';

/** Brings the rules of a waiver back before it ends by itself. */
export function EndWaiverForm({ waiverId }: { waiverId: string }) {
  const t = useText();
  const consequence = useConsequence();
  const form = useCharterForm({
    call: 'waiver/end',
    about: { kind: 'waivers' },
    draft: `end-waiver:${waiverId}`,
    blank: { reason: '' },
    answers: ({ reason }) => ({ waiverId, reason }),
    said: () => t('waiver.saidEnded'),
  });
  const effect = consequence({ type: 'end-waiver', waiverId, reason: '-' });
  return (
    <FormFrame
      title={t('waiver.endTitle')}
      submit={t('waiver.end')}
      form={form}
      consequence={[t('waiver.endMeans'), effect].filter((part) => part !== null).join(' · ')}
    >
      <TextArea label={t('panel.reason')} isRequired {...form.field('reason')} />
    </FormFrame>
  );
}
