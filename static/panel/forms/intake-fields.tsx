import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';
import type { Form } from '../../ui/use-form';
import { usePanel } from '../panel-context';

const FIELDS = ['impact', 'inputs'] as const;
type Field = (typeof FIELDS)[number];

/** What a request may bring beyond its terms; the policy says what it must. */
export function IntakeFields({ form }: { form: Pick<Form<Readonly<Record<Field, string>>>, 'field'> }) {
  const t = useText();
  const { intake } = usePanel().answer.policy;
  return (
    <>
      {FIELDS.map((field) => (
        <TextArea
          key={field}
          label={t(`waiver.${field}`)}
          help={t(`waiver.${field}Help`)}
          isRequired={intake.includes(field)}
          maxLength={LIMITS.text}
          {...form.field(field)}
        />
      ))}
    </>
  );
}
