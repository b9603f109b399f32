import { useState } from 'react';
import { LIMITS } from '../../ui/check-input';
import { Disclosure } from '../../ui/disclosure';
import { TextArea, TextField } from '../../ui/fields';
import { useText } from '../../ui/text';
import type { Form } from '../../ui/use-form';
import { usePanel } from '../panel-context';

const FIELDS = ['impact', 'inputs', 'providerIssueKey'] as const;
type Field = (typeof FIELDS)[number];
type IntakeForm = Pick<Form<Readonly<Record<Field, string>>>, 'field' | 'values' | 'errorOf'>;

/** What a request may bring beyond its terms: what the policy says it must, and the rest one click away. */
export function IntakeFields({ form }: { form: IntakeForm }) {
  const t = useText();
  const { intake } = usePanel().answer.policy;
  const asked = FIELDS.filter((field) => intake.includes(field));
  const offered = FIELDS.filter((field) => !intake.includes(field));
  const [opened, setOpened] = useState(offered.some((field) => form.values[field] !== ''));
  const isOpen = opened || offered.some((field) => form.errorOf(field) !== undefined);
  return (
    <>
      {asked.map((field) => (
        <IntakeField key={field} field={field} form={form} isRequired />
      ))}
      {offered.length > 0 && (
        <Disclosure label={t('panel.addDetail')} isOpen={isOpen} onToggle={() => setOpened(!isOpen)}>
          <div className="hf-form">
            {offered.map((field) => (
              <IntakeField key={field} field={field} form={form} isRequired={false} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

function IntakeField({ field, form, isRequired }: { field: Field; form: IntakeForm; isRequired: boolean }) {
  const t = useText();
  const props = form.field(field);
  return field === 'providerIssueKey' ? (
    <TextField
      label={t('panel.requestIssue')}
      isRequired={isRequired}
      placeholder="PLAT-1"
      {...props}
      onChange={(value) => props.onChange(value.toUpperCase())}
    />
  ) : (
    <TextArea
      label={t(`waiver.${field}`)}
      help={t(`waiver.${field}Help`)}
      isRequired={isRequired}
      maxLength={LIMITS.text}
      {...props}
    />
  );
}
