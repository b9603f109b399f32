import { lazy, Suspense } from 'react';
import type { PersonFact } from '../../src/domain/values';
import { Field } from './fields';
import { Bone } from './skeleton';

/** The search box weighs 50 KB; it comes with the first form that asks for a person. */
const PersonSelect = lazy(async () => ({ default: (await import('./person-select')).PersonSelect }));

/** Asks for one person. Only active people can be chosen; others are shown with the reason. */
export function PersonPicker({
  value,
  onChange,
  excluded,
  ...labelled
}: {
  label: string;
  value: PersonFact | null;
  onChange: (person: PersonFact | null) => void;
  error?: string | undefined;
  help?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** Accounts that cannot be chosen here, with the reason to show. */
  excluded?: Readonly<Record<string, string>>;
}) {
  return (
    <Field {...labelled}>
      {(wiring) => (
        <Suspense fallback={<Bone height="40px" />}>
          <PersonSelect
            inputId={wiring.id}
            describedBy={wiring['aria-describedby']}
            isInvalid={wiring['aria-invalid']}
            isRequired={labelled.isRequired ?? false}
            isDisabled={labelled.isDisabled ?? false}
            label={labelled.label}
            value={value}
            onChange={onChange}
            excluded={excluded ?? {}}
          />
        </Suspense>
      )}
    </Field>
  );
}
