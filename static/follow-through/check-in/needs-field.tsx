import { useId } from 'react';
import Button from '@atlaskit/button/default/button';
import { LIMITS } from '../../ui/check-input';
import { TextField } from '../../ui/fields';
import { PersonPicker } from '../../ui/person-picker';
import { useText } from '../../ui/text';
import { useFormContext } from '../../charter-form/form-context';
import type { TypedNeed } from './check-in-form';

/** As many as the contract takes. */
const MOST = 10;

/** What is needed from others and not there yet: none, or some, each from one person. */
export function NeedsField({
  needs,
  error,
  onChange,
}: {
  needs: readonly TypedNeed[];
  error: string | undefined;
  onChange: (needs: readonly TypedNeed[]) => void;
}) {
  const t = useText();
  const id = useId();
  const { me } = useFormContext();
  const change = (place: number, part: Partial<TypedNeed>) =>
    onChange(needs.map((need, at) => (at === place ? { ...need, ...part } : need)));
  return (
    <fieldset
      className="hf-group"
      aria-describedby={[`${id}-help`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')}
    >
      <legend className="hf-label">
        {t('follow.needs')}
        <span className="hf-optional"> {t('ui.optional')}</span>
      </legend>
      <div className="hf-help" id={`${id}-help`}>
        {t('follow.needsHelp')}
      </div>
      {needs.map((need, place) => (
        <div className="hf-need" key={place}>
          <PersonPicker
            label={t('follow.needWho')}
            isRequired
            value={need.person}
            onChange={(person) => change(place, { person })}
            excluded={{ [me]: t('panel.notYourself') }}
          />
          <TextField
            label={t('follow.needWhat')}
            isRequired
            maxLength={LIMITS.short}
            value={need.what}
            onChange={(what) => change(place, { what })}
            {...(error !== undefined && need.what.trim() === '' && { error: t('ui.errorRequired') })}
          />
          <div>
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={t('follow.removeNeedOf', { number: place + 1 })}
              onClick={() => onChange(needs.filter((_need, at) => at !== place))}
            >
              {t('follow.removeNeed')}
            </Button>
          </div>
        </div>
      ))}
      {needs.length < MOST && (
        <div>
          <Button spacing="compact" onClick={() => onChange([...needs, { person: null, what: '' }])}>
            {t('follow.addNeed')}
          </Button>
        </div>
      )}
      {error !== undefined && (
        <div className="hf-error" id={`${id}-error`}>
          {error}
        </div>
      )}
    </fieldset>
  );
}
