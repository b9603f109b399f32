import { useRef, useState } from 'react';
import { AsyncSelect } from '@atlaskit/select';
import type { PersonFact } from '../../src/domain/values';
import { placeOf } from './date-text';
import { Person } from './person';
import { byUse, isChoosable, searchPeople } from './search-people';
import { useText } from './text';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly person: PersonFact;
  readonly note?: string;
  readonly isDisabled?: boolean;
}

/** How long a pause in typing asks Jira. */
const PAUSE_MS = 250;

export function PersonSelect({
  inputId,
  describedBy,
  isInvalid,
  isRequired,
  isDisabled,
  label,
  value,
  onChange,
  excluded,
}: {
  inputId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
  isDisabled: boolean;
  label: string;
  value: PersonFact | null;
  onChange: (person: PersonFact | null) => void;
  excluded: Readonly<Record<string, string>>;
}) {
  const t = useText();
  const turn = useRef(0);
  const [failed, setFailed] = useState(false);

  const optionOf = (person: PersonFact): Option => {
    const reason = excluded[person.accountId] ?? (isChoosable(person) ? undefined : t('ui.cannotBeChosen'));
    const note = reason ?? (person.timeZone === undefined ? undefined : placeOf(person.timeZone));
    return {
      value: person.accountId,
      label: person.displayName,
      person,
      ...(note !== undefined && { note }),
      ...(reason !== undefined && { isDisabled: true }),
    };
  };

  const search = async (query: string): Promise<Option[]> => {
    const mine = ++turn.current;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    // Typing went on: only the last question is worth asking. react-select drops the answers of earlier ones.
    if (mine !== turn.current) return [];
    try {
      const found = await searchPeople(query.trim());
      setFailed(false);
      return [...found].sort(byUse).map(optionOf);
    } catch {
      setFailed(true);
      return [];
    }
  };

  return (
    <AsyncSelect<Option>
      inputId={inputId}
      aria-label={label}
      aria-describedby={describedBy}
      isInvalid={isInvalid}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isClearable={!isRequired}
      defaultOptions
      cacheOptions
      loadOptions={search}
      value={value && optionOf(value)}
      onChange={(option) => onChange(option?.person ?? null)}
      placeholder={t('ui.searchPeople')}
      loadingMessage={() => t('ui.searching')}
      noOptionsMessage={({ inputValue }) =>
        failed ? t('ui.searchFailed') : t('ui.nobodyFound', { query: inputValue })
      }
      formatOptionLabel={(option, { context }) => (
        <span className="hf-option">
          <Person accountId={option.value} people={{ [option.value]: option.person }} size="xsmall" />
          {context === 'menu' && option.note !== undefined && (
            <span className="hf-subtle hf-small">{option.note}</span>
          )}
        </span>
      )}
      styles={{
        // In the flow of the page: Jira sizes the frame by its content, and would cut off a floating menu.
        menu: (css: object) => ({ ...css, position: 'static' }),
        menuList: (css: object) => ({ ...css, maxHeight: 208 }),
      }}
    />
  );
}
