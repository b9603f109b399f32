import { LIMITS } from '../../ui/check-input';
import { TextArea } from '../../ui/fields';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';

const FIELDS = ['impact', 'inputs'] as const;
type Field = (typeof FIELDS)[number];

/** What a request may bring beyond its terms; the policy says what it must. */
export function IntakeFields({
  values,
  set,
  errorOf,
}: {
  values: Readonly<Record<Field, string>>;
  set: (field: Field, value: string) => void;
  errorOf: (field: string) => string | undefined;
}) {
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
          value={values[field]}
          onChange={(value) => set(field, value)}
          error={errorOf(field)}
        />
      ))}
    </>
  );
}
