import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { AT_MOST } from '../../../src/domain/readiness/programme';
import { Choice } from '../../ui/choice';
import { Text, useText } from '../../ui/text';

interface Option {
  readonly value: string;
  readonly label: string;
}

const NONE = '';
const PLACES = Array.from({ length: AT_MOST }, (_, place) => place);

/** At most three of many: a list for each place, without what the others hold. */
export function ChooseUpToThree({
  kind,
  chosen,
  isSuggestion,
  groups,
  explain,
  saveLabel,
  sending,
  onSave,
  onCancel,
}: {
  kind: 'behaviour' | 'figure';
  chosen: readonly string[];
  /** Nothing was chosen before: what stands here is only a beginning. */
  isSuggestion: boolean;
  groups: readonly { readonly label: string; readonly options: readonly Option[] }[];
  /** What a choice means, beneath it. */
  explain: (value: string) => string;
  saveLabel: string;
  sending: boolean;
  onSave: (chosen: readonly string[]) => void;
  onCancel: () => void;
}) {
  const t = useText();
  const [values, setValues] = useState(() => PLACES.map((place) => chosen[place] ?? NONE));
  const [tried, setTried] = useState(false);
  const some = values.filter((value) => value !== NONE);
  const missing = tried && some.length === 0;
  return (
    <form
      className="hf-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (some.length > 0 && !sending) onSave(some);
      }}
    >
      {isSuggestion && (
        <p className="hf-subtle">
          <Text id="readiness.suggested" />
        </p>
      )}
      {PLACES.map((place) => {
        const value = values[place] ?? NONE;
        const free = (option: Option) => option.value === value || !values.includes(option.value);
        return (
          <div key={place} className="hf-field">
            <Choice
              label={t(`readiness.${kind}`, { place: String(place + 1) })}
              value={value}
              options={[{ value: NONE, label: t('readiness.noneChosen') }]}
              groups={groups.map(({ label, options }) => ({ label, options: options.filter(free) }))}
              isInvalid={missing}
              describedBy={missing ? 'hf-few-missing' : `hf-few-${kind}-${place}`}
              onChange={(to) => setValues(values.map((one, index) => (index === place ? to : one)))}
            />
            <p className="hf-help" id={`hf-few-${kind}-${place}`}>
              {value === NONE ? '' : explain(value)}
            </p>
          </div>
        );
      })}
      {missing && (
        <p className="hf-error" id="hf-few-missing" role="alert">
          <Text id="readiness.needOne" />
        </p>
      )}
      <div className="hf-actions">
        <Button type="submit" appearance="primary" isDisabled={sending}>
          {saveLabel}
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          {t('readiness.cancel')}
        </Button>
      </div>
    </form>
  );
}
