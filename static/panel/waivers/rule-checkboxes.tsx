import { useId } from 'react';
import type { RuleId } from '../../../src/domain/policy/rules';
import { useText } from '../../ui/text';

/** Which rules a waiver names. */
export function RuleCheckboxes({
  legend,
  offered,
  chosen,
  error,
  onChange,
}: {
  legend: string;
  offered: readonly RuleId[];
  chosen: readonly RuleId[];
  error: string | undefined;
  onChange: (rules: readonly RuleId[]) => void;
}) {
  const t = useText();
  const id = useId();
  return (
    <fieldset className="hf-waiver-rules" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="hf-label">{legend}</legend>
      {offered.map((rule) => (
        <label key={rule} className="hf-waiver-rule">
          <input
            type="checkbox"
            checked={chosen.includes(rule)}
            aria-invalid={error !== undefined}
            onChange={({ currentTarget }) =>
              onChange(offered.filter((one) => (one === rule ? currentTarget.checked : chosen.includes(one))))
            }
          />
          <span>{t(`policy.rule.${rule}`)}</span>
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
