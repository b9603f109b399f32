import { useId } from 'react';
import type { Agreement } from '../../../src/domain/charter/agreement/agreement';
import { useText } from '../../ui/text';
import { useFormContext } from '../../charter-form/form-context';

/** Every open promise by name, each to be asked about; one tick does for all. */
export function WalkThrough({
  agreements,
  reviewed,
  error,
  onChange,
}: {
  agreements: readonly Agreement[];
  reviewed: readonly string[];
  error: string | undefined;
  onChange: (reviewed: readonly string[]) => void;
}) {
  const t = useText();
  const { nameOf } = useFormContext();
  const id = useId();
  const ids = agreements.map((agreement) => agreement.id);
  const ticked = ids.filter((one) => reviewed.includes(one));
  const all = ticked.length === ids.length;
  return (
    <fieldset
      className="hf-group"
      aria-describedby={[`${id}-help`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')}
    >
      <legend className="hf-label">
        {t('follow.walkThrough')}
        <span className="hf-required" aria-hidden="true">
          *
        </span>
      </legend>
      <div className="hf-help" id={`${id}-help`}>
        {t('follow.walkThroughHelp')}
      </div>
      <label className="hf-group-tick">
        <input
          type="checkbox"
          checked={all}
          aria-invalid={error !== undefined}
          ref={(box) => {
            if (box) box.indeterminate = ticked.length > 0 && !all;
          }}
          onChange={() => onChange(all ? [] : ids)}
        />
        <b>{t('follow.walkThroughAll', { count: ids.length })}</b>
      </label>
      {agreements.map((agreement) => (
        <label key={agreement.id} className="hf-group-tick">
          <input
            type="checkbox"
            checked={reviewed.includes(agreement.id)}
            onChange={({ currentTarget }) =>
              onChange(
                ids.filter((one) => (one === agreement.id ? currentTarget.checked : reviewed.includes(one))),
              )
            }
          />
          <span dir="auto">
            {t('follow.walkThroughOne', {
              what: agreement.deliverable,
              person: nameOf(agreement.providerAccountId),
            })}
          </span>
        </label>
      ))}
      {error !== undefined && (
        <div className="hf-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </fieldset>
  );
}
